import TeamPlanning
import Testing

/// Whatever stands in a manifest, loading ends, tells the place of every fault, and tells the same twice.
struct ManifestFuzzTests {
    private static let fields = [
        "apiVersion", "kind", "$schema", "description", "mapping", "users", "groups", "email", "given_name", "status",
        "role", "external_id", "previous_emails", "lifecycle", "name", "id", "members", "owners", "members_where",
        "management", "membership", "scope", "filter", "delete_options", "keep_account", "transfer_dest", "ownership",
        "marker", "limits", "user_removals", "protect", "authentication", "refresh_token", "env", "file", "service_uri",
        "update", "disable", "deprovision", "remove_action", "delete_after_days", "nmae",
    ]
    private static let scalars = [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "30", "\"\"", "\"a\"", "\"managed\"", "\"disable\"",
        "\"delete\"", "\"10%\"", "\"a@x.example\"", "\"A@X.example\"", "\"user_managed\"", "\"absent\"",
        "\"https://x/2\"", "\"\\u0000\\u202E\"", "\"🦊\"", "[]", "{}", "[[]]",
    ]

    @Test(arguments: ["Connection", "Policy", "Mapping", "Users", "Groups"], 0..<6)
    func endsWithPlacesAndIsDeterministic(kind: String, seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<15 {
            let files = (0...random.below(3)).map { index in
                let content = Self.members(depth: 0, &random)
                let text = "{\"apiVersion\":\"roster/v1\",\"kind\":\"\(kind)\"\(content.isEmpty ? "" : ",")\(content)}"
                return ManifestFile(path: "\(index).json", bytes: Array(text.utf8))
            }
            let load = loadManifests(files)
            #expect(load == loadManifests(files.reversed()))
            #expect(load.findings == load.findings.sorted(by: Finding.inOrder))
            for finding in load.findings {
                #expect(files.contains { $0.path == finding.location?.file })
                #expect(!finding.message.isEmpty && finding.remedy?.isEmpty == false)
            }
        }
    }

    private static func members(depth: Int, _ random: inout SeededRandom) -> String {
        (0..<random.below(7))
            .map { _ in "\"\(fields[random.below(fields.count)])\":\(value(depth: depth, &random))" }
            .joined(separator: ",")
    }

    private static func value(depth: Int, _ random: inout SeededRandom) -> String {
        switch depth > 3 ? 0 : random.below(4) {
        case 2:
            "[" + (0..<random.below(4)).map { _ in value(depth: depth + 1, &random) }.joined(separator: ",") + "]"
        case 3: "{" + members(depth: depth + 1, &random) + "}"
        default: scalars[random.below(scalars.count)]
        }
    }
}

import Testing

@testable import TeamPlanning

/// The canonical form of manifests.
struct FormattingTests {
    private static func formatted(_ text: String) -> String? {
        ManifestFile(path: "a.json", bytes: Array(text.utf8)).formatted().map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
    }

    @Test func sortsFieldsUsersAndLists() {
        let text = """
            {"users":[{"surname":"B","groups":["b","A"],"email":"Zoe@x.com","description":"d","previous_emails":["z@x.com","a@x.com"]},\
            {"email":"amy@x.com"}],"kind":"Users","description":"People.","apiVersion":"roster/v1","$schema":"s"}
            """
        #expect(
            Self.formatted(text) == """
                {
                  "$schema": "s",
                  "apiVersion": "roster/v1",
                  "kind": "Users",
                  "description": "People.",
                  "users": [
                    {
                      "email": "amy@x.com"
                    },
                    {
                      "description": "d",
                      "email": "Zoe@x.com",
                      "surname": "B",
                      "previous_emails": ["z@x.com", "a@x.com"],
                      "groups": ["A", "b"]
                    }
                  ]
                }

                """
        )
    }

    @Test func listsPeopleOnePerLine() {
        let text = """
            {"apiVersion":"roster/v1","kind":"Groups","groups":[{"members":["b@x.com","a@x.com"],"name":"Z","owners":[]},{"name":"a"}]}
            """
        #expect(
            Self.formatted(text) == """
                {
                  "apiVersion": "roster/v1",
                  "kind": "Groups",
                  "groups": [
                    {
                      "name": "a"
                    },
                    {
                      "name": "Z",
                      "members": [
                        "a@x.com",
                        "b@x.com"
                      ],
                      "owners": []
                    }
                  ]
                }

                """
        )
    }

    /// Only lists of people are tall, not the rule by which a mapping finds them.
    @Test func expressionsForPeopleAreSmallValues() {
        let text = #"{"apiVersion":"roster/v1","kind":"Mapping","name":"a","groups":{"members":{"from":"member"}}}"#
        #expect(Self.formatted(text)?.contains("    \"members\": { \"from\": \"member\" }\n") == true)
    }

    /// The manifests that everybody sees first are as `roster fmt` would write them.
    @Test func theReferenceWorkspaceIsCanonical() throws {
        for file in try Fixtures.referenceWorkspace() { #expect(file.formatted() == file, "\(file.path)") }
    }

    @Test func leavesDirectoryRecordsInTheirOrder() {
        let text = """
            {"apiVersion":"roster/v1","kind":"Users","mapping":"ldap","users":[{"sn":"B","mail":"z@x.com","n":[1.50,2E+3]},{"mail":"a@x.com","email":1}]}
            """
        let result = Self.formatted(text) ?? ""
        #expect(result.contains("\"sn\": \"B\",\n      \"mail\": \"z@x.com\",\n      \"n\": [1.50, 2E+3]\n"))
        #expect(result.contains("\"mail\": \"a@x.com\",\n      \"email\": 1\n"))
    }

    @Test func putsSmallValuesOnOneLineWhileTheyFit() {
        let small =
            "{\"apiVersion\":\"roster/v1\",\"kind\":\"Mapping\",\"name\":\"a\",\"users\":{\"email\":{\"from\":\"mail\",\"transform\":[\"trim\"]}}}"
        #expect(
            Self.formatted(small)?.contains("    \"email\": { \"from\": \"mail\", \"transform\": [\"trim\"] }\n")
                == true
        )
        let cases = (0..<9).map { "\"a rather long value \($0)\":\"x\"" }.joined(separator: ",")
        let long =
            "{\"apiVersion\":\"roster/v1\",\"kind\":\"Mapping\",\"name\":\"a\",\"users\":{\"email\":{\"cases\":{\(cases)},\"from\":\"mail\"}}}"
        #expect(
            Self.formatted(long)?.contains(
                "    \"email\": {\n      \"from\": \"mail\",\n      \"cases\": {\n        \"a rather"
            ) == true
        )
    }

    @Test(
        "what no reader sees is escaped, what they see is not",
        arguments: [
            ("\\u00e9\\/\\u0041", "é/A"), ("\\u202e", "\\u202e"), ("\u{202E}", "\\u202e"),
            ("\\b\\f\\u0000", "\\u0008\\u000c\\u0000"),
            ("\\n\\t\\r\\\"\\\\", "\\n\\t\\r\\\"\\\\"), ("\\uD83E\\uDD8A", "🦊"), ("\u{200D}", "\\u200d"),
            ("\u{E0001}", "\\udb40\\udc01"),
        ]
    )
    func escapes(written: String, canonical: String) {
        let text = "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\"users\":[],\"description\":\"\(written)\"}"
        #expect(Self.formatted(text)?.contains("\"description\": \"\(canonical)\",") == true)
    }

    @Test(arguments: [
        "", "[]", "{}", "{\"kind\":\"Users\",\"kind\":\"Users\"}", "{\"kind\":\"Cats\"}", "{\"kind\":1}", "{",
    ])
    func leavesAloneWhatIsNoManifest(text: String) {
        #expect(Self.formatted(text) == nil)
    }

    /// Whatever the order and the white space, the canonical form is one, it is stable, and it means the same.
    @Test(arguments: 0..<20)
    func isCanonical(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for file in try Fixtures.referenceWorkspace() {
            let formatted = try #require(file.formatted())
            #expect(formatted.formatted() == formatted)
            var findings: [Finding] = []
            let root = try #require(JSONDocument.read(file.bytes, file: "", into: &findings)?.root)
            #expect(Meaning(formatted.bytes) == Meaning(file.bytes))
            let isMapped = root["mapping"] != nil
            let text = Shuffled.text(root, key: "", isMapped: isMapped, &random)
            let shuffled = ManifestFile(path: file.path, bytes: Array(text.utf8))
            #expect(shuffled.formatted()?.bytes == formatted.bytes, "\(file.path)")
        }
    }

    @Test func keepsTheDesiredState() throws {
        let files = try Fixtures.referenceWorkspace()
        let before = loadManifests(files)
        let after = loadManifests(try files.map { try #require($0.formatted()) })
        #expect(after.findings == [])
        #expect(after.manifests.users.map(\.email.value).sorted() == before.manifests.users.map(\.email.value).sorted())
        #expect(after.manifests.policy == before.manifests.policy)
        for group in before.manifests.groups {
            let same = try #require(after.manifests.groups.first { $0.name.value == group.name.value })
            #expect(same.members?.map(\.value).sorted() == group.members?.map(\.value).sorted())
        }
    }

    @Test(arguments: 0..<10)
    func survivesDamage(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for file in try Fixtures.referenceWorkspace() {
            for _ in 0..<40 {
                var bytes = file.bytes
                for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
                guard let formatted = ManifestFile(path: file.path, bytes: bytes).formatted() else { continue }
                #expect(Meaning(formatted.bytes) == Meaning(bytes))
                #expect(formatted.formatted() == formatted)
            }
        }
    }
}

/// What a manifest says, apart from the order of fields and of lists that are sets.
private struct Meaning: Equatable {
    private let text: String?

    init(_ bytes: [UInt8]) {
        var findings: [Finding] = []
        text = JSONDocument.read(bytes, file: "", into: &findings).map { Self.text($0.root, key: "") }
    }

    private static func text(_ node: JSONNode, key: String) -> String {
        switch node.value {
        case .object(let members):
            return "{\(members.map { "\(quotedJSON($0.key)):\(text($0.node, key: $0.key))" }.sorted())}"
        case .array(let items):
            let texts = items.map { text($0, key: "") }
            return "\(Shuffled.sets.contains(key) ? texts.sorted() : texts)"
        default: return JSONWriter.inline(node) ?? ""
        }
    }
}

/// The same manifest, written otherwise.
private enum Shuffled {
    static let sets: Set<String> = ["users", "groups", "members", "owners"]

    static func text(_ node: JSONNode, key: String, isMapped: Bool, _ random: inout SeededRandom) -> String {
        let space = [" ", "\n", "\t", ""][random.below(4)]
        switch node.value {
        case .object(let members):
            let isRecord = isMapped && key == "record"
            let isFree = key == "cases" || isRecord
            let ordered = isFree ? members : members.shuffled(using: &random)
            let texts = ordered.map {
                "\(quotedJSON($0.key)):\(text($0.node, key: isRecord ? "" : $0.key, isMapped: isMapped, &random))"
            }
            return "{\(space)" + texts.joined(separator: ",\(space)") + "}"
        case .array(let items):
            let isSet = sets.contains(key) && !isMapped
            let ordered = isSet && !items.contains { $0.object != nil && $0["email"] == nil && $0["name"] == nil }
            let texts = (ordered ? items.shuffled(using: &random) : items).map {
                text($0, key: "record", isMapped: isMapped, &random)
            }
            return "[\(space)" + texts.joined(separator: "\(space),") + "]"
        default: return JSONWriter.inline(node) ?? ""
        }
    }
}

import TeamPlanning
import Testing

/// Rules across files: all manifests merge into one desired state, whatever the files are called.
struct ManifestMergeTests {
    private static let head = "{\"apiVersion\":\"roster/v1\",\"kind\":"

    private static func users(_ path: String, _ records: String) -> ManifestFile {
        ManifestFile(path: path, bytes: Array("\(head)\"Users\",\"users\":[\n\(records)]}".utf8))
    }

    private static func groups(_ path: String, _ records: String) -> ManifestFile {
        ManifestFile(path: path, bytes: Array("\(head)\"Groups\",\"groups\":[\n\(records)]}".utf8))
    }

    private static func file(_ path: String, _ kind: String, _ fields: String = "") -> ManifestFile {
        ManifestFile(path: path, bytes: Array("\n\(head)\"\(kind)\"\(fields)}".utf8))
    }

    @Test func nothingIsAWorkspaceToo() {
        #expect(loadManifests([]) == ManifestLoad(manifests: Manifests(), findings: []))
    }

    @Test(arguments: [
        ("no manifest at all", [ManifestFile](), [String]()),
        ("other kinds", [groups("g.json", #"{"name":"A"}"#), file("p.json", "Policy")], []),
        ("users without mapping", [users("u.json", #"{"email":"a@x.example"}"#)], ["default"]),
        ("nobody without mapping", [users("u.json", "")], ["default"]),
        (
            "users of a mapping alone",
            [
                file("m.json", "Mapping", #","name":"ldap","users":{"email":{"from":"mail"}}"#),
                file("u.json", "Users", #","mapping":"ldap","users":[]"#),
            ], ["ldap"]
        ),
    ])
    func theDefaultRuleIsThatOfUsersWithoutMapping(name: String, files: [ManifestFile], rules: [String]) {
        let load = loadManifests(files)
        #expect(load.findings == [])
        #expect(load.manifests.rules.map(\.rawValue).sorted() == rules)
    }

    @Test func takesFilesInTheOrderOfTheirPaths() {
        let files = [
            Self.users("b.json", "{\"email\":\"b@x.example\"}"), Self.groups("c.json", "{\"name\":\"C\"}"),
            Self.users("a.json", "{\"email\":\"a2@x.example\"},{\"email\":\"a1@x.example\"}"),
        ]
        let load = loadManifests(files)
        #expect(load == loadManifests(files.reversed()))
        #expect(load.manifests.users.map(\.email.value) == ["a2@x.example", "a1@x.example", "b@x.example"])
        #expect(load.manifests.groups.map(\.name.value) == ["C"])
    }

    @Test(arguments: [
        (
            "one email in two files",
            [
                users("b.json", "{\"email\":\"JANE@x.example\"}"), users("a.json", "{\"email\":\"jane@x.example\"}"),
            ], FindingCode.duplicateUser, "b.json:2:10",
            "The email \"JANE@x.example\" belongs to another user at a.json:2:10 already."
        ),
        (
            "one external ID",
            [
                users("a.json", "{\"email\":\"a@x.example\",\"external_id\":\"7\"}"),
                users("b.json", "{\"email\":\"b@x.example\",\n\"external_id\":\"7\"}"),
            ], .duplicateUser, "b.json:3:15", "The external_id \"7\" belongs to another user at a.json:2:38 already."
        ),
        (
            "one group name",
            [
                groups("a.json", "{\"name\":\"Übung\"}"), groups("b.json", "{\"name\":\"übung\"}"),
            ], .duplicateGroup, "b.json:2:9", "The name \"übung\" belongs to another group at a.json:2:9 already."
        ),
        (
            "one group name in two Unicode forms",
            [
                groups("a.json", "{\"name\":\"\u{DC}bung\"}"), groups("b.json", "{\"name\":\"U\u{308}bung\"}"),
            ], .duplicateGroup, "b.json:2:9",
            "The name \"U\u{308}bung\" belongs to another group at a.json:2:9 already."
        ),
        (
            "one group ID", [groups("a.json", "{\"name\":\"A\",\"id\":\"1\"},\n{\"name\":\"B\",\"id\":\"1\"}")],
            .duplicateGroup, "a.json:3:18", "The id \"1\" belongs to another group at a.json:2:18 already."
        ),
        (
            "an ID that is another group's name",
            [groups("a.json", "{\"name\":\"A\"},\n{\"name\":\"B\",\"id\":\"A\"}")],
            .duplicateGroup, "a.json:3:18", "The id \"A\" belongs to another group at a.json:2:9 already."
        ),
        (
            "two policies", [file("b.json", "Policy"), file("a.json", "Policy")], .duplicateManifest, "b.json:2:1",
            "A second Policy manifest; the first is at a.json:2:1."
        ),
        (
            "two connections", [file("x/b.json", "Connection"), file("x/a.json", "Connection")], .duplicateManifest,
            "x/b.json:2:1", "A second Connection manifest; the first is at x/a.json:2:1."
        ),
        (
            "wipe and keep",
            [
                users("a.json", "{\"email\":\"a@x.example\",\"wipe_data\":true}"),
                file("p.json", "Policy", ",\"users\":{\"delete_options\":{\"keep_account\":true}}"),
            ], .conflictingFields, "a.json:2:1",
            "a@x.example is to be wiped on removal, but the policy keeps the accounts of removed people."
        ),
    ])
    func secondOneIsReported(name: String, files: [ManifestFile], code: FindingCode, place: String, message: String) {
        let load = loadManifests(files)
        #expect(load.findings.map(\.message) == [message])
        #expect(load.findings.map(\.code) == [code])
        #expect(load.findings.map { $0.location?.description } == [place])
        #expect(load.hasErrors)
    }

    @Test func whatDiffersIsNotTheSame() {
        let load = loadManifests([
            Self.users(
                "a.json",
                """
                {"email":"a@x.example","external_id":"x"},{"email":"b@x.example","external_id":"X"},
                {"email":"c@x.example","previous_emails":["a@x.example"]}
                """
            ),
            Self.groups("b.json", "{\"name\":\"A\",\"id\":\"1\"},{\"name\":\"B\",\"id\":\"b\"},{\"name\":\"b c\"}"),
        ])
        #expect(load.findings == [])
    }

    @Test func theFirstOfTwoPoliciesCounts() {
        let load = loadManifests([
            Self.file("a.json", "Policy", ",\"licences\":\"warn\""), Self.file("b.json", "Policy"),
        ])
        #expect(load.manifests.policy.licences == .warn)
    }

    /// One run tells everything: a broken file does not hide the faults of the others.
    @Test func reportsAllFaultsOfAllFilesInOrder() {
        let load = loadManifests([
            Self.users("c.json", "{\"email\":\"nobody\"},{\"email\":\"c@x.example\",\"role\":1,\"statsu\":\"active\"}"),
            ManifestFile(path: "b.json", bytes: Array("{".utf8)),
            ManifestFile(path: "a.json", bytes: Array("{\"kind\":\"Groups\",\"kind\":\"Groups\"}".utf8)),
            Self.users("d.json", "{\"email\":\"c@x.example\"}"),
        ])
        #expect(
            load.findings.map { "\($0.location?.description ?? "") \($0.code.rawValue)" } == [
                "a.json:1:1 missing-field", "a.json:1:1 missing-field", "a.json:1:18 duplicate-key",
                "b.json:1:2 invalid-json",
                "c.json:2:10 invalid-value", "c.json:2:50 wrong-type", "c.json:2:52 unknown-field",
                "d.json:2:10 duplicate-user",
            ]
        )
    }

    @Test func repeatedItemsAreWarnings() {
        let load = loadManifests([
            Self.groups("a.json", "{\"name\":\"A\",\"members\":[\"a@x.example\",\"b@x.example\",\"A@x.example\"]}")
        ])
        #expect(!load.hasErrors)
        #expect(load.findings.map(\.code) == [.repeatedItem])
        #expect(
            load.findings.map(\.message) == [
                "groups[0].members[2] repeats \"A@x.example\", which the list names already."
            ]
        )
        #expect(load.manifests.groups.first?.members?.count == 2)
    }

    @Test func whiteSpaceAroundAPersonsNameIsAWarning() {
        let load = loadManifests([Self.users("a.json", "{\"email\":\"a@x.example\",\"surname\":\" Smith\"}")])
        #expect(!load.hasErrors)
        #expect(load.findings.map(\.code) == [.outerWhitespace])
        #expect(load.manifests.users.first?.surname == " Smith")
    }
}

import TeamPlanning
import Testing

/// Mappings and filters across the files of a workspace.
struct MappedWorkspaceTests {
    private static func file(_ path: String, _ kind: String, _ fields: String) -> ManifestFile {
        ManifestFile(path: path, bytes: Array("{\"apiVersion\":\"roster/v1\",\"kind\":\"\(kind)\",\n\(fields)}".utf8))
    }

    private static let mapping = file(
        "z.json",
        "Mapping",
        #"""
        "name": "directory", "filter": "not (mail ew \"@test.com\")",
        "users": {"id": {"from": "dn"}, "email": {"from": "mail"}, "external_id": {"from": "n"}},
        "groups": {"id": {"from": "dn"}, "name": {"from": "cn"}, "members": {"from": "member"}}
        """#
    )

    private static let people = file(
        "a.json",
        "Users",
        #"""
        "mapping": "directory", "users": [
        {"dn": "CN=Jane", "mail": "jane@x.co", "department": "Finance", "description": ["free"]},
        {"dn": "CN=Test", "mail": "t@test.com", "department": "Finance"},
        {"dn": "CN=Jo", "mail": "jo@x.co", "department": "Sales"}]
        """#
    )

    @Test func theOrderOfFilesDoesNotMatter() {
        let groups = Self.file(
            "b.json",
            "Groups",
            #""mapping": "directory", "groups": [{"dn": "CN=G", "cn": "G", "member": ["CN=Jane", "CN=Test"]}]"#
        )
        let load = loadManifests([Self.people, groups, Self.mapping])
        #expect(load.findings == [])
        #expect(load.manifests.users.map(\.email.value) == ["jane@x.co", "jo@x.co"])
        #expect(load.manifests.users.map(\.referenceID) == ["CN=Jane", "CN=Jo"])
        #expect(load.manifests.groups.map { $0.members?.map(\.value) } == [["CN=Jane", "CN=Test"]])
        #expect(load.manifests.rules == [RuleName(rawValue: "directory")])
        #expect(load.manifests.users.allSatisfy { $0.rule.rawValue == "directory" })
    }

    @Test func groupsWithoutMappingMayNameReferenceIDs() {
        let groups = Self.file("b.json", "Groups", #""groups": [{"name": "G", "members": ["cn=jane", "CN=Who"]}]"#)
        let load = loadManifests([groups, Self.mapping, Self.people])
        #expect(load.findings.map(\.code) == [.invalidValue])
        #expect(load.findings.first?.location?.description == "b.json:2:49")
        #expect(load.manifests.groups.first?.members?.map(\.value) == ["cn=jane"])
    }

    @Test func membersWhereSelectsTheRecordsOfManagedUsers() {
        let direct = Self.file(
            "c.json",
            "Users",
            #"""
            "users": [{"email": "amy@x.co", "surname": "Finance"},
            {"email": "gone@x.co", "surname": "Finance", "lifecycle": "absent"}]
            """#
        )
        let groups = Self.file(
            "b.json",
            "Groups",
            #"""
            "groups": [{"name": "G", "members": ["jo@x.co"], "members_where": "department eq \"finance\" or surname eq \"Finance\""},
            {"name": "None", "members_where": "department eq \"HR\""}, {"name": "Silent"}]
            """#
        )
        let load = loadManifests([groups, Self.mapping, Self.people, direct])
        #expect(load.findings == [])
        let members = load.manifests.groups.map { $0.members?.map(\.value) }
        #expect(members == [["jo@x.co", "jane@x.co", "amy@x.co"], [], nil])
        #expect(load.manifests.groups.first?.members?.last?.location.description == "b.json:2:67")
    }

    /// A misspelt attribute would select nobody, and take everybody out of the group.
    @Test(arguments: [
        (#"departmnt eq \"Finance\""#, "b.json:2:44", "departmnt", "Did you mean \"department\"?"),
        (
            #"department pr and not (\u0073n eq \"x\")"#, "b.json:2:67", "sn",
            "Correct the name, or load the users whose records have it."
        ),
        (#"name.famlyName pr"#, "b.json:2:44", "name.famlyName", "Did you mean \"name.familyName\"?"),
    ])
    func membersWhereNamesAnAttributeThatNobodyHas(filter: String, place: String, name: String, remedy: String) throws {
        let direct = Self.file(
            "a.json",
            "Users",
            #""mapping": "directory", "users": [{"mail": "jo@x.co", "department": "Sales", "name": {"familyName": "Lee"}}]"#
        )
        let groups = Self.file("b.json", "Groups", "\"groups\": [{\"name\": \"G\", \"members_where\": \"\(filter)\"}]")
        let load = loadManifests([groups, Self.mapping, direct])
        let finding = try #require(load.findings.first)
        #expect(load.findings.count == 1 && finding.severity == .warning)
        #expect(
            finding.message
                == "groups[0].members_where: no user's record has an attribute \"\(name)\", so nobody is removed from the group."
        )
        #expect(finding.remedy == remedy)
        #expect(finding.location?.description == place)
        #expect(load.manifests.groups.map(\.selectsByUnknownAttribute) == [true])
    }

    @Test func anEnabledThatIsNoBooleanIsWarnedOfOnce() throws {
        let users = Self.file(
            "a.json",
            "Users",
            #"""
            "mapping": "directory", "users": [{"mail": "a@x.co", "enabled": true}, {"mail": "b@x.co", "enabled": null},
            {"mail": "c@x.co", "enabled": "FALSE"}, {"mail": "d@x.co", "enabled": "TRUE"}]
            """#
        )
        let load = loadManifests([Self.mapping, users])
        let finding = try #require(load.findings.first)
        #expect(load.findings.count == 1 && finding.severity == .warning)
        #expect(
            finding.message
                == "users[2].enabled is a string, so it says nothing of the status: without \"status\" in the mapping "
                + "\"directory\" only a Boolean does."
        )
        #expect(finding.location?.description == "a.json:3:31")
        #expect(load.manifests.users.map(\.status) == [.active, nil, nil, nil])
    }

    @Test func anEnabledThatTheStatusIsMappedFromIsNotWarnedOf() {
        let mapping = Self.file(
            "z.json",
            "Mapping",
            #"""
            "name": "directory", "users": {"email": {"from": "mail"},
            "status": {"from": "enabled", "cases": {"FALSE": "suspended", "TRUE": "active"}}}
            """#
        )
        let users = Self.file(
            "a.json",
            "Users",
            #""mapping": "directory", "users": [{"mail": "c@x.co", "enabled": "FALSE"}]"#
        )
        let load = loadManifests([mapping, users])
        #expect(load.findings == [] && load.manifests.users.map(\.status) == [.suspended])
    }

    @Test(arguments: [
        (
            "an unknown mapping",
            [file("a.json", "Users", "\"mapping\": \"directroy\", \"users\": [{\"x\": 1}]"), mapping],
            FindingCode.unknownMapping, "a.json:2:12", "Did you mean \"directory\"?"
        ),
        (
            "no mapping at all", [file("a.json", "Groups", "\"mapping\": \"a\", \"groups\": []")], .unknownMapping,
            "a.json:2:12", "Write a Mapping manifest with \"name\": \"a\"."
        ),
        (
            "a mapping that is no name", [file("a.json", "Groups", "\"mapping\": 1, \"groups\": [{\"x\": 1}]")],
            .wrongType, "a.json:2:12", "Write the name of a Mapping manifest."
        ),
        (
            "a mapping of groups only",
            [
                file("m.json", "Mapping", "\"name\": \"g\", \"groups\": {\"name\": {\"from\": \"cn\"}}"),
                file("a.json", "Users", "\"mapping\": \"g\", \"users\": [{\"x\": 1}]"),
            ], .missingField, "a.json:2:12", "Add \"users\" to the mapping."
        ),
        (
            "a second mapping of one name", [mapping, file("zz.json", "Mapping", "\"name\": \"directory\"")],
            .duplicateMapping, "zz.json:2:9", "Give each mapping a name of its own."
        ),
        (
            "a mapping with a fault, once for all its records",
            [
                file(
                    "z.json",
                    "Mapping",
                    "\"name\": \"directory\", \"filter\": \"mail\", \"users\": {\"email\": {\"value\": \"x\"}}"
                ), people,
            ],
            .invalidValue, "z.json:2:37", "Write one of eq, ne, co, sw, ew, gt, ge, lt, le, pr."
        ),
        (
            "one reference ID twice",
            [
                mapping,
                file(
                    "a.json",
                    "Users",
                    "\"mapping\": \"directory\", \"users\": [{\"dn\": \"CN=A\", \"mail\": \"a@x.co\"},\n{\"dn\": \"cn=a\", \"mail\": \"b@x.co\"}]"
                ),
            ], .duplicateUser, "a.json:3:1", "Map \"id\" to a field that is different for each person, such as a DN."
        ),
        (
            "an attribute that live members do not have",
            [file("p.json", "Policy", "\"users\": {\"scope\": {\"filter\": \"emial pr\"}}")], .invalidValue,
            "p.json:2:32",
            "Did you mean \"email\"?"
        ),
        (
            "an attribute that live groups do not have",
            [file("p.json", "Policy", "\"groups\": {\"scope\": {\"filter\": \"name pr and email pr\"}}")],
            .invalidValue,
            "p.json:2:45", "Use one of name, external_id, management, member_count."
        ),
    ])
    func faultsAcrossFiles(name: String, files: [ManifestFile], code: FindingCode, place: String, remedy: String) {
        let load = loadManifests(files)
        #expect(load.findings.map(\.code) == [code], "\(load.findings)")
        #expect(load.findings.first?.location?.description == place)
        #expect(load.findings.first?.remedy == remedy)
    }
}

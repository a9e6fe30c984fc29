import Testing

@testable import TeamPlanning

/// Imports into a workspace that is there: what changes, and what stays as it is, byte for byte.
struct TeamImportTests {
    private static let users = """
        { "apiVersion": "roster/v1", "kind": "Users",
          "users": [
            {"email": "ann@x.com", "description": "Boss.",  "status":"active", "external_id": "1", "groups": ["Old", "Staff"]},
            {"email": "eve@x.com", "given_name": "Eve"},
            {"email": "gone@x.com"},
            {"email": "soon@x.com"}
          ]
        }
        """
    private static let groups = """
        {
          "apiVersion": "roster/v1",
          "kind": "Groups",
          "groups": [
            {"name": "Old", "id": "7", "description": "From the users' side."},
            {"name": "Staff", "members": ["ann@x.com", "gone@x.com", "soon@x.com"]}
          ]
        }
        """

    private static let live = LiveState(
        team: Team(id: "dbtid:x", name: "X", licensedSeats: 9, provisionedUsers: 4),
        actingAdmin: ActingAdmin(id: MemberID("m:0"), email: "admin@x.com"),
        members: [
            Member(id: MemberID("m:0"), email: "admin@x.com", status: .active),
            Member(id: MemberID("m:1"), email: "anna@x.com", externalID: "roster:default/1", status: .suspended),
            Member(id: MemberID("m:2"), email: "eve@x.com", status: .active, givenName: "Eve", surname: "New"),
            Member(id: MemberID("m:3"), email: "gone@x.com", status: .removed(isRecoverable: false)),
            Member(id: MemberID("m:4"), email: "dan@x.com", status: .invited),
        ],
        groups: [
            Group(
                id: GroupID("g:1"),
                name: "New",
                externalID: "roster:default/7",
                memberCount: 2,
                members: [Membership(member: 1), Membership(member: 2)]
            ),
            Group(
                id: GroupID("g:2"),
                name: "Staff",
                memberCount: 2,
                members: [Membership(member: 0), Membership(member: 1)]
            ),
        ],
        roles: []
    )

    private static func run(
        _ files: [(String, String)],
        live: LiveState = live,
        _ change: (inout ImportOptions) -> Void = { _ in }
    ) throws -> (TeamImport, [String: String]) {
        let files = files.map { ManifestFile(path: "m/\($0.0)", bytes: Array($0.1.utf8)) }
        var options = ImportOptions(folder: "m")
        change(&options)
        let result = try TeamImport(files: files, load: loadManifests(files), live: live, options: options)
        let texts = result.applied(to: files).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
        return (result, Dictionary(uniqueKeysWithValues: texts))
    }

    @Test func changesOnlyWhatChanged() throws {
        let (result, texts) = try Self.run([("users.json", Self.users), ("groups.json", Self.groups)])
        #expect(
            texts["m/users.json"] == """
                { "apiVersion": "roster/v1", "kind": "Users",
                  "users": [
                    {"email": "anna@x.com", "description": "Boss.",  "status":"suspended", "external_id": "1", "groups": ["New", "Staff"]},
                    {
                      "email": "dan@x.com",
                      "status": "active",
                      "role": "member_only"
                    },
                    {"email": "eve@x.com", "given_name": "Eve"},
                    {"email": "soon@x.com"}
                  ]
                }
                """
        )
        #expect(
            texts["m/groups.json"] == """
                {
                  "apiVersion": "roster/v1",
                  "kind": "Groups",
                  "groups": [
                    {"name": "New", "id": "7", "description": "From the users' side.", "members": ["eve@x.com"]},
                    {"name": "Staff", "members": ["admin@x.com", "anna@x.com", "soon@x.com"]}
                  ]
                }
                """
        )
        #expect((result.users.added, result.users.updated, result.users.removed) == (1, 1, 1))
        #expect((result.groups.added, result.groups.updated, result.groups.removed) == (0, 2, 0))
        #expect(result.findings.map(\.code) == [.keptRecord])
    }

    struct SideCase: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var users: String
        var group = #"{"name": "Staff"}"#
        /// The record of the group and the users afterwards.
        var imported: (group: String, users: String)

        init(_ name: String, _ users: String, group: String? = nil, becomes: String? = nil, users after: String? = nil)
        {
            testDescription = name
            self.users = users
            if let group { self.group = group }
            imported = (becomes ?? self.group, after ?? users)
        }
    }

    @Test(
        "members are written where planning would take somebody away, and nowhere else",
        arguments: [
            SideCase("nobody speaks of groups", #"{"email": "eve@x.com"}"#),
            SideCase("who speaks of groups is not in this one", #"{"email": "eve@x.com", "groups": []}"#),
            SideCase(
                "who speaks of groups is not in it, and leaves it nobody who could go",
                #"{"email": "eve@x.com", "groups": ["Staff"]}"#,
                users: #"{"email": "eve@x.com", "groups": []}"#
            ),
            SideCase(
                "a member's own record does not name the group: it does now, and so everybody has to be named",
                #"{"email": "ann@x.com", "groups": []}"#,
                becomes: #"{"name": "Staff", "members": ["bob@x.com", "zoe@x.com"]}"#,
                users: #"{"email": "ann@x.com", "groups": ["Staff"]}"#
            ),
            SideCase(
                "one member's record names the group, which speaks for all",
                #"{"email": "ann@x.com", "groups": ["staff"]}"#,
                becomes: #"{"name": "Staff", "members": ["bob@x.com", "zoe@x.com"]}"#
            ),
            SideCase(
                "somebody who is not in the team yet names the group",
                #"{"email": "soon@x.com", "groups": ["Staff"]}"#,
                becomes: #"{"name": "Staff", "members": ["ann@x.com", "bob@x.com", "zoe@x.com"]}"#
            ),
            SideCase(
                "somebody who left the team named the group",
                #"{"email": "gone@x.com", "groups": ["Staff"]}"#,
                users: ""
            ),
            SideCase(
                "a record that is let go names the group",
                #"{"email": "ann@x.com", "groups": ["Staff"], "lifecycle": "released"}"#
            ),
            SideCase(
                "the group's own record speaks",
                #"{"email": "eve@x.com"}"#,
                group: #"{"name": "Staff", "members": []}"#,
                becomes: #"{"name": "Staff", "members": ["ann@x.com", "bob@x.com", "zoe@x.com"]}"#
            ),
            SideCase(
                "an additive group",
                #"{"email": "ann@x.com", "groups": []}"#,
                group: #"{"name": "Staff", "membership": "additive"}"#
            ),
        ]
    )
    func writesMembersWhereNeeded(row: SideCase) throws {
        var live = Self.live
        live.members = [
            Member(id: MemberID("m:0"), email: "admin@x.com", status: .active),
            Member(id: MemberID("m:1"), email: "ann@x.com", status: .active),
            Member(id: MemberID("m:2"), email: "bob@x.com", status: .active),
            Member(id: MemberID("m:3"), email: "eve@x.com", status: .active),
            Member(id: MemberID("m:4"), email: "gone@x.com", status: .removed(isRecoverable: false)),
            Member(id: MemberID("m:5"), email: "zoe@x.com", status: .active),
        ]
        live.groups = [
            Group(id: GroupID("g:1"), name: "Staff", memberCount: 3, members: [1, 2, 5].map { Membership(member: $0) })
        ]
        func files(_ users: String, _ group: String) -> [(String, String)] {
            [
                ("users.json", #"{"apiVersion": "roster/v1", "kind": "Users", "users": [\#(users)]}"#),
                ("groups.json", #"{"apiVersion": "roster/v1", "kind": "Groups", "groups": [\#(group)]}"#),
            ]
        }
        let nobody = try Filter.parse("email eq \"nobody\"", attributes: nil).get()
        let (_, texts) = try Self.run(files(row.users, row.group), live: live) { $0.userFilter = nobody }
        let expected = files(row.imported.users, row.imported.group)
        #expect(texts["m/groups.json"] == expected[1].1)
        #expect(texts["m/users.json"] == expected[0].1)
        let (again, _) = try Self.run(texts.map { ($0.key.dropFirst(2).description, $0.value) }, live: live) {
            $0.userFilter = nobody
        }
        #expect(again.files == [])
    }

    /// Two groups were given each other's name in Dropbox. Their records have no ID, so their names are their IDs.
    @Test func aRenamedGroupStaysTheOneThatItIs() throws {
        var live = Self.live
        live.groups = [("g:1", "Beta", "Gamma", [1]), ("g:2", "Gamma", "Beta", [])].map {
            id,
            name,
            externalID,
            members in
            Group(
                id: GroupID(id),
                name: name,
                externalID: "roster:default/\(externalID)",
                memberCount: members.count,
                members: members.map { Membership(member: $0) }
            )
        }
        let records = #"[{"name": "Beta"}, {"name": "Gamma"}]"#
        let text = #"{"apiVersion": "roster/v1", "kind": "Groups", "groups": \#(records)}"#
        let users = #"{"apiVersion": "roster/v1", "kind": "Users", "users": []}"#
        let (_, first) = try Self.run([("users.json", users), ("groups.json", text)], live: live)
        let imported = try #require(first["m/groups.json"])
        #expect(imported.contains(#"{"name": "Gamma", "id": "Beta"}"#), "\(imported)")
        #expect(imported.contains(#"{"name": "Beta", "id": "Gamma"}"#), "\(imported)")
        let again = try #require(first["m/users.json"])
        let (second, _) = try Self.run([("users.json", again), ("groups.json", imported)], live: live)
        #expect(second.files.isEmpty, "\(second.files.map { String(decoding: $0.after, as: UTF8.self) })")
    }

    @Test func prunesOnlyWhenAsked() throws {
        let (result, texts) = try Self.run([("users.json", Self.users), ("groups.json", Self.groups)]) {
            $0.prunes = true
        }
        #expect(result.users.removed == 2)
        #expect(texts["m/users.json"]?.contains("soon@x.com") == false)
    }

    @Test func reportsMappedRecordsAndLeavesThem() throws {
        let mapping = """
            {"apiVersion": "roster/v1", "kind": "Mapping", "name": "ldap",
             "users": {"email": {"from": "mail"}, "surname": {"from": "sn"}, "external_id": {"from": "n"}}}
            """
        let people = """
            {"apiVersion": "roster/v1", "kind": "Users", "mapping": "ldap",
             "users": [{"mail": "eve@x.com", "sn": "Old"}, {"mail": "gone@x.com"}]}
            """
        let (result, texts) = try Self.run([("people.json", people), ("mapping.json", mapping)])
        #expect(texts["m/people.json"] == people)
        #expect(result.findings.filter { $0.code == .mappedRecord }.count == 2)
        #expect(texts["m/users.json"]?.contains("eve@x.com") == false)
        #expect(texts["m/users.json"]?.contains("anna@x.com") == true)
    }

    @Test(
        arguments: [
            LiveState.withoutAdmin(live), .withFewMembers(live),
        ]
    )
    func refusesAnIncompleteRead(live: LiveState) {
        #expect(throws: ImportRefusal.self) { try Self.run([("users.json", Self.users)], live: live) }
    }

    @Test(
        "with mark_existing false a group keeps the external ID that it has",
        arguments: [nil, "roster:old/1", "okta-7", "roster:default/other"] as [String?]
    )
    func keepsExternalIDs(externalID: String?) {
        var live = Self.live
        live.groups = [Group(id: GroupID("g:1"), name: "Staff", externalID: externalID, memberCount: 0, members: [])]
        var manifests = Manifests()
        let place = SourceLocation(file: "a.json", line: 1, column: 1)
        manifests.groups = [DesiredGroup(name: Located("Staff", at: place), location: place)]
        for marks in [true, false] {
            manifests.policy.groups.markExisting = marks
            let digest = Digest(sha256: { _ in Array(repeating: 0, count: 32) })
            let plan = Plan(manifests: manifests, live: live, options: PlanOptions(now: 0), digest: digest)
            #expect(plan.changes.isEmpty == (!marks || externalID == "okta-7"))
            #expect(!marks == plan.findings.filter { $0.code == .foreignExternalID }.isEmpty || externalID != "okta-7")
        }
    }
}

extension LiveState {
    fileprivate static func withoutAdmin(_ live: LiveState) -> LiveState {
        var live = live
        live.members.removeFirst()
        return live
    }

    fileprivate static func withFewMembers(_ live: LiveState) -> LiveState {
        var live = live
        live.team.provisionedUsers = 40
        return live
    }
}

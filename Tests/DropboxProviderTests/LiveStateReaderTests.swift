import DropboxAPI
import Synchronization
import TeamPlanning
import Testing

@testable import DropboxProvider

@Suite struct LiveStateReaderTests {
    private func dropbox(
        members: [String],
        groups: [String] = [],
        more: [String: [ScriptedDropbox.Answer]] = [:]
    ) -> ScriptedDropbox {
        let script: [String: [ScriptedDropbox.Answer]] = [
            "team/get_info": [.ok(TeamJSON.info)],
            "team/token/get_authenticated_admin": [.ok(TeamJSON.admin)],
            "team/members/list_v2": [.ok(TeamJSON.members(members))],
            "team/groups/list": [.ok(TeamJSON.groups(groups))],
        ]
        return ScriptedDropbox(script.merging(more) { $1 })
    }

    private func read(
        _ dropbox: ScriptedDropbox,
        needsRoles: Bool = false,
        options: LiveReadOptions = LiveReadOptions(),
        needsAccess: (Group) -> Bool = { _ in false }
    ) async throws -> LiveState {
        try await LiveStateReader(client: dropbox.client, options: options)
            .read(needsRoles: needsRoles, needsAccess: needsAccess)
    }

    private let admin = TeamJSON.member(
        TeamJSON.profile("dbmid:a", "Admin@Example.com", groups: ["g:2", "g:all"]),
        role: TeamJSON.teamRole
    )

    /// The team of `aTeamIsReadInFourCalls` as planning sees it.
    private static let small = LiveState(
        team: Team(id: "dbtid:1", name: "Acme", licensedSeats: 50, provisionedUsers: 3),
        actingAdmin: ActingAdmin(id: MemberID("dbmid:a"), email: "Admin@Example.com"),
        members: [
            Member(
                id: MemberID("dbmid:a"),
                email: "Admin@Example.com",
                status: .active,
                givenName: "Ann",
                surname: "Lee",
                roles: [RoleID("pid_dbtmr:AAAAAFMcx6E0tax39Kb0H671TzWLeE07dwaqFQ5fDRy2")]
            ),
            Member(
                id: MemberID("dbmid:b"),
                email: "bob@example.com",
                secondaryEmails: ["b@x.org"],
                externalID: "roster:default/7",
                status: .suspended,
                givenName: "Ann",
                surname: "Lee",
                persistentID: "p",
                isDirectoryRestricted: true,
                suspendedOn: "2026-01-02T03:04:05Z"
            ),
        ],
        groups: [
            Group(
                id: GroupID("g:1"),
                name: "One",
                externalID: "roster:default/One",
                memberCount: 1,
                members: [Membership(member: 1)]
            ),
            Group(
                id: GroupID("g:2"),
                name: "Two",
                management: .userManaged,
                memberCount: 2,
                members: [Membership(member: 0), Membership(member: 1)]
            ),
            Group(
                id: GroupID("g:all"),
                name: "Everyone",
                management: .systemManaged,
                memberCount: 2,
                members: []
            ),
        ],
        roles: [
            Role(
                id: RoleID("pid_dbtmr:AAAAAFMcx6E0tax39Kb0H671TzWLeE07dwaqFQ5fDRy2"),
                name: "Team",
                key: "team_admin"
            )
        ]
    )

    @Test func aTeamIsReadInFourCalls() async throws {
        let bob = TeamJSON.member(
            TeamJSON.profile(
                "dbmid:b",
                "bob@example.com",
                status: #"{".tag":"suspended"}"#,
                groups: ["g:2", "g:1", "g:unknown"],
                extra:
                    #","external_id":"roster:default/7","suspended_on":"2026-01-02T03:04:05Z","persistent_id":"p","is_directory_restricted":true,"secondary_emails":[{"email":"b@x.org","is_verified":true}]"#
            )
        )
        let dropbox = dropbox(
            members: [bob, admin],
            groups: [
                TeamJSON.group("g:all", "Everyone", count: 2, management: "system_managed"),
                TeamJSON.group("g:2", "Two", count: 2, management: "user_managed"),
                TeamJSON.group("g:1", "One", count: 1, externalID: "roster:default/One"),
            ]
        )
        let live = try await read(dropbox)
        #expect(live == Self.small)
        #expect(
            Set(dropbox.calls) == [
                .init(route: "team/get_info", body: "null"),
                .init(route: "team/token/get_authenticated_admin", body: "null"),
                .init(route: "team/members/list_v2", body: #"{"include_removed":true,"limit":1000}"#),
                .init(route: "team/groups/list", body: #"{"limit":1000}"#),
            ]
        )
        #expect(dropbox.calls.count == 4)
    }

    @Test func theOrderOfDropboxDoesNotMatter() async throws {
        let rows = ["dbmid:c", "dbmid:b"].map { TeamJSON.member(TeamJSON.profile($0, "\($0)@x.org", groups: ["g:1"])) }
        let groups = [TeamJSON.group("g:2", "Two", count: 1), TeamJSON.group("g:1", "One", count: 2)]
        let forward = try await read(dropbox(members: rows + [admin], groups: groups))
        let backward = try await read(dropbox(members: [admin] + rows.reversed(), groups: groups.reversed()))
        #expect(forward == backward)
        #expect(forward.members.map(\.id.rawValue) == ["dbmid:a", "dbmid:b", "dbmid:c"])
    }

    @Test func aGroupWhoseCountDisagreesIsReadByItself() async throws {
        let dropbox = dropbox(
            members: [admin],
            groups: [TeamJSON.group("g:1", "One", count: 1), TeamJSON.group("g:2", "Two", count: 1)],
            more: [
                "team/groups/members/list": [
                    .ok(TeamJSON.groupMembers([("dbmid:a", "owner"), ("dbmid:gone", "member")]))
                ]
            ]
        )
        let live = try await read(dropbox)
        #expect(live.groups.map(\.members) == [[Membership(member: 0, access: .owner)], [Membership(member: 0)]])
        #expect(
            dropbox.calls.last
                == .init(
                    route: "team/groups/members/list",
                    body: #"{"group":{".tag":"group_id","group_id":"g:1"},"limit":1000}"#
                )
        )
        #expect(dropbox.calls.count == 5)
    }

    @Test func aGroupWithoutACountIsReadAndCounted() async throws {
        let dropbox = dropbox(
            members: [admin],
            groups: [TeamJSON.group("g:2", "Two", count: nil)],
            more: ["team/groups/members/list": [.ok(TeamJSON.groupMembers([("dbmid:a", "member")]))]]
        )
        let live = try await read(dropbox)
        #expect(live.groups.first?.memberCount == 1)
        #expect(live.groups.first?.members == [Membership(member: 0, access: .member)])
    }

    @Test func accessIsReadWhereItIsNeeded() async throws {
        let dropbox = dropbox(
            members: [admin],
            groups: [
                TeamJSON.group("g:2", "Two", count: 1), TeamJSON.group("g:3", "Three", count: 0),
                TeamJSON.group("g:all", "Everyone", count: 1, management: "system_managed"),
            ],
            more: ["team/groups/members/list": [.ok(TeamJSON.groupMembers([("dbmid:a", "lord")]))]]
        )
        let live = try await read(dropbox) { $0.name != "Three" }
        #expect(live.groups.map(\.members) == [[Membership(member: 0, access: nil)], [], []])
        #expect(dropbox.routes.filter { $0 == "team/groups/members/list" }.count == 1)
    }

    @Test func aGroupThatVanishesMeanwhileIsLeftOut() async throws {
        let dropbox = dropbox(
            members: [admin],
            groups: [TeamJSON.group("g:0", "Zero", count: 5), TeamJSON.group("g:2", "Two", count: 1)],
            more: ["team/groups/members/list": [.refused(#"{".tag":"group_not_found"}"#)]]
        )
        #expect(try await read(dropbox).groups.map(\.name) == ["Two"])
    }

    @Test func rolesAreListedOnlyWhenNeeded() async throws {
        let roles = #"{"roles":[\#(TeamJSON.supportRole),\#(TeamJSON.customRole),\#(TeamJSON.teamRole)]}"#
        let dropbox = dropbox(
            members: [admin],
            more: ["team/members/get_available_team_member_roles": [.ok(roles)]]
        )
        let live = try await read(dropbox, needsRoles: true)
        #expect(live.roles.map(\.name) == ["Support admin", "Librarian", "Team"])
        #expect(live.roles.map(\.key) == ["support_admin", nil, "team_admin"])
        #expect(dropbox.calls.count == 5)
    }

    @Test func aListWithoutTheActingAdminIsReadOnceMoreInSmallPages() async throws {
        let dropbox = dropbox(
            members: [],
            more: ["team/members/list_v2": [.ok(TeamJSON.members([])), .ok(TeamJSON.members([admin]))]]
        )
        #expect(try await read(dropbox).members.count == 1)
        let bodies = dropbox.calls.filter { $0.route == "team/members/list_v2" }.map(\.body)
        #expect(bodies == [#"{"include_removed":true,"limit":1000}"#, #"{"include_removed":true,"limit":100}"#])
    }

    @Test func inSmallPagesItIsReadOnlyOnce() async throws {
        let dropbox = dropbox(members: [])
        #expect(try await read(dropbox, options: LiveReadOptions(pageSize: 50)).members.isEmpty)
        #expect(dropbox.calls.count == 4)
    }

    @Test func pagesAreFollowedAndProgressIsTold() async throws {
        let bob = TeamJSON.member(TeamJSON.profile("dbmid:b", "bob@x.org"))
        let dropbox = dropbox(
            members: [],
            more: [
                "team/members/list_v2": [.ok(TeamJSON.members([admin, bob], hasMore: true))],
                "team/members/list/continue_v2": [.ok(TeamJSON.members([bob]))],
            ]
        )
        let told = Mutex<[LiveReadProgress]>([])
        let reader = LiveStateReader(client: dropbox.client) { progress in told.withLock { $0.append(progress) } }
        let live = try await reader.read(needsRoles: false) { _ in false }
        #expect(live.members.map(\.email) == ["Admin@Example.com", "bob@x.org"])
        #expect(told.withLock { Set($0) } == [.members(read: 2), .members(read: 3), .groups(read: 0)])
    }

    @Test func aFailureIsPassedOn() async throws {
        let dropbox = dropbox(
            members: [admin],
            more: ["team/groups/list": [.init(status: 403, body: #"{"error":{".tag":"team_access_denied"}}"#)]]
        )
        let error = await #expect(throws: DropboxError.self) { try await read(dropbox) }
        #expect(error?.code == .accessDenied)
    }

    @Test(arguments: [
        (#"{".tag":"active"}"#, MemberStatus.active),
        (#"{".tag":"invited"}"#, .invited),
        (#"{".tag":"suspended"}"#, .suspended),
        (#"{".tag":"removed","is_recoverable":true,"is_disconnected":false}"#, .removed(isRecoverable: true)),
        (#"{".tag":"removed","is_recoverable":true,"is_disconnected":true}"#, .removed(isRecoverable: false)),
        (#"{".tag":"removed","is_recoverable":false,"is_disconnected":false}"#, .removed(isRecoverable: false)),
        (#"{".tag":"moved_to_another_team"}"#, .unknown),
    ])
    func everyStatusIsUnderstood(_ json: String, _ status: MemberStatus) async throws {
        let row = TeamJSON.member(TeamJSON.profile("dbmid:b", "b@x.org", status: json, groups: ["g:1"]))
        let dropbox = dropbox(
            members: [admin, row],
            groups: [TeamJSON.group("g:1", "One", count: status.isLive ? 1 : 0)]
        )
        let live = try await read(dropbox)
        #expect(live.members.last?.status == status)
        #expect(live.groups.first?.members.count == (status.isLive ? 1 : 0))
        #expect(dropbox.calls.count == 4)
    }

    @Test(arguments: [
        ("pid_dbtmr:AAAAAFMcx6E0tax39Kb0H671TzWLeE07dwaqFQ5fDRy2", "Équipe", "team_admin"),
        ("pid_dbtmr:1", "Team", "team_admin"),
        ("pid_dbtmr:1", "TEAM ADMIN", "team_admin"),
        ("pid_dbtmr:1", "User management", "user_management_admin"),
        ("pid_dbtmr:1", "User management admin", "user_management_admin"),
        ("pid_dbtmr:1", "Support", "support_admin"),
        ("pid_dbtmr:1", "Support admin", "support_admin"),
        ("pid_dbtmr:1", "Team librarian", nil),
    ])
    func dropboxsOwnRolesAreRecognised(_ id: String, _ name: String, _ key: String?) {
        #expect(RoleKeys.key(id: id, name: name) == key)
    }
}

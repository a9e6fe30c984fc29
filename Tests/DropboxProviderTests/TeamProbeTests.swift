import DropboxAPI
import DropboxProvider
import TeamPlanning
import Testing

/// What a probe tries, and where it stops.
@Suite struct TeamProbeTests {
    typealias Answer = ScriptedDropbox.Answer

    private static let all: [String: [Answer]] = [
        "team/get_info": [.ok(TeamJSON.info)],
        "team/token/get_authenticated_admin": [.ok(TeamJSON.admin)],
        "team/members/list_v2": [
            .ok(TeamJSON.members([TeamJSON.member(TeamJSON.profile("dbmid:a", "a@x.org"), role: TeamJSON.teamRole)]))
        ],
        "team/groups/list": [.ok(TeamJSON.groups([TeamJSON.group("g:1", "One", count: 0)]))],
    ]
    private static let noScope = Answer(
        status: 401,
        body: #"{"error":{".tag":"missing_scope","required_scope":"groups.read"}}"#
    )

    private func probe(_ changes: [String: [Answer]] = [:]) async throws -> (TeamProbe.Observation, [String]) {
        let dropbox = ScriptedDropbox(Self.all.merging(changes) { $1 })
        return (try await TeamProbe(client: dropbox.client).run(), dropbox.routes)
    }

    @Test func everythingIsReadOnce() async throws {
        let (seen, routes) = try await probe()
        #expect(try seen.team?.get().id == "dbtid:1")
        #expect(try seen.admin?.get().id == MemberID("dbmid:a"))
        #expect(try seen.members?.get().map(\.id) == [MemberID("dbmid:a")])
        #expect(try seen.groups?.get().map(\.name) == ["One"])
        #expect(seen.roles.map(\.key) == ["team_admin"])
        #expect(routes.sorted() == Self.all.keys.sorted())
    }

    @Test func aScopeThatIsMissingHidesNothingElse() async throws {
        for route in Self.all.keys {
            let (seen, routes) = try await probe([route: [Self.noScope]])
            #expect(routes.count == 4)
            let failures = [
                seen.team.map { $0.isFailure }, seen.admin.map { $0.isFailure }, seen.members.map { $0.isFailure },
                seen.groups.map { $0.isFailure },
            ]
            #expect(failures.count { $0 == true } == 1 && !failures.contains(nil))
        }
    }

    @Test(arguments: [
        Answer(status: 401, body: #"{"error":{".tag":"invalid_access_token"}}"#), .lost, Answer(status: 500, body: ""),
        Answer(status: 302, body: ""),
    ])
    func whoIsNotLetInDoesNotTryOn(answer: Answer) async throws {
        let (seen, routes) = try await probe(["team/get_info": [answer]])
        #expect(seen.team?.isFailure == true)
        #expect(seen.admin == nil && seen.members == nil && seen.groups == nil)
        #expect(Set(routes) == ["team/get_info"])
    }
}

extension Result {
    fileprivate var isFailure: Bool {
        if case .failure = self { true } else { false }
    }
}

import DropboxAPI
import DropboxProvider
import Reconciliation
import Synchronization
import TeamPlanning
import Testing

/// Batches that Dropbox refuses as a whole: the group is read, the rest is asked for, and at last the offender is isolated.
@Suite struct GroupBatchTests {
    private static let group = GroupID("g:1")

    private static func people(_ range: ClosedRange<Int>) -> [GroupMember] {
        range.map { GroupMember(id: MemberID("dbmid:\($0)"), access: .member) }
    }

    private func add(_ people: [GroupMember], _ service: FakeGroup) async throws(GatewayError) -> Receipt {
        try await DropboxTeamGateway(client: service.client).addMembers(people, to: Self.group)
    }

    private func remove(_ people: [GroupMember], _ service: FakeGroup) async throws(GatewayError) -> Receipt {
        try await DropboxTeamGateway(client: service.client).removeMembers(people.map(\.id), from: Self.group)
    }

    @Test func whoIsThereAlreadyIsLeftOut() async throws {
        let service = FakeGroup(members: ["dbmid:2", "dbmid:9"])
        _ = try await add(Self.people(1...3), service)
        #expect(service.members == ["dbmid:1", "dbmid:2", "dbmid:3", "dbmid:9"])
        #expect(service.writes == [3, 2])
        #expect(service.reads == 1)
    }

    @Test func whoIsGoneAlreadyIsLeftOut() async throws {
        let service = FakeGroup(members: ["dbmid:1", "dbmid:3", "dbmid:9"])
        _ = try await remove(Self.people(1...3), service)
        #expect(service.members == ["dbmid:9"])
        #expect(service.writes == [3, 2])
    }

    @Test func everybodyThereIsNoSecondCall() async throws {
        let service = FakeGroup(members: ["dbmid:1", "dbmid:2"])
        _ = try await add(Self.people(1...2), service)
        #expect(service.writes == [2])
    }

    /// Dropbox calls somebody a duplicate whom the group does not show, however often it is read.
    @Test(arguments: [[5], [1], [16], [3, 11], [1, 2, 3, 4]])
    func anOffenderWhomNothingShowsIsIsolated(_ offenders: [Int]) async throws {
        let service = FakeGroup(members: [], refusing: Set(offenders.map { "dbmid:\($0)" }))
        let error = await #expect(throws: GatewayError.self) { try await add(Self.people(1...16), service) }
        #expect(error?.code == .rejected)
        #expect(error?.offendingMembers == Set(offenders.map { MemberID("dbmid:\($0)") }))
        #expect(service.members.count == 16 - offenders.count)
        #expect(service.writes.count <= 1 + 2 * 4 * offenders.count)
        #expect(error?.areOthersDone == true)
    }

    @Test func anOffenderOfARemovalIsIsolated() async throws {
        let service = FakeGroup(members: Set((1...8).map { "dbmid:\($0)" }), refusing: ["dbmid:6"])
        let error = await #expect(throws: GatewayError.self) { try await remove(Self.people(1...8), service) }
        #expect(error?.offendingMembers == [MemberID("dbmid:6")])
        #expect(error?.areOthersDone == true)
        #expect(error?.message.contains("(member_not_in_group)") == true)
        #expect(service.members == ["dbmid:6"])
    }

    /// Another access would take another kind of write.
    @Test func whoIsThereWithAnotherAccessIsReported() async throws {
        let service = FakeGroup(members: ["dbmid:2"])
        var people = Self.people(1...3)
        people[1].access = .owner
        let error = await #expect(throws: GatewayError.self) { try await add(people, service) }
        #expect(error?.offendingMembers == [MemberID("dbmid:2")])
        #expect(error?.message == "Dropbox shows them in the group with another access: run plan again")
        #expect(service.members == ["dbmid:1", "dbmid:2", "dbmid:3"])
    }
}

/// A group as Dropbox keeps it: calls for several succeed or fail as a whole, and a refusal names nobody.
private final class FakeGroup: HTTPTransport {
    private struct State {
        var members: Set<String>
        var writes: [Int] = []
        var reads = 0
        var now = Duration.zero
    }

    private let state: Mutex<State>
    private let refused: Set<String>

    init(members: Set<String>, refusing refused: Set<String> = []) {
        state = Mutex(State(members: members))
        self.refused = refused
    }

    var members: Set<String> { state.withLock { $0.members } }
    /// The sizes of the writes.
    var writes: [Int] { state.withLock { $0.writes } }
    var reads: Int { state.withLock { $0.reads } }

    var client: DropboxClient {
        DropboxClient(
            credentials: .accessToken(Secret("t")),
            transport: self,
            time: Timekeeper(
                now: { self.state.withLock { $0.now } },
                sleep: { pause in self.state.withLock { $0.now += pause } },
                jitter: { 0 }
            )
        )
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let body = String(decoding: request.body, as: UTF8.self)
        let people = Set(body.matches(of: /dbmid:[0-9]+/).map { String($0.output) })
        let isAddition = request.target.url.hasSuffix("/members/add")
        return state.withLock { state in
            if request.target.url.hasSuffix("/members/list") {
                state.reads += 1
                return answer(200, TeamJSON.groupMembers(state.members.sorted().map { (id: $0, access: "member") }))
            }
            state.writes.append(people.count)
            let isFit = isAddition ? people.isDisjoint(with: state.members) : people.isSubset(of: state.members)
            guard isFit, people.isDisjoint(with: refused) else {
                let tag = isAddition ? "duplicate_user" : "member_not_in_group"
                return answer(409, #"{"error_summary":"x","error":{".tag":"\#(tag)"}}"#)
            }
            if isAddition { state.members.formUnion(people) } else { state.members.subtract(people) }
            return answer(200, LostWriteTests.changed)
        }
    }

    private func answer(_ status: Int, _ body: String) -> HTTPResponse {
        HTTPResponse(status: status, body: Array(body.utf8))
    }
}

import DropboxAPI
import Synchronization
import Testing

/// Listings are read to their end, and anew when the cursor dies.
@Suite struct PaginationTests {
    typealias Turn = ScriptedTransport.Turn

    static func ids(_ members: [Wire.Member]) -> [String] { members.map(\.profile.id.rawValue) }

    @Test func allPagesAreRead() async throws {
        let bench = Bench([
            .ok(Sample.membersPage(["1", "2"], cursor: "c1", hasMore: true)),
            .ok(Sample.membersPage([], cursor: "c2", hasMore: true)),
            .ok(Sample.membersPage(["3"], cursor: "c3", hasMore: false)),
        ])
        var counts = [Int]()
        let members = try await bench.client.listMembers(limit: 2, includeRemoved: true) { counts.append($0) }
        #expect(Self.ids(members) == ["1", "2", "3"])
        #expect(counts == [2, 2, 3])
        #expect(Array(bench.transport.bodies.dropFirst()) == [#"{"cursor":"c1"}"#, #"{"cursor":"c2"}"#])
        #expect(bench.transport.paths.last?.hasSuffix("/team/members/list/continue_v2") == true)
    }

    @Test func anInvalidCursorStartsTheListingAnew() async throws {
        let bench = Bench([
            .ok(Sample.membersPage(["stale"], hasMore: true)), .json(409, Sample.invalidCursor),
            .ok(Sample.membersPage(["1"], hasMore: true)), .ok(Sample.membersPage(["2"], hasMore: false)),
        ])
        var counts = [Int]()
        let members = try await bench.client.listMembers(includeRemoved: false) { counts.append($0) }
        #expect(Self.ids(members) == ["1", "2"])
        #expect(counts == [1, 0, 1, 2])
    }

    @Test func restartsAreBounded() async {
        let round = [Turn.ok(Sample.membersPage(["1"], hasMore: true)), .json(409, Sample.invalidCursor)]
        let bench = Bench(Array(repeating: round, count: 9).flatMap { $0 })
        let error = await dropboxError { _ = try await bench.client.listMembers(includeRemoved: false) }
        #expect(error?.code == .listingUnstable)
        #expect(bench.transport.requests.count == 8)
    }

    @Test func aListingWithoutProgressEnds() async {
        let bench = Bench((0..<99).map { .ok(Sample.membersPage([], cursor: "c\($0)", hasMore: true)) })
        let error = await dropboxError { _ = try await bench.client.listMembers(includeRemoved: false) }
        #expect(error?.code == .listingUnstable)
        #expect(bench.transport.requests.count < 10)
    }

    @Test(arguments: [["c", "c"], ["a", "b", "a"]])
    func aCursorThatComesAgainEndsTheListing(cursors: [String]) async {
        let pages = (cursors + ["x", "y"]).map { Turn.ok(Sample.membersPage(["1"], cursor: $0, hasMore: true)) }
        let bench = Bench(pages)
        let error = await dropboxError { _ = try await bench.client.listMembers(includeRemoved: false) }
        #expect(error?.code == .listingUnstable)
        #expect(error?.detail == "the cursor of a page came a second time")
        #expect(bench.transport.requests.count == cursors.count)
    }

    @Test func aListingIsNotEndless() async {
        let count = Mutex(0)
        let bench = Bench([]) { _ in
            let page = count.withLock {
                $0 += 1
                return $0
            }
            return .ok(#"{"groups":[\#(Sample.group)],"cursor":"\#(page)","has_more":true}"#)
        }
        let error = await dropboxError { _ = try await bench.client.listGroups() }
        #expect(error?.code == .listingUnstable)
        #expect(error?.detail == "it has more than 10000 pages")
        #expect(count.withLock { $0 } == 10_000)
    }

    @Test func otherErrorsEndTheListing() async {
        let bench = Bench([
            .ok(Sample.membersPage(["1"], hasMore: true)), .json(409, #"{"error":{".tag":"other"}}"#),
        ])
        let error = await dropboxError { _ = try await bench.client.listMembers(includeRemoved: false) }
        #expect(error?.tags == ["other"])
    }

    @Test(arguments: [
        (
            "groups", "team/groups/list/continue",
            #"{"groups":[],"cursor":"c","has_more":true}"#, #"{"groups":[],"cursor":"c","has_more":false}"#
        ),
        (
            "members", "team/groups/members/list/continue",
            #"{"members":[],"cursor":"c","has_more":true}"#, #"{"members":[],"cursor":"c","has_more":false}"#
        ),
    ])
    func groupListingsContinueAtTheirOwnRoute(kind: String, route: String, first: String, last: String) async throws {
        let bench = Bench([.ok(first), .ok(last)])
        if kind == "groups" {
            #expect(try await bench.client.listGroups(limit: 10).isEmpty)
        } else {
            #expect(try await bench.client.listGroupMembers(of: .init(rawValue: "g:1")).isEmpty)
        }
        #expect(bench.transport.paths.last == "https://api.dropboxapi.com/2/\(route)")
        #expect(bench.transport.bodies.last == #"{"cursor":"c"}"#)
    }

    @Test func lookupsAreSentInBatches() async throws {
        let bench = Bench(Array(repeating: .ok(#"{"members_info":[{".tag":"new"}]}"#), count: 3))
        let lookups = (0..<201).map { Wire.MemberLookup.email("u\($0)@example.com") }
        let items = try await bench.client.memberInfo(lookups)
        #expect(items.count == 3)
        #expect(bench.transport.requests.count == 3)
        #expect(bench.transport.bodies.last?.contains("u200@") == true)
    }

    @Test func noLookupIsNoCall() async throws {
        let bench = Bench([])
        #expect(try await bench.client.memberInfo([]).isEmpty)
        #expect(bench.transport.requests.isEmpty)
    }
}

import Testing

@testable import DropboxSimulator

@Suite struct FaultPlanTests {
    private static let many = ["429:0.1", "500:0.1", "reset:0.1", "lost-reply:0.1", "truncate:0.1", "partial-add:0.1"]

    private static func incidents(
        _ specifications: [String],
        seed: Int,
        calls: ClosedRange<Int> = 1...2000,
        on route: String = MembersAdd.route
    ) throws -> [Incident?] {
        let plan = FaultPlan(try specifications.map { try SimulatedFault($0) }, seed: seed)
        return calls.map { plan.incident(ofCall: $0, on: route) }
    }

    @Test(arguments: [0, 1, 7, -1, Int.max, Int.min])
    func theSameSeedHitsTheSameCalls(seed: Int) throws {
        let first = try Self.incidents(Self.many, seed: seed)
        #expect(try Self.incidents(Self.many, seed: seed) == first)
        #expect(try Self.incidents(Self.many, seed: seed &+ 1) != first)
    }

    @Test func theGeneratorIsTheDocumentedOne() {
        var generator = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<3).map { _ in generator.next() }
        #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test(arguments: FaultKind.allCases.filter { $0.amount == .probability && $0 != .partialAdd })
    func aShareOfTheCallsIsHit(kind: FaultKind) throws {
        let route = "team/groups/job_status/get"
        for (share, expected) in [("0", 0...0), ("0.1", 150...250), ("1", 2000...2000)] {
            let incidents = try Self.incidents(["\(kind.rawValue):\(share)"], seed: 3, on: route).compactMap { $0 }
            #expect(expected.contains(incidents.count), "\(incidents.count)")
            #expect(incidents.allSatisfy { $0.kind == kind })
        }
    }

    @Test func singlePersonsOfAnInvitationAreHit() throws {
        let refused = try Self.incidents(["partial-add:0.1"], seed: 3).flatMap { incident -> [Int] in
            guard case .partialAdd(let refused) = incident else { return [] }
            return refused.sorted()
        }
        #expect((3700...4300).contains(refused.count), "\(refused.count)")
        #expect(Set(refused) == Set(0..<20))
    }

    @Test(arguments: [("job-error:1", "team/members/add_v2"), ("partial-add:1", "team/groups/job_status/get")])
    func whatBelongsToARouteHitsNoOther(specification: String, route: String) throws {
        #expect(try Self.incidents([specification], seed: 1, on: route).allSatisfy { $0 == nil })
    }

    @Test func faultsWithoutShareHitNoSingleCall() throws {
        let faults = ["slow:1s", "stale-read:1s", "expire-token:1", "async:1"]
        #expect(try Self.incidents(faults, seed: 1).allSatisfy { $0 == nil })
    }

    @Test func everyFormOfRefusalHappens() throws {
        let refusals = try Self.incidents(["429:0.5", "500:1"], seed: 5).compactMap { incident -> Refusal? in
            guard case .refusal(let refusal) = incident else { return nil }
            return refusal
        }
        let throttled = refusals.filter { $0.kind == .tooManyRequests }
        #expect(Set(throttled.map(\.status)) == [429])
        #expect(Set(throttled.map(\.body)) == [.json, .text, .empty])
        for form in [Refusal.RetryAfter.absent, .seconds(1), .seconds(3), .date(seconds: 1), .date(seconds: 3)] {
            #expect(throttled.contains { $0.retryAfter == form })
        }
        let failed = refusals.filter { $0.kind == .serverError }
        #expect(Set(failed.map(\.status)) == [500, 502, 503])
        #expect(Set(failed.map(\.body)) == Set(Refusal.Body.allCases))
    }

    @Test func aLateFaultStrikesWhereAnEarlierDoesNot() throws {
        let incidents = try Self.incidents(["reset:0.5", "lost-reply:1"], seed: 9)
        #expect(Set(incidents.map { $0?.kind }) == [.reset, .lostReply])
    }
}

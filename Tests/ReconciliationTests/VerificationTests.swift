import TeamPlanning
import TestSupport
import Testing

@testable import Reconciliation

@Suite struct VerificationTests {
    private let done = Change.createGroup("G")
    private let refused = Change.updateUser("nobody")

    /// Applies one change that works and one that fails; `remaining` is what each re-plan finds.
    private func apply(remaining: [Plan]) async throws -> (result: ApplyResult, reads: Int, pauses: Int) {
        let reads = Counter()
        let pauses = Counter()
        let rig = ApplyRig(InMemoryTeam(.small()), pauses: pauses) {
            remaining[min(await reads.increment(), remaining.count) - 1]
        }
        let result = try await rig.apply([refused, done])
        return (result, await reads.value, await pauses.value)
    }

    @Test func aTeamThatEqualsTheManifestsIsReadOnce() async throws {
        let (result, reads, pauses) = try await apply(remaining: [.of([])])
        #expect(result.hasConverged)
        #expect((reads, pauses) == (1, 0))
    }

    @Test func whatFailedIsExpectedToRemain() async throws {
        let (result, reads, _) = try await apply(remaining: [.of([refused])])
        #expect(result.remaining?.changes.map(\.id) == [refused.id])
        #expect(!result.hasConverged)
        #expect(reads == 1)
    }

    @Test func whatWasAppliedMayTakeAMomentToShow() async throws {
        let (result, reads, pauses) = try await apply(remaining: [.of([done]), .of([])])
        #expect(result.hasConverged)
        #expect((reads, pauses) == (2, 1))
    }

    @Test func afterThreeReadsTheDifferenceStands() async throws {
        let (result, reads, pauses) = try await apply(remaining: [.of([done])])
        #expect(result.remaining?.changes.map(\.id) == [done.id])
        #expect((reads, pauses) == (3, 2))
    }

    @Test func anIncompleteReadProvesNothing() async throws {
        let suspect = Plan.of([], gates: [.refusedRead])
        let (result, reads, _) = try await apply(remaining: [suspect])
        #expect(result.remaining == nil)
        #expect(!result.hasConverged)
        #expect(reads == 3)
    }

    @Test func aReadThatFailsLeavesTheRestUnknown() async throws {
        struct Broken: Error {}
        let rig = ApplyRig(InMemoryTeam(.small())) { throw Broken() }
        let result = try await rig.apply([done])
        #expect(result.outcomes.map(\.status) == [.applied])
        #expect(result.remaining == nil)
        #expect(await rig.progress.lines.last == "not verified: Broken()")
    }
}

import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("Approvals cover what is left of a plan, and nothing more")
struct ApprovalCoverageTests {
    private static let plans = NamedPlan.all.filter { !$0.plan.changes.isEmpty }

    @Test("What is left after some of it was done is covered", arguments: plans, 1...8 as ClosedRange<UInt64>)
    func subsetIsCovered(named: NamedPlan, seed: UInt64) {
        let report = named.report
        var random = HostileText(seed: seed)
        var now = report
        now.changes.removeAll { _ in Bool.random(using: &random) }
        for index in now.changes.indices {
            now.changes[index].memberships?.add.removeAll { _ in Bool.random(using: &random) }
            now.changes[index].memberships?.remove.removeAll { _ in Bool.random(using: &random) }
        }
        #expect(ApprovalCheck.uncovered(now: now, approved: report).isEmpty)
    }

    @Test("Whatever is taken out of an approval is named, and only that", arguments: plans)
    func missingChangeIsNamed(named: NamedPlan) {
        let report = named.report
        for index in report.changes.indices {
            var approved = report
            let missing = approved.changes.remove(at: index)
            let uncovered = ApprovalCheck.uncovered(now: report, approved: approved)
            #expect(uncovered.map(\.change) == [missing])
        }
    }

    @Test("A field tampered with in the approval is named", arguments: plans)
    func tamperedFieldIsNamed(named: NamedPlan) {
        let report = named.report
        for (index, change) in report.changes.enumerated() {
            for name in (change.after ?? [:]).keys.sorted() {
                var approved = report
                approved.changes[index].after?[name] = .text("something else")
                let uncovered = ApprovalCheck.uncovered(now: report, approved: approved)
                #expect(uncovered.map(\.change) == [change])
                #expect(uncovered.first?.differences == [.field(name)])
            }
            for name in (change.before ?? [:]).keys.sorted() {
                var approved = report
                approved.changes[index].before?[name] = nil
                #expect(ApprovalCheck.uncovered(now: report, approved: approved).map(\.change) == [change])
            }
        }
    }

    @Test("Neither reasons, places, gates nor findings are part of an approval", arguments: plans)
    func remarksDoNotMatter(named: NamedPlan) {
        let report = named.report
        var approved = report
        for index in approved.changes.indices {
            approved.changes[index].reason = "another reason"
            approved.changes[index].source = nil
            approved.changes[index].dependsOn = ["nothing"]
        }
        approved.gates = []
        approved.findings = []
        approved.confirmation = nil
        approved.fingerprint = "tampered"
        #expect(ApprovalCheck.uncovered(now: report, approved: approved).isEmpty)
    }
}

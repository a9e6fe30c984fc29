import Reporting
import TeamPlanning
import Testing

@testable import TestSupport

/// A plan of any team, saved and read again: as it was it is of one piece, and an edited one is not.
@Suite struct SavedPlanTests {
    private static func saved(_ scenario: Scenario) throws -> PlanReport {
        let plan = scenario.plan(against: scenario.live)
        let report = PlanReport(plan, rosterVersion: "1", createdAt: "2026-11-20T00:00:00Z")
        return try PlanReport(json: report.encoded())
    }

    @Test(arguments: Scenario.batches)
    func aPlanAsItWasWrittenIsOfOnePiece(seeds: Range<Int>) throws {
        for seed in seeds {
            let report = try Self.saved(Scenario(seed: seed))
            #expect(throws: Never.self, "seed \(seed)") { try report.checkIntegrity(Scenario.digest) }
        }
    }

    @Test(arguments: Scenario.batches)
    func anEditOfAnyChangeIsFound(seeds: Range<Int>) throws {
        for seed in seeds {
            let report = try Self.saved(Scenario(seed: seed))
            for index in report.changes.indices {
                for edit in Self.edits {
                    var edited = report
                    edit(&edited.changes[index])
                    guard edited != report else { continue }
                    #expect(throws: PlanAlteration.fingerprint, "seed \(seed)") {
                        try edited.checkIntegrity(Scenario.digest)
                    }
                }
            }
        }
    }

    private static let edits: [@Sendable (inout PlanReport.Change) -> Void] = [
        { $0.id += "x" },
        { $0.action = $0.action == .userCreate ? .userUpdate : .userCreate },
        { $0.resource = .group($0.resource.name + "x") },
        { $0.targetID = ($0.targetID ?? "") + "x" },
        { $0.before = $0.before.map { $0.mapValues { $0 == .none ? .text("x") : FieldValue.none } } ?? [:] },
        { $0.after?["email"] = .text("x@acme.com") },
        { $0.after = nil },
        { $0.options["wipe_data"] = .flag($0.options["wipe_data"] != .flag(true)) },
        { $0.destructive.toggle() },
        { $0.irreversible.toggle() },
        { $0.dependsOn.append("x") },
        { $0.memberships?.add.removeAll() },
        { $0.memberships?.remove = [] },
        { $0.memberships?.setAccess.reverse() },
        { $0.memberships = $0.memberships.map { PlanReport.Memberships.swapped($0) } },
    ]

    @Test func anEditOfWhatFollowsFromTheChangesIsFound() throws {
        let edits: [(PlanAlteration, (inout PlanReport) -> Void)] = [
            (.fingerprint, { $0.changes.reverse() }), (.fingerprint, { $0.changes.removeLast() }),
            (.fingerprint, { $0.team.teamID += "x" }), (.fingerprint, { $0.fingerprint = "" }),
            (.summary, { $0.summary.users.remove += 1 }), (.summary, { $0.summary.memberships.remove += 1 }),
            (.confirmation, { $0.confirmation = nil }), (.confirmation, { $0.confirmation?.token += "0" }),
            (.confirmation, { $0.confirmation?.groups.removeLast() }),
            (.confirmation, { $0.confirmation?.groups[0].name += "x" }),
            (.gates, { $0.gates[4].count = 0 }), (.gates, { $0.gates[4].limit = 0 }),
            (.gates, { $0.gates[4].limit = nil }), (.gates, { $0.gates[5].verdict = .refuse }),
            (.applicable, { $0.applicable.toggle() }), (.applicable, { $0.gates[0].verdict = .refuse }),
        ]
        let reports = try (0..<200).map { try Self.saved(Scenario(seed: $0)) }
        let report = try #require(
            reports.first {
                $0.applicable && $0.gates[4].gate == "group_deletions" && $0.gates[5].verdict == .pass
                    && $0.confirmation != nil && $0.changes.count > 1
            }
        )
        for (alteration, edit) in edits {
            var edited = report
            edit(&edited)
            #expect(throws: alteration) { try edited.checkIntegrity(Scenario.digest) }
        }
    }
}

extension PlanReport.Memberships {
    fileprivate static func swapped(_ memberships: Self) -> Self {
        var swapped = memberships
        (swapped.add, swapped.remove) = (memberships.remove, memberships.add)
        return swapped
    }
}

import Testing

@testable import roster

/// A simulated team that fails on purpose, from the command line.
@Suite("Rehearsal")
struct RehearsalTests {
    @Test("an apply gets through slowness, jobs and the end of tokens, and says that it is a rehearsal")
    func getsThrough() async throws {
        try await SmallTeam.withoutDeletion { folder in
            let faults = [
                "--fault", "slow:200ms", "--fault", "async:2", "--fault", "expire-token:12", "--fault-seed", "7",
            ]
            let run = await roster(["apply", "--simulate", "--auto-approve"] + faults, in: folder)
            #expect(run.status == .done, "\(run.error)")
            #expect(
                run.error.contains("it fails on purpose: --fault slow:200ms --fault async:2 --fault expire-token:12")
            )
            let plan = await roster(["plan", "--simulate", "--detailed-exitcode"], in: folder)
            #expect(plan.status == .done, "\(plan.output)")
            #expect(!plan.error.contains("on purpose"))
        }
    }

    @Test("a team that only resets connections stops an apply before its first change")
    func stops() async throws {
        try await SmallTeam.withoutDeletion { folder in
            let before = try folder.read(SmallTeam.stateFile)
            let run = await roster(["apply", "--simulate", "--auto-approve", "--fault", "reset:1"], in: folder)
            #expect(run.status == .failed)
            #expect(run.error.contains("nothing was applied"))
            #expect(try folder.read(SmallTeam.stateFile) == before)
        }
    }

    @Test("the apply that a plan suggests rehearses the same")
    func suggestsTheSame() async throws {
        try await SmallTeam.withoutDeletion { folder in
            let run = await roster(["plan", "--simulate", "--fault", "slow:1s", "--fault-seed", "3"], in: folder)
            #expect(run.output.contains("roster apply --simulate --fault slow:1000ms --fault-seed 3"))
        }
    }
}

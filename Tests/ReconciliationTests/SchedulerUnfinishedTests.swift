import TeamPlanning
import Testing

@testable import Reconciliation

/// What Dropbox is still working on when the wait ends is neither done nor failed.
@Suite struct SchedulerUnfinishedTests {
    private static let running = GatewayError(.unfinished, "the job is still running", requestID: "r")

    @Test func itIsNotAFailureAndWhatNeedsItIsSkipped() {
        var driver = SchedulerDriver([
            .updateUser("a"), .updateUser("b", needs: ["user.update:a"]), .updateUser("c"),
        ])
        driver.run { call in
            if case .updateUser(MemberID("a"), _) = call { .failed(Self.running) } else { nil }
        }
        #expect(driver.status("user.update:a") == .unfinished)
        #expect(driver.outcome("user.update:a")?.requestID == "r")
        #expect(
            driver.outcome("user.update:a")?.error
                == "the job is still running; it may still be carried out: run plan later to see what remains"
        )
        #expect(driver.status("user.update:b") == .skipped)
        #expect(
            driver.outcome("user.update:b")?.error == "not tried, because it needs user.update:a, which is not finished"
        )
        #expect(driver.status("user.update:c") == .applied)
    }

    @Test func onePersonOfABatch() {
        var driver = SchedulerDriver([
            .createUser("a"), .createUser("b"),
            .members(
                "g",
                MembershipChange(group: .existing(GroupID("g")), add: [.created("a"), .created("b")]),
                needs: ["user.create:a", "user.create:b"]
            ),
        ])
        driver.run { call in
            guard case .createUsers = call else { return nil }
            return .createdUsers([.success(Created(id: MemberID("a"))), .failure(Self.running)])
        }
        #expect(driver.status("user.create:a") == .applied)
        #expect(driver.status("user.create:b") == .unfinished)
        #expect(driver.calls.last == .add("g", "a"))
        #expect(driver.outcome("group.members:g")?.error == "b was not added, because user.create:b is not finished")
        #expect(driver.status("group.members:g") == .failed)
    }

    @Test(arguments: [(false, ChangeOutcome.Status.unfinished), (true, .failed)])
    func aGroupOfWhichACallIsNotFinished(_ otherFails: Bool, _ status: ChangeOutcome.Status) {
        var driver = SchedulerDriver([
            .members(
                "g",
                MembershipChange(group: .existing(GroupID("g")), add: [.existing("a")], remove: [.existing("b")])
            )
        ])
        driver.run { call in
            switch call {
            case .addMembers: .failed(Self.running)
            default: otherFails ? .refused("no") : nil
            }
        }
        #expect(driver.calls == [.add("g", "a"), .remove("g", "b")])
        #expect(driver.status("group.members:g") == status)
        #expect(
            driver.outcome("group.members:g")?.error?.hasPrefix("adding a@example.com is not finished: the job") == true
        )
    }
}

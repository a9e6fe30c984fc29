import TeamPlanning
import Testing

@testable import Reconciliation

@Suite struct SchedulerFailureTests {
    @Test func whatNeedsAFailedChangeIsSkippedAndTheRestGoesOn() {
        var driver = SchedulerDriver([
            .updateUser("a"),
            .updateUser("b", needs: ["user.update:a"]),
            .updateUser("c", needs: ["user.update:b"]),
            .updateUser("d"),
        ])
        driver.run { call in
            if case .updateUser(MemberID("a"), _) = call { .refused("a is gone") } else { nil }
        }
        #expect(driver.status("user.update:a") == .failed)
        #expect(driver.outcome("user.update:a")?.error == "a is gone")
        #expect(driver.outcome("user.update:a")?.requestID == "r")
        #expect(driver.outcome("user.update:b")?.error == "not tried, because it needs user.update:a, which failed")
        #expect(
            driver.outcome("user.update:c")?.error
                == "not tried, because it needs user.update:b, which was not carried out"
        )
        #expect(driver.status("user.update:c") == .skipped)
        #expect(driver.status("user.update:d") == .applied)
        #expect(driver.scheduler.isFinished)
    }

    @Test func someOfABatchMayFail() {
        var driver = SchedulerDriver([
            .createUser("a"), .createUser("b"), .createUser("c"),
            .updateUser("x", needs: ["user.create:b"]),
        ])
        driver.run { call in
            guard case .createUsers = call else { return nil }
            return .createdUsers([
                .success(Created(id: MemberID("a"))), .failure(GatewayError(.rejected, "no seat", requestID: "q")),
            ])
        }
        #expect(driver.status("user.create:a") == .applied)
        #expect(driver.outcome("user.create:b")?.error == "no seat")
        #expect(driver.outcome("user.create:b")?.requestID == "q")
        #expect(driver.status("user.update:x") == .skipped)
        #expect(driver.outcome("user.create:c")?.error?.contains("may or may not have taken effect") == true)
    }

    @Test func aBatchMayFailAsAWhole() {
        var driver = SchedulerDriver((0..<25).map { .createUser("u\($0)") })
        driver.run { call in
            if case .createUsers(let users) = call, users.count == 20 { .refused("bad") } else { nil }
        }
        #expect(driver.finished.count { $0.status == .failed } == 20)
        #expect(driver.finished.count { $0.status == .applied } == 5)
    }

    @Test func anUnknownOutcomeSaysSo() {
        var driver = SchedulerDriver([.updateUser("a")])
        driver.run { _ in .failed(GatewayError(.outcomeUnknown, "the connection broke")) }
        #expect(
            driver.outcome("user.update:a")?.error
                == "the connection broke; it may or may not have taken effect: run apply again"
        )
    }

    @Test func stoppingSkipsWhatHasNotStarted() {
        var driver = SchedulerDriver([.updateUser("a"), .updateUser("b"), .createGroup("g")], concurrency: 1)
        driver.start()
        driver.send(.stop(reason: "the apply was stopped"))
        #expect(driver.status("user.update:b") == .skipped)
        #expect(driver.outcome("group.create:g")?.error == "the apply was stopped")
        #expect(!driver.scheduler.isFinished)
        driver.answer()
        #expect(driver.status("user.update:a") == .applied)
        #expect(driver.started.count == 1)
        #expect(driver.scheduler.isFinished)
    }

    @Test func theFirstReasonToStopIsTold() {
        var driver = SchedulerDriver([.updateUser("a"), .createGroup("g")])
        driver.start()
        driver.send(.stop(reason: "first"))
        driver.send(.stop(reason: "second"))
        #expect(driver.outcome("group.create:g")?.error == "first")
        #expect(driver.finished.count == 1)
    }

    @Test func lostAccessStopsTheApply() {
        var driver = SchedulerDriver([.updateUser("a"), .updateUser("b"), .createGroup("g")], concurrency: 1)
        driver.run { _ in .failed(GatewayError(.accessLost, "the token was revoked")) }
        #expect(driver.started.count == 1)
        #expect(driver.status("user.update:a") == .failed)
        #expect(driver.outcome("user.update:b")?.error == "the apply was stopped: the token was revoked")
        #expect(driver.status("group.create:g") == .skipped)
    }

    @Test func aCallThatWasNotMadeLeavesItsChangeSkipped() {
        var driver = SchedulerDriver([.updateUser("a"), .updateUser("b")], concurrency: 1)
        driver.start()
        driver.send(.withdrawn(work: driver.started[0].id, reason: "no journal"))
        #expect(driver.outcome("user.update:a")?.error == "no journal")
        #expect(driver.status("user.update:a") == .skipped)
        #expect(driver.status("user.update:b") == .skipped)
        #expect(driver.scheduler.isFinished)
    }

    @Test(arguments: [
        ("each other", [Change.updateUser("a", needs: ["user.update:b"]), .updateUser("b", needs: ["user.update:a"])]),
        ("itself", [.updateUser("a", needs: ["user.update:a"])]),
        ("a later stage", [.updateUser("a", needs: ["group.create:g"]), .createGroup("g")]),
        ("something else", [.updateUser("a", needs: ["user.update:nobody"])]),
    ])
    func aPlanThatContradictsItselfEnds(_ waitsFor: String, _ changes: [Change]) {
        var driver = SchedulerDriver(changes + [.updateUser("z")])
        driver.run()
        #expect(driver.status("user.update:a") == .skipped, "\(waitsFor)")
        #expect(driver.status("user.update:z") == .applied)
        #expect(driver.scheduler.isFinished)
    }

    @Test func eventsAboutUnknownWorkChangeNothing() {
        var driver = SchedulerDriver([.updateUser("a")])
        driver.start()
        driver.send(.finished(work: 99, .done(Receipt())))
        driver.send(.withdrawn(work: 99, reason: "x"))
        #expect(driver.finished.isEmpty)
        driver.answer()
        #expect(driver.status("user.update:a") == .applied)
    }
}

import TeamPlanning
import Testing

@testable import Reconciliation

@Suite struct SchedulerMembershipTests {
    private let group = GroupReference.existing(GroupID("g"))

    @Test func createdPeopleAndGroupsAreResolved() {
        var driver = SchedulerDriver([
            .createUser("new"),
            .createGroup("G"),
            .members(
                "G",
                MembershipChange(
                    group: .created(by: ChangeID("group.create:G")),
                    add: [.existing("old"), .created("new")]
                ),
                needs: ["user.create:new", "group.create:G"]
            ),
        ])
        driver.run()
        #expect(driver.calls.last == .add("G", "old", "new"))
        #expect(driver.status("group.members:G") == .applied)
    }

    @Test func aPersonWhoWasNotCreatedIsLeftOut() {
        let change = MembershipChange(group: group, add: [.existing("old"), .created("new")])
        var driver = SchedulerDriver([.createUser("new"), .members("g", change, needs: ["user.create:new"])])
        driver.run { call in
            if case .createUsers = call { .createdUsers([.failure(GatewayError(.rejected, "no seat"))]) } else { nil }
        }
        #expect(driver.calls.last == .add("g", "old"))
        #expect(driver.status("group.members:g") == .failed)
        #expect(
            driver.outcome("group.members:g")?.error
                == "new was not added, because user.create:new was not carried out"
        )
    }

    @Test func withNobodyLeftTheChangeIsSkipped() {
        let change = MembershipChange(group: group, add: [.created("new")])
        var driver = SchedulerDriver([.createUser("new"), .members("g", change, needs: ["user.create:new"])])
        driver.run { call in if case .createUsers = call { .refused() } else { nil } }
        #expect(driver.started.count == 1)
        #expect(driver.status("group.members:g") == .skipped)
    }

    @Test func aGroupThatWasNotCreatedTakesItsMembershipsAlong() {
        let reference = GroupReference.created(by: ChangeID("group.create:G"))
        let change = MembershipChange(group: reference, add: [.existing("a")])
        var named = SchedulerDriver([.createGroup("G"), .members("G", change, needs: ["group.create:G"])])
        named.run { call in if case .createGroup = call { .refused() } else { nil } }
        #expect(named.outcome("group.members:G")?.error == "not tried, because it needs group.create:G, which failed")

        var unnamed = SchedulerDriver([.createGroup("G"), .members("G", change)])
        unnamed.run { call in if case .createGroup = call { .refused() } else { nil } }
        #expect(unnamed.status("group.members:G") == .skipped)
        #expect(unnamed.started.count == 1)
    }

    @Test func membersGoInChunks() {
        let change = MembershipChange(
            group: group,
            add: (0..<5).map { .existing("a\($0)") },
            remove: (0..<3).map { .existing("r\($0)") }
        )
        var driver = SchedulerDriver([.members("g", change)], membersPerCall: 2)
        driver.run()
        #expect(
            driver.calls == [
                .add("g", "a0", "a1"), .add("g", "a2", "a3"), .add("g", "a4"),
                .remove("g", "r0", "r1"), .remove("g", "r2"),
            ]
        )
        #expect(driver.greatestConcurrency == 1)
        #expect(driver.started.map(\.beginning) == [[0], [], [], [], []])
    }

    @Test func aFailedChunkDoesNotHoldUpTheOthers() {
        let change = MembershipChange(
            group: group,
            add: (0..<4).map { .existing("a\($0)") },
            remove: [.existing("r")]
        )
        var driver = SchedulerDriver([.members("g", change)], membersPerCall: 2)
        driver.run { $0 == .add("g", "a0", "a1") ? .refused("duplicate") : nil }
        #expect(driver.calls.suffix(2) == [.add("g", "a2", "a3"), .remove("g", "r")])
        #expect(driver.outcome("group.members:g")?.error == "adding a0@example.com, a1@example.com failed: duplicate")
        #expect(driver.status("group.members:g") == .failed)
    }

    @Test func nobodyIsAskedForAgainWhenTheOthersAreDone() {
        let change = MembershipChange(
            group: group,
            add: [.existing("a"), .existing("gone"), .existing("b")],
            remove: [.existing("c"), .existing("left")]
        )
        let calls: [GatewayCall] = [.add("g", "a", "gone", "b"), .remove("g", "c", "left")]
        var driver = SchedulerDriver([.members("g", change)])
        driver.run { call in
            let offenders: Set = [MemberID("gone"), MemberID("left")]
            let error = GatewayError(.rejected, "refused", offendingMembers: offenders, areOthersDone: true)
            return calls.contains(call) ? .failed(error) : nil
        }
        #expect(driver.calls == calls)
        #expect(driver.status("group.members:g") == .failed)
    }

    @Test func peopleWhomTheServiceNamesAreLeftOutOfASecondTry() {
        let change = MembershipChange(
            group: group,
            add: [.existing("a"), .existing("gone"), .existing("b")],
            remove: [.existing("c"), .existing("left")]
        )
        var driver = SchedulerDriver([.members("g", change)])
        driver.run { call in
            if call == .add("g", "a", "gone", "b") { return .refused("not in team", offending: [MemberID("gone")]) }
            if call == .remove("g", "c", "left") { return .refused("not in group", offending: [MemberID("left")]) }
            return nil
        }
        #expect(
            driver.calls == [
                .add("g", "a", "gone", "b"), .add("g", "a", "b"),
                .remove("g", "c", "left"), .remove("g", "c"),
            ]
        )
        #expect(
            driver.outcome("group.members:g")?.error
                == "adding gone@example.com failed: not in team; removing left@example.com failed: not in group"
        )
    }

    @Test func everybodyWhoFailedIsNamed() {
        let change = MembershipChange(
            group: group,
            setAccess: (0..<5).map { .existing("m\($0)", .owner) }
        )
        var driver = SchedulerDriver([.members("g", change)])
        driver.run { call in
            if case .setAccess(_, let member) = call, member.id == MemberID("m3") {
                .refused("gone")
            } else {
                .refused()
            }
        }
        #expect(
            driver.outcome("group.members:g")?.error
                == "setting the access of m0@example.com, m1@example.com, m2@example.com, m4@example.com failed: no; "
                + "setting the access of m3@example.com failed: gone"
        )
    }

    @Test func stoppedHalfwayAChangeIsFailedAndSaysSo() {
        let change = MembershipChange(group: group, add: [.existing("a"), .existing("b")])
        var driver = SchedulerDriver([.members("g", change), .createGroup("G")], membersPerCall: 1)
        driver.start()
        driver.answer()
        driver.send(.stop(reason: "the apply was stopped"))
        driver.answer()
        #expect(driver.started.count == 2)
        #expect(driver.outcome("group.members:g")?.error == "the apply was stopped before all of it was done")
        #expect(driver.status("group.members:g") == .failed)
    }

    @Test func stoppedAtItsLastCallAChangeIsApplied() {
        let change = MembershipChange(group: group, add: [.existing("a")])
        var driver = SchedulerDriver([.members("g", change)])
        driver.start()
        driver.send(.stop(reason: "the apply was stopped"))
        driver.answer()
        #expect(driver.status("group.members:g") == .applied)
    }

    @Test func aCallThatWasNotMadeIsNotCountedAsDone() {
        let change = MembershipChange(group: group, add: [.existing("a")])
        var driver = SchedulerDriver([.members("g", change)])
        driver.start()
        driver.send(.withdrawn(work: driver.started[0].id, reason: "no journal"))
        #expect(driver.status("group.members:g") == .skipped)
        #expect(driver.outcome("group.members:g")?.error == "no journal")
    }
}

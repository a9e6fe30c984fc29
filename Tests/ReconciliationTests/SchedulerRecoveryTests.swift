import TeamPlanning
import Testing

@testable import Reconciliation

@Suite struct SchedulerRecoveryTests {
    private let back = MemberID("back")

    /// A plan that recovers someone and changes a group.
    private func driver(add: [MemberAccess]) -> SchedulerDriver {
        let change = MembershipChange(group: .existing(GroupID("g")), add: add)
        return SchedulerDriver([
            Change("back@example.com", .recoverUser(back)),
            .members("g", change, needs: add.isEmpty ? [] : ["user.recover:back@example.com"]),
        ])
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let add: [MemberAccess]
        let cameBackTo: Set<GroupID>
        let calls: [GatewayCall]
    }

    static let cases = [
        Case(
            testDescription: "not back in the group: added",
            add: [.existing("back")],
            cameBackTo: [GroupID("other")],
            calls: [.add("g", "back")]
        ),
        Case(
            testDescription: "back in the group and desired: nothing to do",
            add: [.existing("back")],
            cameBackTo: [GroupID("g")],
            calls: []
        ),
        Case(
            testDescription: "back in the group, desired as owner: access set",
            add: [.existing("back", .owner)],
            cameBackTo: [GroupID("g")],
            calls: [.setAccess(GroupID("g"), GroupMember(id: MemberID("back"), access: .owner))]
        ),
        Case(
            testDescription: "back in the group without being spoken of: left alone",
            add: [.existing("x")],
            cameBackTo: [GroupID("g")],
            calls: [.add("g", "x")]
        ),
    ]

    @Test(arguments: cases)
    func oldMembershipsAreTakenIntoAccount(_ test: Case) {
        var driver = driver(add: test.add)
        driver.run { call in
            if case .recoverUser = call { .recoveredUser(Receipt(), groups: test.cameBackTo) } else { nil }
        }
        #expect(Array(driver.calls.dropFirst()) == test.calls)
        #expect(driver.status("group.members:g") == .applied)
    }

    @Test func whoWasNotRecoveredIsNotAdded() {
        var driver = driver(add: [.existing("back"), .existing("x")])
        driver.run { call in if case .recoverUser = call { .refused("no seat") } else { nil } }
        #expect(driver.calls.dropFirst() == [.add("g", "x")])
        #expect(driver.status("group.members:g") == .failed)
    }

    @Test func whoIsStillSuspendedIsNotAddedButLeavesGroups() {
        let change = MembershipChange(
            group: .existing(GroupID("g")),
            add: [.existing("x")],
            remove: [.existing("back")],
            setAccess: [.existing("back", .owner)]
        )
        var driver = SchedulerDriver([
            Change("back@example.com", .unsuspendUser(back)), .members("g", change),
        ])
        driver.run { call in if case .unsuspendUser = call { .refused("no seat") } else { nil } }
        #expect(driver.calls.dropFirst() == [.add("g", "x"), .remove("g", "back")])
        #expect(
            driver.outcome("group.members:g")?.error
                == "back@example.com keeps their access, because user.unsuspend:back@example.com was not carried out"
        )
    }
}

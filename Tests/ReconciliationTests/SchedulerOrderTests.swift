import TeamPlanning
import Testing

@testable import Reconciliation

@Suite struct SchedulerOrderTests {
    @Test func stagesRunOneAfterTheOther() {
        let changes = [
            Change("g:old", .deleteGroup(GroupID("g:old"))),
            Change("leaver", .removeUser(MemberID("leaver"), RemovalOptions())),
            Change("sleeper", .suspendUser(MemberID("sleeper"), wipeData: false)),
            .members(
                "g",
                MembershipChange(
                    group: .existing(GroupID("g")),
                    add: [.existing("a")],
                    remove: [.existing("b")],
                    setAccess: [.existing("c", .owner)]
                )
            ),
            Change("g", .updateGroup(GroupID("g"), GroupUpdate())),
            Change("g:name", .deleteGroup(GroupID("g:name")), stage: .freeNames),
            .updateUser("a"),
            .createUser("new@example.com"),
            Change("seat", .removeUser(MemberID("seat"), RemovalOptions()), stage: .freeLicences),
        ]
        var driver = SchedulerDriver(changes)
        driver.run()
        var update = ProfileUpdate()
        update.surname = "New"
        #expect(
            driver.calls == [
                .removeUser(MemberID("seat"), RemovalOptions(), nil),
                .createUsers([NewUser(email: "new@example.com", sendWelcomeEmail: false)]),
                .updateUser(MemberID("a"), update),
                .deleteGroup(GroupID("g:name"), nil),
                .updateGroup(GroupID("g"), GroupUpdate()),
                .add("g", "a"),
                .setAccess(GroupID("g"), GroupMember(id: MemberID("c"), access: .owner)),
                .remove("g", "b"),
                .suspendUser(MemberID("sleeper"), wipeData: false, nil),
                .removeUser(MemberID("leaver"), RemovalOptions(), nil),
                .deleteGroup(GroupID("g:old"), nil),
            ]
        )
        #expect(driver.finished.allSatisfy { $0.status == .applied && $0.requestID == "r" })
        #expect(driver.finished.count == changes.count)
        #expect(driver.scheduler.isFinished)
    }

    @Test func theNextStageWaitsForAllOfThisOne() {
        var driver = SchedulerDriver([.updateUser("a"), .updateUser("b"), .createGroup("g")])
        driver.start()
        #expect(driver.pending.count == 2)
        driver.answer()
        #expect(driver.started.count == 2)
        driver.answer()
        #expect(driver.started.count == 3)
    }

    @Test(arguments: [1, 3, 8])
    func concurrencyIsBounded(_ concurrency: Int) {
        var driver = SchedulerDriver((0..<40).map { .updateUser("u\($0)") }, concurrency: concurrency)
        driver.run()
        #expect(driver.greatestConcurrency == concurrency)
        #expect(driver.finished.count == 40)
    }

    @Test func aConcurrencyOfZeroStillWorks() {
        var driver = SchedulerDriver([.updateUser("a")], concurrency: 0)
        driver.run()
        #expect(driver.finished.count == 1)
    }

    @Test func insideAStageDependenciesComeFirst() {
        var driver = SchedulerDriver([
            .updateUser("a", needs: ["user.update:c"]),
            .updateUser("b"),
            .updateUser("c", needs: ["user.update:b"]),
        ])
        driver.run()
        #expect(driver.finished.map(\.change.resource.name) == ["b", "c", "a"])
    }

    @Test(arguments: [(0, []), (1, [1]), (20, [20]), (45, [20, 20, 5])])
    func creationsAreBatched(_ count: Int, _ sizes: [Int]) {
        var driver = SchedulerDriver((0..<count).map { .createUser("u\($0)@example.com") })
        driver.run()
        #expect(driver.started.map(\.changes.count) == sizes)
        #expect(driver.finished.filter { $0.status == .applied }.count == count)
    }

    @Test func aCreationThatWaitsDoesNotHoldUpTheOthers() {
        var driver = SchedulerDriver([
            .createUser("late@example.com", needs: ["user.create:early@example.com"]),
            .createUser("early@example.com"),
            .createUser("other@example.com"),
        ])
        driver.run()
        #expect(driver.started.map(\.changes) == [[1, 2], [0]])
    }

    @Test func aPlanWithoutChangesIsFinishedAtOnce() {
        var driver = SchedulerDriver([])
        driver.run()
        #expect(driver.started.isEmpty)
        #expect(driver.scheduler.isFinished)
    }
}

import TeamPlanning
import TestSupport
import Testing

@testable import Reconciliation

@Suite struct JournalTests {
    private let changes: [Change] = [
        .createUser("jane@example.com"),
        .members("g", MembershipChange(group: .existing(GroupID("g")), add: [.existing("dbmid:admin")])),
        .updateUser("nobody"),
    ]

    private var live: LiveState {
        var live = LiveState.small()
        live.groups = [Group(id: GroupID("g"), name: "g", memberCount: 0, members: [])]
        return live
    }

    @Test func everyStepIsWrittenDown() async throws {
        let rig = ApplyRig(InMemoryTeam(live), concurrency: 1)
        _ = try await rig.apply(changes)
        let time = #""time":"2026-11-20T12:00:00Z"}"#
        let jane = #""resource":"user:jane@example.com""#
        #expect(
            await rig.journal.lines == [
                #"{"acting_admin":{"email":"admin@example.com","team_member_id":"dbmid:admin"},"changes":3,"consent":"auto_approve","event":"apply_started","fingerprint":"f00d","format":"roster.journal/v1","overrides":{"user_removals":"30%"},"team":{"name":"Test","team_id":"dbtid:test"},"#
                    + time,
                #"{"action":"user.create","change":"user.create:jane@example.com","event":"change_started",\#(jane),"#
                    + time,
                #"{"action":"user.create","change":"user.create:jane@example.com","event":"change_finished","outcome":"applied","request_id":"created",\#(jane),"#
                    + time,
                #"{"action":"user.update","change":"user.update:nobody","event":"change_started","resource":"user:nobody","#
                    + time,
                #"{"action":"user.update","change":"user.update:nobody","error":"user_not_found","event":"change_finished","outcome":"failed","request_id":"refused","resource":"user:nobody","#
                    + time,
                #"{"action":"group.members","change":"group.members:g","event":"change_started","resource":"group:g","#
                    + time,
                #"{"action":"group.members","call":"add","change":"group.members:g","event":"call_finished","group":"g","members":["dbmid:admin"],"request_id":"done","resource":"group:g","#
                    + time,
                #"{"action":"group.members","change":"group.members:g","event":"change_finished","outcome":"applied","request_id":"done","resource":"group:g","#
                    + time,
                #"{"applied":2,"event":"apply_finished","failed":1,"interrupted":false,"skipped":0,"time":"2026-11-20T12:00:00Z","timed_out":false,"unfinished":0}"#,
                #"{"event":"verified","remaining":0,"# + time,
            ]
        )
    }

    @Test func hostileNamesStayOnTheirLine() async throws {
        let rig = ApplyRig(InMemoryTeam(live))
        _ = try await rig.apply([.createGroup("a\n{\"event\":\"forged\"}\u{1B}[31m\u{0}\u{7F}\u{9B}31m\u{202E}ü😀")])
        let lines = await rig.journal.lines
        #expect(lines.count == 5)
        #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) } })
        #expect(lines[1].contains(#"a\n{\"event\":\"forged\"}"#))
        #expect(lines[1].contains(#"\u007f\u009b31m\u202e\u00fc\ud83d\ude00"#))
    }

    @Test func aChangeIsWrittenDownBeforeItIsMade() async throws {
        let journal = JournalInMemory()
        let early = Counter()
        let team = InMemoryTeam(live) { call throws(GatewayError) in
            guard case .createGroup(let group) = call else { return }
            let known = await journal.lines.contains {
                $0.contains("change_started") && $0.contains("group.create:\(group.name)")
            }
            if !known { await early.increment() }
        }
        _ = try await ApplyRig(team, journal: journal).apply((0..<20).map { .createGroup("G\($0)-") })
        #expect(await team.calls.count == 20)
        #expect(await early.value == 0)
    }

    @Test func withoutAJournalNothingIsDone() async throws {
        let rig = ApplyRig(InMemoryTeam(live), journal: JournalInMemory(capacity: 0))
        let error = await #expect(throws: JournalError.self) { try await rig.apply(changes) }
        #expect(error?.code == .notWritten)
        #expect(error?.description.contains("disk full") == true)
        #expect(await rig.team.calls.isEmpty)
        #expect(await rig.progress.lines.isEmpty)
    }

    /// With room for `capacity` lines: the first line is the apply's, then each of the groups takes two.
    @Test(arguments: [(1, 0), (2, 1), (3, 1), (4, 2), (5, 2)])
    func whenTheJournalFailsNothingFurtherStarts(_ capacity: Int, _ calls: Int) async throws {
        let rig = ApplyRig(InMemoryTeam(live), journal: JournalInMemory(capacity: capacity), concurrency: 1)
        let result = try await rig.apply((0..<5).map { .createGroup("G\($0)") })
        #expect(await rig.team.calls.count == calls)
        #expect(result.outcomes.count { $0.status == .applied } == calls)
        #expect(result.outcomes.last?.status == .skipped)
        #expect(
            result.outcomes.last?.error?.hasPrefix("the apply was stopped: the journal could not be written") == true
        )
        #expect(result.hasFailures && !result.wasInterrupted)
        #expect(await rig.progress.lines.contains { $0.hasPrefix("the journal could not be written (disk full)") })
    }

    @Test func aBatchThatCannotBeWrittenDownIsNotSent() async throws {
        let rig = ApplyRig(InMemoryTeam(live), journal: JournalInMemory(capacity: 3), concurrency: 4)
        let result = try await rig.apply((0..<30).map { .createUser("u\($0)@example.com") })
        #expect(await rig.team.calls.isEmpty)
        #expect(result.outcomes.allSatisfy { $0.status == .skipped })
        #expect(result.outcomes.count == 30)
    }

    @Test func oneRefusedLineIsEnoughToStop() async throws {
        let rig = ApplyRig(InMemoryTeam(live), journal: JournalInMemory(refused: [2]), concurrency: 4)
        let result = try await rig.apply((0..<5).map { .createGroup("G\($0)") })
        #expect(await rig.team.calls.isEmpty)
        #expect(result.outcomes.map(\.status) == Array(repeating: .skipped, count: 5))
        #expect(await rig.progress.lines.count { $0.hasPrefix("the journal") } == 1)
    }
}

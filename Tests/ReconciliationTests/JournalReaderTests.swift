import TeamPlanning
import TestSupport
import Testing

@testable import Reconciliation

/// What was written is read back, however the writing ended.
@Suite struct JournalReaderTests {
    private let changes: [Change] = [
        .createUser("jane@example.com"),
        .members("g", MembershipChange(group: .existing(GroupID("g")), add: [.existing("dbmid:admin")])),
        .updateUser("nobody"),
    ]

    /// The lines of an apply of which one change fails.
    private func lines() async throws -> [String] {
        var live = LiveState.small()
        live.groups = [Group(id: GroupID("g"), name: "g", memberCount: 0, members: [])]
        let rig = ApplyRig(InMemoryTeam(live), concurrency: 1, remaining: [changes[2]])
        _ = try await rig.apply(changes)
        return await rig.journal.lines
    }

    private func read(_ lines: [String], end: String = "\n") throws -> RecordedApply? {
        try JournalReader.lastApply(in: Array((lines.joined(separator: "\n") + end).utf8))
    }

    @Test func aWholeJournal() async throws {
        let apply = try #require(try read(try await lines()))
        #expect(apply.startedAt == "2026-11-20T12:00:00Z" && apply.lastEntryAt == apply.startedAt)
        #expect((apply.teamID, apply.teamName) == ("dbtid:test", "Test"))
        #expect(apply.actingAdmin == ActingAdmin(id: MemberID("dbmid:admin"), email: "admin@example.com"))
        #expect(apply.consent == "auto_approve" && apply.overrides == ["user_removals": "30%"])
        #expect(apply.plannedChanges == 3 && apply.ending == .finished && apply.remaining == 1)
        #expect(apply.changes.map(\.id) == [changes[0].id, changes[2].id, changes[1].id])
        #expect(apply.changes.map(\.resource) == [changes[0].resource, changes[2].resource, changes[1].resource])
        #expect(apply.changes.map(\.status) == [.applied, .failed, .applied])
        #expect(apply.changes.map(\.error) == [nil, "user_not_found", nil])
        #expect(apply.changes.map(\.requestID) == ["created", "refused", "done"])
        #expect(apply.changes.map(\.finishedCalls) == [0, 0, 1])
        #expect(apply.unreadableLines == [])
    }

    /// Wherever a journal breaks off, in or after a line, what stands before is read.
    @Test func aJournalThatBreaksOff() async throws {
        let text = Array(try await lines().joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
        let firstLine = try #require(text.firstIndex(of: UInt8(ascii: "\n")))
        for length in 0...text.count {
            let apply = try JournalReader.lastApply(in: Array(text[..<length]))
            guard length >= firstLine else {
                #expect(apply == nil, "\(length)")
                continue
            }
            let whole = text[..<length].count { $0 == UInt8(ascii: "\n") }
            let endsInside = length > 0 && text[length - 1] != UInt8(ascii: "\n")
            #expect(apply != nil)
            if apply?.unreadableLines.isEmpty == false {
                #expect(endsInside && apply?.unreadableLines == [whole + 1], "\(length)")
            }
        }
    }

    @Test func whatIsUnderWayHasNoOutcome() async throws {
        let apply = try #require(try read(Array(try await lines().prefix(7))))
        #expect(apply.changes.map(\.status) == [.applied, .failed, nil])
        #expect(apply.changes.last?.finishedCalls == 1)
        #expect(apply.ending == nil && apply.remaining == nil)
    }

    @Test func aJournalThatWasContinuedTellsOfTheLastApply() async throws {
        let lines = try await lines()
        let torn = Array(lines.prefix(3)) + [#"{"event":"chan"#]
        let apply = try #require(try read(torn + lines))
        #expect(apply.changes.count == 3 && apply.ending == .finished)
        #expect(apply.unreadableLines == [])
        let cutOff = try #require(try read(lines + torn, end: ""))
        #expect(cutOff.changes.map(\.status) == [.applied])
        #expect(cutOff.ending == nil && cutOff.unreadableLines == [14])
    }

    @Test(arguments: [("interrupted", RecordedApply.Ending.interrupted), ("timed_out", .timedOut)])
    func anEarlyEnd(_ field: String, _ ending: RecordedApply.Ending) async throws {
        let lines = try await lines().map { $0.replacing("\"\(field)\":false", with: "\"\(field)\":true") }
        #expect(try read(lines)?.ending == ending)
    }

    @Test func eventsOfLaterVersionsArePassedOver() async throws {
        let lines = try await lines()
        let known = try read(lines)
        let more = lines.prefix(1) + [#"{"event":"something_new","time":"2026-11-20T12:00:00Z"}"#] + lines.dropFirst()
        #expect(try read(Array(more)) == known)
    }

    @Test func hostileNamesComeBackAsTheyWere() async throws {
        let name = "a\n{\"event\":\"forged\"}\u{1B}[31m\u{0}\u{301}ü😀"
        let rig = ApplyRig(InMemoryTeam(.small()))
        _ = try await rig.apply([.createGroup(name)])
        #expect(try read(await rig.journal.lines)?.changes.map(\.resource) == [.group(name)])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let lines: [String]
        let error: JournalReadError
    }

    static let start =
        #"{"acting_admin":{"email":"a","team_member_id":"m"},"changes":1,"consent":"typed","event":"apply_started","fingerprint":"f","format":"roster.journal/v1","overrides":{},"team":{"name":"T","team_id":"t"},"time":"2026"}"#

    static let faults = [
        Fault(testDescription: "text", lines: ["hello"], error: JournalReadError(code: .notAJournal, line: 1)),
        Fault(
            testDescription: "text after gaps",
            lines: ["", "x"],
            error: JournalReadError(code: .notAJournal, line: 2)
        ),
        Fault(
            testDescription: "other JSON",
            lines: ["{\"a\":1}"],
            error: JournalReadError(code: .notAJournal, line: 1)
        ),
        Fault(testDescription: "a list", lines: ["[]"], error: JournalReadError(code: .notAJournal, line: 1)),
        Fault(
            testDescription: "no beginning",
            lines: [#"{"event":"change_started","time":"2026"}"#],
            error: JournalReadError(code: .notAJournal, line: 1)
        ),
        Fault(
            testDescription: "another format",
            lines: [start.replacing("roster.journal", with: "other")],
            error: JournalReadError(code: .notAJournal, line: 1)
        ),
        Fault(
            testDescription: "a newer format",
            lines: [start, start.replacing("v1", with: "v2")],
            error: JournalReadError(code: .otherFormat("roster.journal/v2"), line: 2)
        ),
        Fault(
            testDescription: "a beginning without its plan",
            lines: [start.replacing("fingerprint", with: "finger")],
            error: JournalReadError(code: .damaged, line: 1)
        ),
        Fault(
            testDescription: "an unknown action",
            lines: [start, #"{"action":"x","change":"x","event":"change_started","resource":"user:a","time":"2026"}"#],
            error: JournalReadError(code: .damaged, line: 2)
        ),
        Fault(
            testDescription: "no resource",
            lines: [
                start, #"{"action":"user.create","change":"x","event":"change_started","resource":"a","time":"2"}"#,
            ],
            error: JournalReadError(code: .damaged, line: 2)
        ),
        Fault(
            testDescription: "a key twice",
            lines: [start, #"{"event":"verified","remaining":7,"remaining":0,"time":"2026"}"#],
            error: JournalReadError(code: .damaged, line: 2)
        ),
        Fault(
            testDescription: "a wrong type",
            lines: [start, #"{"event":"verified","remaining":"0","time":"2026"}"#],
            error: JournalReadError(code: .damaged, line: 2)
        ),
    ]

    @Test(arguments: faults)
    func whatIsNoJournalIsNamedWithItsLine(_ fault: Fault) {
        #expect(throws: fault.error) { try read(fault.lines) }
    }
}

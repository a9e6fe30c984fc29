import Foundation
import TeamPlanning
import TestSupport
import Testing

@testable import Reporting

@Suite("roster.snapshot/v1")
struct SnapshotTests {
    private static let time = "2026-11-20T10:00:00Z"

    /// A team with every field that a snapshot may hold.
    static let live = LiveState(
        team: Team(id: "dbtid:acme", name: "Acme \u{202E}", licensedSeats: 20, provisionedUsers: 4),
        actingAdmin: ActingAdmin(id: MemberID("m:1"), email: "admin@acme.example"),
        members: [
            Member(id: MemberID("m:1"), email: "admin@acme.example", status: .active, roles: [RoleID("r:1")]),
            Member(
                id: MemberID("m:2"),
                email: "amy@acme.example",
                secondaryEmails: ["amy@old.example"],
                externalID: "roster:default/2",
                status: .suspended,
                givenName: "Amy",
                surname: "O'Hara \"\u{1B}[2J\u{2028}",
                persistentID: "p-2",
                isDirectoryRestricted: true,
                suspendedOn: "2026-11-01T00:00:00Z"
            ),
            Member(id: MemberID("m:3"), email: "bob@acme.example", status: .removed(isRecoverable: true)),
            Member(
                id: MemberID("m:4"),
                email: "cat@acme.example",
                status: .invited,
                invitedOn: "2026-11-02T00:00:00Z"
            ),
            Member(id: MemberID("m:5"), email: "dan@acme.example", status: .unknown),
        ],
        groups: [
            Group(
                id: GroupID("g:1"),
                name: "Owners",
                externalID: "roster:default/1",
                management: .userManaged,
                memberCount: 3,
                members: [
                    Membership(member: 0, access: .owner), Membership(member: 1, access: .member),
                    Membership(member: 3),
                ]
            ),
            Group(id: GroupID("g:2"), name: "Everyone", management: .systemManaged, memberCount: 4, members: []),
        ],
        roles: [
            Role(id: RoleID("r:1"), name: "Team admin", key: "team_admin"),
            Role(id: RoleID("r:2"), name: "X", key: nil),
        ]
    )

    static let report = SnapshotReport(live, rosterVersion: "1.0.0", readAt: time)

    @Test("The JSON is the recorded one")
    func golden() throws {
        try expectGolden(String(decoding: try Self.report.encoded(), as: UTF8.self), "snapshot-every-field.json")
    }

    @Test("Reads what it wrote")
    func roundTrip() throws {
        let snapshot = try Snapshot(try Self.report.encoded(), file: "s.json")
        #expect(snapshot.live == Self.live)
        #expect(snapshot.readAt == Self.time)
        #expect(snapshot.secondsSince1970 == 1_795_168_800)
    }

    @Test("Who was removed for good is left out, for a plan does not look at them")
    func redaction() throws {
        var live = Self.live
        let gone = MemberStatus.removed(isRecoverable: false)
        live.members.append(Member(id: MemberID("m:6"), email: "gone@acme.example", status: gone))
        let bytes = try SnapshotReport(live, rosterVersion: "1.0.0", readAt: Self.time).encoded()
        #expect(bytes == (try Self.report.encoded()))
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        let error: String
    }

    static let damages = [
        Damage(
            testDescription: "another version",
            old: "roster.snapshot/v1",
            new: "roster.snapshot/v2",
            error: "s.json:6:14: the format is \"roster.snapshot/v2\", and this version reads roster.snapshot/v1"
        ),
        Damage(
            testDescription: "another report",
            old: "roster.snapshot/v1",
            new: "roster.plan/v1",
            error: "s.json:6:14: the format is \"roster.plan/v1\", and this version reads roster.snapshot/v1"
        ),
        Damage(
            testDescription: "no format",
            old: "\"format\"",
            new: "\"x\"",
            error: "s.json:1:1: no snapshot: the field \"format\" is missing or no text"
        ),
        Damage(
            testDescription: "not JSON",
            old: "\"members\" : [",
            new: "\"members\" : (",
            error: "no snapshot, since it is not JSON: "
        ),
        Damage(
            testDescription: "a status that does not exist",
            old: "\"invited\"",
            new: "\"inivted\"",
            error: "s.json:75:18: the snapshot is damaged: members[3].status has a value that cannot be there"
        ),
        Damage(
            testDescription: "a wrong type",
            old: "\"Amy\"",
            new: "7",
            error: "the snapshot is damaged: members[1].given_name has a value that cannot be there"
        ),
        Damage(
            testDescription: "a missing field",
            old: "\"email\" : \"bob@acme.example\"",
            new: "\"mail\" : \"bob@acme.example\"",
            error: "the snapshot is damaged: members[2] has no \"email\""
        ),
        Damage(
            testDescription: "one ID for two members",
            old: "\"team_member_id\" : \"m:5\"",
            new: "\"team_member_id\" : \"m:4\"",
            error: "the snapshot is damaged: members[4] repeats the ID m:4"
        ),
        Damage(
            testDescription: "one ID for two groups",
            old: "\"g:2\"",
            new: "\"g:1\"",
            error: "the snapshot is damaged: groups[1] repeats the ID g:1"
        ),
        Damage(
            testDescription: "a number that no team has",
            old: "\"num_provisioned_users\" : 4",
            new: "\"num_provisioned_users\" : \(Int.max)",
            error: "the snapshot is damaged: team.num_provisioned_users has a value that cannot be there"
        ),
        Damage(
            testDescription: "a negative number",
            old: "\"member_count\" : 3",
            new: "\"member_count\" : -3",
            error: "the snapshot is damaged: groups[0].member_count has a value that cannot be there"
        ),
        Damage(
            testDescription: "a key twice in one object",
            old: "\"num_licensed_users\" : 20,",
            new: "\"num_licensed_users\" : 20, \"name\" : \"Acme\",",
            error: """
                s.json:102:32: the snapshot is damaged: the key "name" stands twice in one object, first in line 101, \
                column 5
                """
        ),
        Damage(
            testDescription: "a time that is none",
            old: time,
            new: "yesterday",
            error: "the snapshot is damaged: read_at is no time such as 2026-01-31T12:00:00Z"
        ),
    ]

    @Test("What is damaged is refused with its place", arguments: damages)
    func refuses(damage: Damage) throws {
        let text = String(decoding: try Self.report.encoded(), as: UTF8.self)
        try #require(text.contains(damage.old))
        let changed = Array(text.replacing(damage.old, with: damage.new).utf8)
        let error = try #require(throws: SnapshotError.self) { try Snapshot(changed, file: "s.json") }
        #expect(error.description.contains(damage.error), "\(error.description)")
        #expect(error.description.prefixMatch(of: /s\.json:[0-9]+:[0-9]+:/) != nil)
        #expect(error.nextStep.contains("roster snapshot -o FILE"))
    }

    @Test("A member of a group has to be a member, once", arguments: ["m:9", "m:1"])
    func memberships(id: String) throws {
        var report = Self.report
        report.groups[0].members[1].teamMemberID = id
        let error = try #require(throws: SnapshotError.self) { try Snapshot(try report.encoded(), file: "s.json") }
        #expect(error.code == (id == "m:9" ? .unknownMember(id) : .repeatedID(id)))
        #expect(error.path == "groups[0].members[1]")
        #expect(error.location != nil)
    }

    @Test("Cut off anywhere it is refused, and nothing crashes")
    func truncations() throws {
        let bytes = try Self.report.encoded()
        for length in stride(from: 0, to: bytes.count - 2, by: 7) {
            let cut = Array(bytes.prefix(length))
            let error = #expect(throws: SnapshotError.self) { try Snapshot(cut, file: "s.json") }
            #expect(error?.location != nil, "cut off after \(length) bytes")
        }
    }

    @Test("Any byte may be another without a crash")
    func mutations() throws {
        let bytes = try Self.report.encoded()
        var refused = 0
        for position in bytes.indices {
            var changed = bytes
            changed[position] = UInt8(truncatingIfNeeded: position &* 31)
            if (try? Snapshot(changed, file: "s.json")) == nil { refused += 1 }
        }
        #expect(refused > bytes.count / 4)
    }
}

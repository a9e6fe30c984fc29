import Reporting
import TeamPlanning
import TestSupport
import Testing

/// What an import reports, in every format.
struct ImportReportTests {
    /// A team that has everything an adoption report speaks of, with a hostile name in it.
    private static let live = LiveState(
        team: Team(id: "dbtid:acme", name: "Acme", licensedSeats: 20, provisionedUsers: 6),
        actingAdmin: ActingAdmin(id: MemberID("m:1"), email: "admin@acme.example"),
        members: [
            Member(id: MemberID("m:1"), email: "admin@acme.example", status: .active),
            Member(id: MemberID("m:2"), email: "amy@acme.example", status: .active, givenName: "Amy", surname: "Ray"),
            Member(
                id: MemberID("m:3"),
                email: "amy2@acme.example",
                status: .suspended,
                givenName: "amy",
                surname: " RAY"
            ),
            Member(id: MemberID("m:4"), email: "bob@acme.example", externalID: "ad-7", status: .active),
            Member(id: MemberID("m:5"), email: "cat@acme.example", status: .invited, invitedOn: "2026-09-01T00:00:00Z"),
            Member(id: MemberID("m:6"), email: "no-address", status: .active, givenName: "\u{1B}[2J<b>`x`"),
            Member(id: MemberID("m:7"), email: "new@acme.example", status: .invited, invitedOn: "2026-11-15T00:00:00Z"),
        ],
        groups: [
            Group(id: GroupID("g:1"), name: "Sales Team", memberCount: 1, members: [Membership(member: 1)]),
            Group(id: GroupID("g:2"), name: "sales  team", memberCount: 0, members: []),
            Group(id: GroupID("g:3"), name: "Everybody", externalID: "okta-1", memberCount: 1001, members: []),
            Group(id: GroupID("g:4"), name: "Twins", memberCount: 0, members: []),
            Group(id: GroupID("g:5"), name: "twins", memberCount: 0, members: []),
            Group(id: GroupID("g:6"), name: "System", management: .systemManaged, memberCount: 7, members: []),
        ],
        roles: []
    )

    /// 2026-11-20T00:00:00Z.
    private static let now: Int64 = 1_795_132_800

    private static func report(_ files: [ManifestFile]) throws -> (ImportReport, [ManifestFile]) {
        let options = ImportOptions(folder: "manifests")
        let result = try TeamImport(files: files, load: loadManifests(files), live: live, options: options)
        let after = result.applied(to: files)
        let adoption = Adoption(live, loadManifests(after).manifests, now: now, pendingDays: 30)
        let report = ImportReport(
            result,
            adoption: AdoptionReport(adoption, pendingDays: 30),
            team: live.team,
            dryRun: false,
            rosterVersion: "1.0.0",
            createdAt: "2026-11-20T00:00:00Z"
        )
        return (report, after)
    }

    @Test func reportsAFirstImport() throws {
        let (report, _) = try Self.report([])
        let layout = TextLayout(width: 100, colour: false)
        try expectGolden(String(decoding: try report.encoded(), as: UTF8.self), "import-first.json")
        try expectGolden(layout.imported(report, nextCommand: "roster plan"), "import-first.txt")
        try expectGolden(String(decoding: report.markdown, as: UTF8.self), "import-first.md")
        #expect(try ImportReport(json: report.encoded()) == report)
    }

    @Test func reportsThatThereIsNothingToImport() throws {
        let (_, files) = try Self.report([])
        let (report, _) = try Self.report(files)
        #expect(report.files == [])
        try expectGolden(String(decoding: try report.encoded(), as: UTF8.self), "import-nothing.json")
        let text = TextLayout(width: 100, colour: false).imported(report, nextCommand: "roster plan")
        #expect(text.contains("The manifests say what the team is: nothing to import."))
    }

    @Test func findsWhatStandsInTheWay() throws {
        let adoption = try Self.report([]).0.adoption
        #expect(adoption.unmanagedMembers.map(\.email) == ["no-address"])
        #expect(adoption.unmanagedGroups.map(\.name) == ["Twins", "twins"])
        #expect(adoption.namesakes.map { $0.map(\.email) } == [["amy2@acme.example", "amy@acme.example"]])
        #expect(adoption.similarGroups.map { $0.map(\.groupID) } == [["g:2", "g:1"], ["g:4", "g:5"]])
        #expect(adoption.foreignExternalIDs.map(\.externalID) == ["ad-7", "okta-1"])
        #expect(adoption.pendingInvitations.map(\.email) == ["cat@acme.example"])
        #expect(adoption.pendingInvitations.map(\.days) == [80])
        #expect(adoption.largeGroups.map(\.name) == ["Everybody"])
    }

    @Test func showsHostileTextInert() throws {
        let (report, _) = try Self.report([])
        let text = TextLayout(width: 100, colour: false).imported(report, nextCommand: "roster plan")
        let markdown = String(decoding: report.markdown, as: UTF8.self)
        for output in [text, markdown] { #expect(!output.contains("\u{1B}")) }
        #expect(!markdown.contains("<b>") && !markdown.contains("`x`"))
    }
}

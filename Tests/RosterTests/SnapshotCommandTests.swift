import Foundation
import Reporting
import Testing

@testable import roster

/// `roster snapshot`, and plans from what it stored.
@Suite("Snapshots")
struct SnapshotCommandTests {
    private static let file = "team.snapshot.json"

    private func stored(_ folder: TemporaryFolder, clock: VirtualClock = VirtualClock()) async throws {
        let run = await roster(["snapshot", "--simulate", "-o", Self.file], in: folder, clock: clock)
        try #require(run.status == .done, "\(run.error)")
    }

    private func mode(_ folder: TemporaryFolder) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.url(Self.file).path)
        return attributes[.posixPermissions] as? Int
    }

    @Test("the file is its owner's alone, whoever could read it before, and stdout says what it holds")
    func stores() async throws {
        try await SmallTeam.with { folder in
            try folder.write("old", to: Self.file)
            try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: folder.url(Self.file).path)
            let run = await roster(["snapshot", "--simulate", "-o", Self.file], in: folder)
            #expect(run.status == .done)
            #expect(
                run.output == """
                    Stored team "Small" (dbtid:small) as of 2027-01-15T08:00:00Z in team.snapshot.json: members 3, groups 3, \
                    memberships 3. It holds personal data: keep it protected.

                    """
            )
            #expect(try mode(folder) == 0o600)
            let report = try SnapshotReport(json: Array(folder.read(Self.file).utf8))
            #expect(report.members.map(\.email) == ["admin@small.example", "ann@small.example", "bob@small.example"])
        }
    }

    @Test("a plan from the snapshot is the plan from the team")
    func samePlan() async throws {
        try await SmallTeam.with { folder in
            let online = await roster(["plan", "--simulate", "--format", "json"], in: folder)
            try await stored(folder)
            let offline = await roster(["plan", "--live", Self.file, "--format", "json"], in: folder)
            #expect(offline.status == online.status && offline.status == .done)
            var report = try PlanReport(json: Array(offline.output.utf8))
            #expect(report.snapshot == PlanReport.SnapshotSource(readAt: "2027-01-15T08:00:00Z", age: 0))
            report.snapshot = nil
            #expect(report == (try PlanReport(json: Array(online.output.utf8))))
        }
    }

    /// The Connection names secrets that are not there, the address leads nowhere and the proxy settings are broken: the
    /// command fails as soon as it touches any of them, as the plan from the team does.
    @Test("a plan from a snapshot reads no secret and opens no connection")
    func needsNothing() async throws {
        try await SmallTeam.with { folder in
            try await stored(folder)
            try folder.write(
                """
                {"apiVersion":"roster/v1","kind":"Connection","service_uri":"https://dropbox.invalid/2",
                 "authentication":{"method":"oauth","grant_type":"refresh_token",
                  "token_endpoint":"https://dropbox.invalid/token","client_id":{"env":"NOT_SET"},
                  "client_secret":{"file":"no/such/file"},"refresh_token":{"env":"NOT_SET_EITHER"}}}
                """,
                to: "manifests/connection.json"
            )
            let environment = ["HTTPS_PROXY": "nonsense://[", "SSL_CERT_FILE": "no/such/file"]
            let online = await roster(["plan"], in: folder, environment: environment)
            #expect(online.status == .failed && online.error.contains("NOT_SET"))
            for command in [["plan"], ["explain", "ann@small.example"]] {
                let run = await roster(command + ["--live", Self.file], in: folder, environment: environment)
                #expect(run.status == .done, "\(run.error)")
                #expect(run.output.contains("ann@small.example"))
            }
        }
    }

    @Test(
        "a snapshot says how old it is and warns when it is old",
        arguments: [
            (Duration.seconds(86_400), "the team as read at 2027-01-15T08:00:00Z, 24 hours before this plan", false),
            (.seconds(86_401), "the team as read at 2027-01-15T08:00:00Z, 24 hours before this plan", true),
            (.seconds(5 * 86_400), "the team as read at 2027-01-15T08:00:00Z, 5 days before this plan", true),
            (.seconds(-299), "later than this plan by the clock of this machine", false),
            (.seconds(-301), "later than this plan by the clock of this machine", true),
        ]
    )
    func age(later: Duration, words: String, isWarned: Bool) async throws {
        try await SmallTeam.with { folder in
            try await stored(folder)
            let clock = VirtualClock()
            clock.advance(later)
            let run = await roster(["plan", "--live", Self.file], in: folder, clock: clock)
            #expect(run.status == .done)
            let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(text.contains(words), "\(run.output)")
            #expect(run.output.contains("[old-snapshot]") == isWarned)
        }
    }

    @Test("the pinned team is checked against the snapshot's, and before anything is stored")
    func pinnedTeam() async throws {
        try await SmallTeam.with { folder in
            try await stored(folder)
            try folder.write(
                "{\"apiVersion\":\"roster/v1\",\"kind\":\"Connection\",\"team_id\":\"dbtid:other\"}",
                to: "manifests/connection.json"
            )
            let plan = await roster(["plan", "--live", Self.file], in: folder)
            #expect(plan.status == .refused)
            #expect(plan.output.contains("dbtid:other"))
            let snapshot = await roster(["snapshot", "--simulate", "-o", "other.json"], in: folder)
            #expect(snapshot.status == .refused)
            #expect(snapshot.error.contains("the Connection pins team dbtid:other, but dbtid:small answered"))
            #expect(!folder.exists("other.json"))
        }
    }

    @Test("a damaged snapshot ends with 1 and its place; a missing one with the path")
    func damaged() async throws {
        try await SmallTeam.with { folder in
            try await stored(folder)
            let text = try folder.read(Self.file)
            try folder.write(text.replacing("\"active\"", with: "\"ac\u{1B}[2Jtive\""), to: Self.file)
            let run = await roster(["plan", "--live", Self.file], in: folder)
            #expect(run.status == .failed && run.output == "")
            #expect(run.error.contains("error: team.snapshot.json:"))
            #expect(!run.error.contains("\u{1B}"))
            let missing = await roster(["plan", "--live", "missing.json"], in: folder)
            #expect(missing.status == .failed && missing.error.contains("cannot read missing.json"))
        }
    }

    @Test("without a manifests folder the default connection is used; faulty manifests are reported instead")
    func workspaces() async throws {
        try await SmallTeam.with { folder in
            try FileManager.default.removeItem(at: folder.url("manifests"))
            try await stored(folder)
            let named = await roster(["snapshot", "--simulate", "-m", "else", "-o", "x.json"], in: folder)
            #expect(named.status == .failed && named.error.contains("there is no folder else"))
            try folder.write("{", to: "manifests/broken.json")
            let broken = await roster(["snapshot", "--simulate", "-o", "x.json"], in: folder)
            #expect(broken.status == .failed && broken.error.contains("manifests/broken.json:1:"))
            #expect(!folder.exists("x.json"))
        }
    }

    @Test("where the file cannot be written, the team is not read")
    func unwritable() async throws {
        try await SmallTeam.with { folder in
            try folder.makeFolder("taken")
            let run = await roster(["snapshot", "--simulate", "-o", "taken"], in: folder)
            #expect(run.status == .failed)
            #expect(!run.error.contains("simulation:"))
        }
    }
}

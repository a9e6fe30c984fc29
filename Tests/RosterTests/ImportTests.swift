import DropboxSimulator
import Foundation
import Reporting
import Testing

@testable import roster

/// `roster import`: the live team, as manifests.
@Suite("Import")
struct ImportTests {
    private static let state = ".roster/simulator.json"

    /// A folder whose simulated team is the small one, without manifests.
    private static func withTeam(_ body: (TemporaryFolder) async throws -> Void) async throws {
        try await SmallTeam.with { folder in
            try FileManager.default.removeItem(at: folder.url("manifests"))
            try await body(folder)
        }
    }

    private static func change(_ folder: TemporaryFolder, _ change: (inout TeamSeed) -> Void) throws {
        var team = try TeamSeed(json: Array(folder.read(Self.state).utf8))
        change(&team)
        try folder.write(String(decoding: team.encoded(), as: UTF8.self), to: Self.state)
    }

    private static func manifests(in folder: TemporaryFolder) throws -> [String: String] {
        let names = (FileManager.default.subpaths(atPath: folder.url("manifests").path) ?? []).filter {
            $0.hasSuffix(".json")
        }
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try folder.read("manifests/\($0)")) })
    }

    @Test(
        "the first import makes manifests with which the plan has no changes",
        arguments: [[], ["--split", "letter"], ["--split", "group"]]
    )
    func first(flags: [String]) async throws {
        for makeFolder in [Self.withTeam, Self.withSample] {
            try await makeFolder { folder in
                let run = await roster(["import", "--simulate"] + flags, in: folder)
                #expect(run.status == .done, "\(run.error)")
                #expect(run.output.contains("next: roster plan --simulate\n"))
                let plan = await roster(["plan", "--simulate", "--detailed-exitcode"], in: folder)
                #expect(plan.status == .done, "\(plan.output)\(plan.error)")
                #expect(await roster(["fmt", "--check"], in: folder).output == "")
                let again = await roster(["import", "--simulate"] + flags, in: folder)
                #expect(again.output.contains("nothing to import"))
            }
        }
    }

    private static func withSample(_ body: (TemporaryFolder) async throws -> Void) async throws {
        try await TemporaryFolder.with { try await body($0) }
    }

    @Test("a later import changes exactly what changed in Dropbox")
    func later() async throws {
        try await Self.withTeam { folder in
            _ = await roster(["import", "--simulate"], in: folder)
            let users = try folder.read("manifests/users.json")
            let noted = users.replacing(
                "\"given_name\": \"Ann\",",
                with: "\"given_name\":\"Ann\",   \"description\": \"Kept.\","
            )
            #expect(noted != users)
            try folder.write(noted, to: "manifests/users.json")
            try Self.change(folder) { team in
                let index = team.members.firstIndex { $0.givenName == "Ann" } ?? 0
                team.members[index].givenName = "Anna"
            }
            let run = await roster(["import", "--simulate"], in: folder)
            #expect(run.status == .done, "\(run.error)")
            #expect(run.output.contains("users: 0 added, 1 updated, 0 removed"))
            #expect(
                try folder.read("manifests/users.json")
                    == noted.replacing("\"given_name\":\"Ann\"", with: "\"given_name\":\"Anna\"")
            )
            #expect(await roster(["plan", "--simulate", "--detailed-exitcode"], in: folder).status == .done)
        }
    }

    @Test("--dry-run writes nothing and shows a difference; the report goes to stderr")
    func dryRun() async throws {
        try await Self.withTeam { folder in
            let run = await roster(["import", "--simulate", "--dry-run"], in: folder)
            #expect(run.status == .done)
            #expect(run.output.hasPrefix("--- /dev/null\n+++ b/manifests/groups.json\n"))
            #expect(run.error.contains("3 files would be written."))
            #expect(!folder.exists("manifests"))
        }
    }

    @Test("nothing is written when a manifest has faults")
    func faults() async throws {
        try await Self.withTeam { folder in
            try folder.write("{", to: "manifests/broken.json")
            let run = await roster(["import", "--simulate"], in: folder)
            #expect(run.status == .failed)
            #expect(run.error.contains("manifests/broken.json:1:"))
            #expect(try Self.manifests(in: folder) == ["broken.json": "{"])
        }
    }

    @Test("a team that the Connection does not pin is refused")
    func otherTeam() async throws {
        try await Self.withTeam { folder in
            let text = "{\"apiVersion\":\"roster/v1\",\"kind\":\"Connection\",\"team_id\":\"dbtid:other\"}"
            try folder.write(text, to: "manifests/connection.json")
            let run = await roster(["import", "--simulate"], in: folder)
            #expect(run.status == .refused)
            #expect(run.error.contains("the Connection pins team dbtid:other"))
            #expect(try Self.manifests(in: folder).count == 1)
        }
    }

    @Test(
        "files that cannot take the records are refused, and stay as they are",
        arguments: [
            ("elsewhere.json", "is no *.json file below manifests"), ("manifests/.hidden/a.json", "is no *.json file"),
            ("manifests/../a.json", "is no *.json file"),
            ("manifests/policy.json", "is no Users manifest without a mapping"),
        ]
    )
    func unsuitable(path: String, problem: String) async throws {
        try await Self.withTeam { folder in
            let policy = "{\"apiVersion\":\"roster/v1\",\"kind\":\"Policy\"}"
            try folder.write(policy, to: "manifests/policy.json")
            let run = await roster(["import", "--simulate", "--into", path], in: folder)
            #expect(run.status == .failed)
            #expect(run.error.contains(problem), "\(run.error)")
            #expect(try Self.manifests(in: folder) == ["policy.json": policy])
        }
    }

    @Test("filters and kinds choose what is added")
    func selection() async throws {
        try await Self.withTeam { folder in
            let run = await roster(
                [
                    "import", "--simulate", "--users", "--filter", "given_name eq \"ann\"", "--into",
                    "manifests/people/ann.json",
                ],
                in: folder
            )
            #expect(run.status == .done, "\(run.error)")
            #expect(run.output.contains("users: 1 added"))
            #expect(run.output.contains("groups: 0 added"))
            let names = try Self.manifests(in: folder).keys
            #expect(names.sorted() == ["people/ann.json", "policy.json"])
            #expect(run.output.contains("Groups without a record"))
        }
    }

    @Test(
        "a faulty option is a fault of the command line",
        arguments: [["--filter", "mail eq 1"], ["--split", "colour"], ["--pending-days", "-1"]]
    )
    func usage(arguments: [String]) async throws {
        try await Self.withTeam { folder in
            #expect(await roster(["import", "--simulate"] + arguments, in: folder).status == .usage)
        }
    }

    @Test("the report is written in every format")
    func formats() async throws {
        try await Self.withTeam { folder in
            let run = await roster(
                ["import", "--simulate", "--format", "json", "-o", "markdown=import.md", "-o", "text=import.txt"],
                in: folder
            )
            let report = try ImportReport(json: Array(run.output.utf8))
            #expect(
                report.files.map(\.path) == ["manifests/groups.json", "manifests/policy.json", "manifests/users.json"]
            )
            #expect(report.users.added == 2)
            #expect(try folder.read("import.md").contains("## roster import"))
            #expect(try folder.read("import.txt").contains("users: 2 added, 0 updated, 0 removed"))
        }
    }
}

import Foundation
import Testing

@testable import roster

/// No output takes the place of what is read. None of these commands can reach a team: they have no secrets, so each ends
/// with that as soon as it looks for one.
@Suite("Places of outputs")
struct OutputPlacesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let says: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    private static func plan(_ output: String, _ says: String, _ more: [String] = []) -> Case {
        Case(
            arguments: ["plan", "-o", "json=\(output)"] + more,
            says: "-o json is to write to \(output), but that is \(says)"
        )
    }

    static let cases = [
        plan("team.json", "the snapshot of --live\n", ["--live", "team.json"]),
        plan("./team.json", "the snapshot of --live, team.json\n", ["--live", "team.json"]),
        plan("link.json", "the snapshot of --live, team.json\n", ["--live", "team.json"]),
        plan("manifests/../team.json", "the snapshot of --live, link.json\n", ["--live", "link.json"]),
        plan("manifests/users.json", "a manifest\n"),
        plan("linked/users.json", "a manifest, manifests/users.json\n"),
        plan("base/users.json", "a manifest of the base\n", ["--base", "base"]),
        plan("secrets/token", "where the Connection keeps a secret\n"),
        plan(".roster/simulator.json", "the simulated team of --simulate\n", ["--simulate"]),
        Case(
            arguments: ["plan", "-o", "json=new/plan", "-o", "html=new//./x/../plan"],
            says: "-o html is to write to new//./x/../plan, but that is -o json, new/plan\n"
        ),
        Case(
            arguments: ["apply", "-o", "json=plan.json", "--approved", "plan.json"],
            says: "-o json is to write to plan.json, but that is the plan of --approved\n"
        ),
        Case(
            arguments: ["apply", "-o", "json=journal", "--journal", "./journal"],
            says: "-o json is to write to journal, but that is --journal, ./journal\n"
        ),
        Case(
            arguments: ["apply", "--journal", "manifests/groups.json"],
            says: "--journal is to write to manifests/groups.json, but that is a manifest\n"
        ),
        Case(arguments: ["apply", "-o", "json=.roster/apply.lock"], says: "but that is the lock of applies\n"),
        Case(arguments: ["validate", "-o", "json=manifests/users.json"], says: "but that is a manifest\n"),
        Case(
            arguments: ["snapshot", "-o", "manifests/users.json"],
            says: "-o is to write to manifests/users.json, but"
        ),
        Case(
            arguments: ["snapshot", "-o", "secrets/token"],
            says: "but that is where the Connection keeps a secret\n"
        ),
        Case(
            arguments: ["import", "--live", "team.json", "-o", "json=team.json"],
            says: "but that is the snapshot of --live\n"
        ),
        Case(
            arguments: [
                "import", "--live", "team.json", "--into", "manifests/more.json", "-o", "json=manifests/more.json",
            ],
            says: "but that is a manifest that is imported\n"
        ),
    ]

    private static func contents(_ folder: TemporaryFolder) throws -> [String: Data] {
        let names = FileManager.default.subpaths(atPath: folder.path) ?? []
        return names.reduce(into: [:]) { $0[$1] = FileManager.default.contents(atPath: folder.url($1).path) }
    }

    @Test("an output in the place of an input ends the command before anything is read from the team", arguments: cases)
    func refuses(row: Case) async throws {
        try await SmallTeam.with { folder in
            _ = await roster(["snapshot", "--simulate", "-o", "team.json"], in: folder)
            _ = await roster(["plan", "--simulate", "-o", "json=plan.json"], in: folder)
            try folder.link("link.json", to: "team.json")
            try folder.link("linked", to: "manifests")
            try folder.write("token", to: "secrets/token")
            try folder.write(folder.read("manifests/users.json"), to: "base/users.json")
            try folder.write(
                #"{"apiVersion":"roster/v1","kind":"Connection","authentication":{"method":"oauth","grant_type":"refresh_token","client_id":"app","refresh_token":{"file":"secrets/token"}}}"#,
                to: "manifests/connection.json"
            )
            let before = try Self.contents(folder)
            let run = await roster(row.arguments, in: folder)
            #expect(run.status == .failed && run.output == "")
            #expect(run.error.contains(row.says) && run.error.contains("fix: name another file with "), "\(run.error)")
            if row.arguments[0] == "apply" { #expect(run.error.contains("nothing was applied")) }
            var after = try Self.contents(folder)
            after[".roster/apply.lock"] = before[".roster/apply.lock"]
            #expect(after == before)
        }
    }

    /// On a terminal, stdout and stderr are one device.
    @Test("several outputs may go to one device")
    func devices() async throws {
        try await SmallTeam.with { folder in
            try folder.link("null", to: "/dev/null")
            let run = await roster(["plan", "--simulate", "-o", "json=/dev/null", "-o", "html=null"], in: folder)
            #expect(run.status == .done, "\(run.error)")
        }
    }

    @Test("a file beside the manifests, or one from before, is an output like any other")
    func allows() async throws {
        try await SmallTeam.with { folder in
            for _ in 1...2 {
                let arguments = ["plan", "--simulate", "-o", "json=plan.json", "-o", "html=manifests/plan.html"]
                #expect(await roster(arguments, in: folder).status == .done)
            }
        }
    }
}

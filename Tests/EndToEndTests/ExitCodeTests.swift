import Foundation
import Testing

/// Every exit code of the contract, from the built binary.
@Suite("Exit codes", .timeLimit(.minutes(10)))
struct ExitCodeTests {
    /// Runs that must leave the team as it was.
    struct Untouched: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        let exitCode: Int32
        /// What stderr must say.
        let error: String
        var testDescription: String { name }
    }

    static let untouched: [Untouched] = [
        Untouched(name: "a plan", arguments: ["plan", "--simulate"], exitCode: 0, error: "simulation"),
        Untouched(
            name: "a plan that tells changes by its exit code",
            arguments: ["plan", "--simulate", "--detailed-exitcode"],
            exitCode: 2,
            error: "simulation"
        ),
        Untouched(
            name: "a check of the connection",
            arguments: ["check", "--simulate"],
            exitCode: 0,
            error: "simulation"
        ),
        Untouched(
            name: "an apply without any consent",
            arguments: ["apply", "--simulate"],
            exitCode: 3,
            error: "nothing was applied"
        ),
        Untouched(
            name: "an apply without consent to the group deletion",
            arguments: ["apply", "--simulate", "--auto-approve"],
            exitCode: 3,
            error: "--confirm-group-deletions delete-1-group-"
        ),
        Untouched(
            name: "an apply with the token of other deletions",
            arguments: [
                "apply", "--simulate", "--auto-approve", "--confirm-group-deletions", "delete-1-group-00000000",
            ],
            exitCode: 3,
            error: "nothing was applied"
        ),
        Untouched(
            name: "an apply from a folder that is not there",
            arguments: ["apply", "--simulate", "--auto-approve", "--manifests", "nowhere"],
            exitCode: 1,
            error: "there is no folder nowhere"
        ),
        Untouched(
            name: "an apply with an approval that is not there",
            arguments: ["apply", "--simulate", "--approved", "nowhere.json"],
            exitCode: 1,
            error: "nothing was applied"
        ),
        Untouched(
            name: "an apply with an approval that is no plan",
            arguments: ["apply", "--simulate", "--approved", "team.json"],
            exitCode: 1,
            error: "nothing was applied"
        ),
        Untouched(
            name: "an apply without credentials",
            arguments: ["apply", "--auto-approve"],
            exitCode: 1,
            error: "DROPBOX_CLIENT_ID"
        ),
        Untouched(
            name: "an unknown option",
            arguments: ["apply", "--simulate", "--force"],
            exitCode: 64,
            error: "--force"
        ),
        Untouched(name: "an unknown command", arguments: ["destroy"], exitCode: 64, error: "destroy"),
        Untouched(
            name: "a format of another command",
            arguments: ["plan", "--format", "sarif"],
            exitCode: 64,
            error: "sarif is not a format of this command"
        ),
        Untouched(
            name: "too many calls at a time",
            arguments: ["apply", "--concurrency", "17"],
            exitCode: 64,
            error: "use 1 to 16"
        ),
    ]

    @Test("a run that ends early leaves the team as it was", arguments: untouched)
    func leavesTheTeamUntouched(run: Untouched) async throws {
        try await Workspace.with { workspace in
            let before = try workspace.read(Workspace.stateFile)
            let result = try await Binary.run(run.arguments, in: workspace)
            #expect(result.exitCode == run.exitCode)
            #expect(result.error.contains(run.error), "stderr: \(result.error)")
            #expect(try workspace.read(Workspace.stateFile) == before)
            #expect(!workspace.exists(".roster/journal"))
        }
    }

    @Test("0: an apply that does everything, and a second that finds nothing to do")
    func applied() async throws {
        try await Workspace.with { workspace in
            let plan = try await Binary.run(["plan", "--simulate", "-o", "json=plan.json"], in: workspace)
            let token = try #require(plan.output.firstMatch(of: /delete-1-group-[0-9a-f]{8}/)?.output)
            let first = try await Binary.run(
                ["apply", "--simulate", "--auto-approve", "--confirm-group-deletions", String(token)],
                in: workspace
            )
            #expect(first.exitCode == 0, "stderr: \(first.error)")
            let state = try workspace.read(Workspace.stateFile)
            #expect(state.contains("carla@small.example"))
            #expect(state.contains("Annie"))
            #expect(!state.contains("\"Old\""))
            let second = try await Binary.run(["apply", "--simulate", "--auto-approve"], in: workspace)
            #expect(second.exitCode == 0, "stderr: \(second.error)")
            #expect(try workspace.read(Workspace.stateFile) == state)
            let again = try await Binary.run(["plan", "--simulate", "--detailed-exitcode"], in: workspace)
            #expect(again.exitCode == 0, "stdout: \(again.output)")
        }
    }

    @Test("1: manifests with a fault, in every command that reads them", arguments: ["validate", "plan", "apply"])
    func invalidManifests(command: String) async throws {
        try await Workspace.with { workspace in
            let before = try workspace.read(Workspace.stateFile)
            try workspace.write(
                "{\n  \"apiVersion\": \"roster/v1\",\n  \"kind\": \"Uzers\"\n}",
                to: "manifests/bad.json"
            )
            let arguments = command == "validate" ? [command] : [command, "--simulate"]
            let result = try await Binary.run(arguments, in: workspace)
            #expect(result.exitCode == 1)
            let told = command == "validate" ? result.output : result.error
            #expect(told.contains("manifests/bad.json:3:11: error:"), "\(told)")
            #expect(try workspace.read(Workspace.stateFile) == before)
        }
    }

    @Test("4: a gate refuses, in plan and in apply", arguments: ["plan", "apply"])
    func refused(command: String) async throws {
        try await Workspace.with { workspace in
            try workspace.setPolicy("\"limits\":{\"group_deletions\":0}")
            let before = try workspace.read(Workspace.stateFile)
            let consent = command == "apply" ? ["--auto-approve"] : []
            let refused = try await Binary.run([command, "--simulate"] + consent, in: workspace)
            #expect(refused.exitCode == 4)
            #expect(try workspace.read(Workspace.stateFile) == before)
            if command == "apply" { #expect(refused.error.contains("nothing was applied")) }
            let raised = [command, "--simulate", "--override-limit", "group_deletions=1"]
            let allowed = try await Binary.run(raised, in: workspace)
            #expect(allowed.exitCode == (command == "plan" ? 0 : 3))
        }
    }

    @Test("4: a disabled connection refuses an apply, not a plan")
    func disabled() async throws {
        try await Workspace.with { workspace in
            let connection = "{\"apiVersion\":\"roster/v1\",\"kind\":\"Connection\",\"enabled\":false}"
            try workspace.write(connection, to: "manifests/connection.json")
            let before = try workspace.read(Workspace.stateFile)
            #expect(try await Binary.run(["plan", "--simulate"], in: workspace).exitCode == 0)
            #expect(try await Binary.run(["apply", "--simulate", "--auto-approve"], in: workspace).exitCode == 4)
            #expect(try workspace.read(Workspace.stateFile) == before)
        }
    }

    @Test("5: a change that Dropbox refuses, and everything else is applied")
    func incomplete() async throws {
        try await Workspace.with { workspace in
            try workspace.setPolicy("\"groups\":{\"delete\":\"never\"}")
            // The team does not sign in with SAML, which only the attempt shows.
            try workspace.addUsers("{\"email\":\"dave@small.example\",\"persistent_id\":\"saml-1\"}")
            let result = try await Binary.run(
                ["apply", "--simulate", "--auto-approve", "-o", "json=result.json"],
                in: workspace
            )
            #expect(result.exitCode == 5, "stderr: \(result.error)")
            let state = try workspace.read(Workspace.stateFile)
            #expect(state.contains("carla@small.example"))
            #expect(!state.contains("dave@small.example"))
            let report = try workspace.read("result.json")
            #expect(report.contains("\"outcome\" : \"failed\""))
            #expect(report.contains("\"converged\" : false"))
        }
    }

    @Test("6: changes that the approval does not cover")
    func notCovered() async throws {
        try await Workspace.with { workspace in
            try workspace.setPolicy("\"groups\":{\"delete\":\"never\"}")
            _ = try await Binary.run(["plan", "--simulate", "-o", "json=plan.json"], in: workspace)
            try workspace.addUsers("{\"email\":\"eve@small.example\"}")
            let before = try workspace.read(Workspace.stateFile)
            let arguments = ["apply", "--simulate", "--approved", "plan.json"]
            let refused = try await Binary.run(arguments, in: workspace)
            #expect(refused.exitCode == 6)
            #expect(
                refused.error.contains("user.create eve@small.example\n      new: the approved plan has no such change")
            )
            #expect(refused.error.contains("the manifests have changed since"))
            #expect(refused.error.hasSuffix("--approved:\n  roster plan --simulate -o json=plan.json\n"))
            #expect(refused.error.lowercased().contains("nothing was applied"))
            #expect(try workspace.read(Workspace.stateFile) == before)
            try FileManager.default.removeItem(at: workspace.url("manifests/more-users.json"))
            let team = before.replacing("\"given_name\": \"Ann\"", with: "\"given_name\": \"Anna\"")
            try #require(team != before)
            try workspace.write(team, to: Workspace.stateFile)
            let moved = try await Binary.run(arguments, in: workspace)
            #expect(moved.exitCode == 6)
            #expect(moved.error.contains("given_name: \"Anna\" → \"Annie\" now, \"Ann\" → \"Annie\" when approved"))
            #expect(moved.error.contains("what moved: Dropbox"))
            try workspace.write(before, to: Workspace.stateFile)
            #expect(try await Binary.run(arguments, in: workspace).exitCode == 0)
        }
    }
}

import Foundation
import Testing

/// Signals, and the simulator as a process of its own.
@Suite("Interruption", .timeLimit(.minutes(10)))
struct InterruptionTests {
    /// Starts `roster simulator` on a free port and passes its address.
    private func withSimulator(
        _ workspace: Workspace,
        _ options: [String] = [],
        _ body: (String) async throws -> Void
    ) async throws {
        let arguments = ["simulator", "--port", "0", "--state", Workspace.stateFile] + options
        let simulator = try RunningBinary(arguments, in: workspace)
        do {
            let line = try await simulator.waitForOutput { _ in true }
            let address = try #require(line.wholeMatch(of: /listening on (http:\/\/127\.0\.0\.1:[0-9]+)/)?.output.1)
            try await body(String(address))
        } catch {
            simulator.terminate()
            _ = try await simulator.finish()
            throw error
        }
        simulator.terminate()
        #expect(try await simulator.finish().exitCode == 130)
    }

    private func environment(_ address: String) -> [String: String] {
        ["ROSTER_SERVICE_URI": "\(address)/2", "DROPBOX_ACCESS_TOKEN": "simulator-access-token"]
    }

    @Test("the simulator's first line says where it listens, stderr how to use it, and a plan works with that")
    func simulator() async throws {
        try await Workspace.with { workspace in
            try await withSimulator(workspace) { address in
                let plan = try await Binary.run(["plan"], in: workspace, environment: environment(address))
                #expect(plan.exitCode == 0, "stderr: \(plan.error)")
                #expect(plan.output.contains("carla@small.example"))
                #expect(!plan.error.contains("simulation"))
            }
        }
    }

    @Test("130: running changes finish, no new one starts, and a second apply does the rest")
    func interruptedApply() async throws {
        try await Workspace.with { workspace in
            try workspace.setPolicy("\"groups\":{\"delete\":\"never\"}")
            try await withSimulator(workspace, ["--latency", "300"]) { address in
                let apply = ["apply", "--auto-approve", "--concurrency", "1", "-o", "json=result.json"]
                let running = try RunningBinary(
                    apply,
                    in: workspace,
                    environment: environment(address),
                    interruptedAt: "[1/"
                )
                let interrupted = try await running.finish()
                #expect(interrupted.exitCode == 130, "stderr: \(interrupted.error)")
                let result = try workspace.read("result.json")
                #expect(result.contains("\"outcome\" : \"applied\""))
                #expect(result.contains("\"outcome\" : \"skipped\""))
                #expect(result.contains("\"interrupted\" : true"))
                let second = try await Binary.run(apply, in: workspace, environment: environment(address))
                #expect(second.exitCode == 0, "stderr: \(second.error)")
                #expect(try workspace.read("result.json").contains("\"converged\" : true"))
            }
        }
    }

    @Test("130: interrupted while it reads the team again, an apply still shows and writes what it did")
    func interruptedVerification() async throws {
        try await Workspace.with { workspace in
            try workspace.setPolicy("\"groups\":{\"delete\":\"never\"}")
            try await withSimulator(workspace, ["--latency", "500"]) { address in
                let apply = ["apply", "--auto-approve", "-o", "json=result.json"]
                let running = try RunningBinary(
                    apply,
                    in: workspace,
                    environment: environment(address),
                    interruptedAt: "reading the team again"
                )
                let interrupted = try await running.finish()
                #expect(interrupted.exitCode == 130, "stderr: \(interrupted.error)")
                #expect(
                    interrupted.output.contains("Interrupted while the team was read again: every change was applied.")
                )
                let result = try workspace.read("result.json")
                #expect(result.contains("\"outcome\" : \"applied\"") && !result.contains("\"outcome\" : \"skipped\""))
                #expect(result.contains("\"interrupted\" : true") && result.contains("\"remaining_changes\" : null"))
                let status = try await Binary.run(["status"], in: workspace)
                #expect(status.exitCode == 0 && status.output.contains("The team was not read again after it."))
            }
        }
    }

    @Test("130: an apply that is interrupted while it reads the team applies nothing", arguments: ["plan", "apply"])
    func interruptedRead(command: String) async throws {
        try await Workspace.with { workspace in
            let before = try workspace.read(Workspace.stateFile)
            try await withSimulator(workspace, ["--latency", "60000"]) { address in
                let running = try RunningBinary([command], in: workspace, environment: environment(address))
                _ = try await running.waitForError { $0.contains("reading the team") }
                running.interrupt()
                let result = try await running.finish()
                #expect(result.exitCode == 130)
                if command == "apply" { #expect(result.error.contains("nothing was applied")) }
            }
            #expect(try workspace.read(Workspace.stateFile) == before)
        }
    }
}

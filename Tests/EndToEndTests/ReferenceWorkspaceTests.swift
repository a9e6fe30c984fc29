import Foundation
import Testing

/// What the README promises to somebody with no account.
@Suite("The reference workspace", .timeLimit(.minutes(10)))
struct ReferenceWorkspaceTests {
    @Test("the README shows what plan prints")
    func readme() async throws {
        let plan = try await Workspace.withReference { try await Binary.run(["plan", "--simulate"], in: $0) }
        #expect(plan.exitCode == 0)
        let printed = Set(plan.output.split(separator: "\n"))
        let shown = try Workspace.readmePlan().split(separator: "\n").filter { $0 != "…" }
        try #require(shown.count > 15)
        #expect(shown.filter { !printed.contains($0) } == [])
    }

    @Test("a plan in which everything happens, an apply, and then nothing is left")
    func planApplyPlan() async throws {
        try await Workspace.withReference { workspace in
            let plan = try await Binary.run(["plan", "--simulate", "-o", "json=plan.json"], in: workspace)
            #expect(plan.output.contains("1 GROUP WOULD BE DELETED"))
            let report = try JSONDecoder().decode(Report.self, from: Data(workspace.read("plan.json").utf8))
            #expect(Set(report.changes.map(\.action)).count == 11, "every action there is")
            let token = try #require(report.confirmation?.token)
            let apply = try await Binary.run(
                ["apply", "--simulate", "--approved", "plan.json", "--confirm-group-deletions", token],
                in: workspace
            )
            #expect(apply.exitCode == 0, "\(apply.error)")
            #expect(apply.output.contains("Converged."))
            let next = try await Binary.run(["plan", "--simulate", "--detailed-exitcode"], in: workspace)
            #expect(next.exitCode == 0)
            #expect(next.output.hasSuffix("No changes. The team matches the manifests.\n"))
        }
    }

    private struct Report: Decodable {
        struct Change: Decodable { let action: String }
        struct Confirmation: Decodable { let token: String }
        let changes: [Change]
        let confirmation: Confirmation?
    }
}

extension Workspace {
    /// The plan in the README's first screen.
    fileprivate static func readmePlan() throws -> Substring {
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: package.appendingPathComponent("README.md"), encoding: .utf8)
        let start = try #require(text.range(of: "```text\n"))
        let end = try #require(text.range(of: "\n```", range: start.upperBound..<text.endIndex))
        return text[start.upperBound..<end.lowerBound]
    }
}

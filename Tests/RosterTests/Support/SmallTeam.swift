import Foundation

/// A workspace with three members, two groups and manifests that want five changes, one of them a deletion.
enum SmallTeam {
    static let stateFile = ".roster/simulator.json"

    private static let fixture = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/workspaces/small")

    /// Makes the workspace, runs the body and removes the workspace.
    static func with<Result>(_ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
        try await TemporaryFolder.with { folder in
            try FileManager.default.copyItem(
                at: fixture.appendingPathComponent("manifests"),
                to: folder.url("manifests")
            )
            try folder.write(
                String(contentsOf: fixture.appendingPathComponent("team.json"), encoding: .utf8),
                to: stateFile
            )
            return try await body(folder)
        }
    }

    /// As ``with(_:)``, but the policy keeps every group.
    static func withoutDeletion<Result>(_ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
        try await with { folder in
            try folder.write(
                "{\"apiVersion\":\"roster/v1\",\"kind\":\"Policy\",\"groups\":{\"delete\":\"never\"}}",
                to: "manifests/policy.json"
            )
            return try await body(folder)
        }
    }

    /// As ``with(_:)``, but a second group would be deleted too.
    static func withTwoDeletions<Result>(_ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
        try await with { folder in
            let team = try folder.read(stateFile).replacing(
                "\"groups\": [",
                with: """
                    "groups": [{ "group_id": "g:older", "name": "Older", "external_id": "roster:default/Older",
                      "management": "company_managed", "members": [] },
                    """
            )
            try folder.write(team, to: stateFile)
            return try await body(folder)
        }
    }
}

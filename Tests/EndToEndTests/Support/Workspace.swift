import Foundation

/// A working directory of its own for one test, with manifests and a team.
struct Workspace: Sendable {
    let path: String

    /// The file in which `--simulate` keeps the team.
    static let stateFile = ".roster/simulator.json"

    private static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let fixture = package.appendingPathComponent("Tests/Fixtures/workspaces/small")

    /// Makes a workspace with three members, two groups and manifests that want five changes, one of them a deletion.
    static func with<Result>(_ body: (Workspace) async throws -> Result) async throws -> Result {
        try await withEmpty { workspace in
            let manifests = workspace.url("manifests")
            try FileManager.default.copyItem(at: fixture.appendingPathComponent("manifests"), to: manifests)
            let team = try String(contentsOf: fixture.appendingPathComponent("team.json"), encoding: .utf8)
            try workspace.write(team, to: "team.json")
            try workspace.write(team, to: stateFile)
            return try await body(workspace)
        }
    }

    /// Makes a workspace that holds the manifests which the documentation shows.
    static func withReference<Result>(_ body: (Workspace) async throws -> Result) async throws -> Result {
        try await withEmpty { workspace in
            let manifests = package.appendingPathComponent("manifests").resolvingSymlinksInPath()
            try FileManager.default.copyItem(at: manifests, to: workspace.url("manifests"))
            return try await body(workspace)
        }
    }

    /// Makes an empty folder.
    static func withEmpty<Result>(_ body: (Workspace) async throws -> Result) async throws -> Result {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("roster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(Workspace(path: url.path))
    }

    func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

    func write(_ text: String, to name: String) throws {
        let parent = url(name).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url(name))
    }

    func read(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

    func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url(folder).path).sorted()
    }

    /// Writes a policy; `groups` is its part on groups.
    func setPolicy(_ parts: String) throws {
        try write("{\"apiVersion\":\"roster/v1\",\"kind\":\"Policy\",\(parts)}", to: "manifests/policy.json")
    }

    /// Adds a user record to the manifests.
    func addUsers(_ records: String) throws {
        try write(
            "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\"users\":[\(records)]}",
            to: "manifests/more-users.json"
        )
    }
}

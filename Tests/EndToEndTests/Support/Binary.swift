import Foundation
import Testing

/// The built `roster`, run as users run it.
enum Binary {
    /// What a run did.
    struct Run {
        let exitCode: Int32
        let output: String
        let error: String
    }

    private final class Anchor {}

    /// The executable beside the tests.
    static func url() throws -> URL {
        #if os(macOS)
            let folder = Bundle(for: Anchor.self).bundleURL.deletingLastPathComponent()
        #else
            let folder = Bundle.main.bundleURL
        #endif
        let url = folder.appendingPathComponent("roster")
        let isThere = FileManager.default.isExecutableFile(atPath: url.path)
        try #require(isThere, "there is no executable \(url.path): build it with `swift build`")
        return url
    }

    /// Runs roster to its end, with nobody at the keyboard.
    static func run(
        _ arguments: [String],
        in folder: Workspace,
        environment: [String: String] = [:]
    ) async throws -> Run {
        let process = try RunningBinary(arguments, in: folder, environment: environment)
        return try await process.finish()
    }

    /// Runs a shell's line to its end, in which `$0` is roster.
    static func run(line: String, in folder: Workspace) async throws -> Run {
        let process = try RunningBinary(shellLine: line, in: folder)
        return try await process.finish()
    }
}

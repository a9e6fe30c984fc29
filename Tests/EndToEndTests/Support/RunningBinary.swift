import Foundation
import Testing

/// A roster process under way, whose lines can be waited for.
struct RunningBinary: Sendable {
    private let process: ChildProcess
    private let output: LineCollector
    private let error: LineCollector

    /// Starts roster; a line of stderr that begins with `interruptedAt` interrupts it, as Ctrl-C does.
    init(
        _ arguments: [String],
        in folder: Workspace,
        environment: [String: String] = [:],
        interruptedAt line: String? = nil
    ) throws {
        process = try ChildProcess(
            try Binary.url().path,
            arguments,
            folder: folder.path,
            environment: environment,
            interruptedAt: line
        )
        output = LineCollector(process.output)
        error = LineCollector(process.error)
    }

    /// Starts a shell with a line in which `$0` is roster.
    init(shellLine line: String, in folder: Workspace) throws {
        let arguments = ["-c", line, try Binary.url().path]
        process = try ChildProcess("/bin/sh", arguments, folder: folder.path, environment: [:])
        output = LineCollector(process.output)
        error = LineCollector(process.error)
    }

    /// Waits until stdout has a line for which the test holds.
    func waitForOutput(_ isWanted: @Sendable (String) -> Bool) async throws -> String {
        try await output.wait(isWanted)
    }

    /// Waits until stderr has a line for which the test holds.
    func waitForError(_ isWanted: @Sendable (String) -> Bool) async throws -> String {
        try await error.wait(isWanted)
    }

    /// Sends `SIGINT`, as Ctrl-C does.
    func interrupt() { process.send(SIGINT) }

    /// Sends `SIGTERM`.
    func terminate() { process.send(SIGTERM) }

    /// Sends `SIGKILL`, as a runner that runs out of time or memory does.
    func kill() { process.send(SIGKILL) }

    /// Waits for the end of the process.
    func finish() async throws -> Binary.Run {
        var code: Int32?
        for await status in process.exitCode { code = status }
        return Binary.Run(
            exitCode: try #require(code),
            output: await output.rest(),
            error: await error.rest()
        )
    }
}

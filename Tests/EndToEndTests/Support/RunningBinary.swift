import Foundation
import Synchronization
import Testing

/// A roster process under way, whose lines can be waited for.
final class RunningBinary: Sendable {
    /// One start at a time: a process started while another one's pipes are made would inherit them and keep them open.
    private static let starting = Mutex(())

    private let process: Process
    private let exit: AsyncStream<Int32>
    private let output: LineCollector
    private let error: LineCollector

    init(_ arguments: [String], in folder: Workspace, environment: [String: String] = [:]) throws {
        process = Process()
        process.executableURL = try Binary.url()
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let (exit, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.exit = exit
        process.terminationHandler = { process in
            // A shell would show a death by signal as 128 and its number.
            let isSignal = process.terminationReason == .uncaughtSignal
            continuation.yield(isSignal ? 128 + process.terminationStatus : process.terminationStatus)
            continuation.finish()
        }
        let process = process
        (output, error) = try Self.starting.withLock { _ in
            let (output, error) = (LineCollector(), LineCollector())
            process.standardOutput = output.pipe
            process.standardError = error.pipe
            try process.run()
            return (output, error)
        }
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
    func interrupt() { process.interrupt() }

    /// Sends `SIGTERM`.
    func terminate() { process.terminate() }

    /// Waits for the end of the process.
    func finish() async throws -> Binary.Run {
        var code: Int32?
        for await status in exit { code = status }
        return Binary.Run(
            exitCode: try #require(code),
            output: await output.rest(),
            error: await error.rest()
        )
    }
}

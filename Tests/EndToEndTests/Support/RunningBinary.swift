import Foundation
import Testing

/// A roster process under way, whose lines can be waited for.
final class RunningBinary: Sendable {
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
        output = LineCollector()
        error = LineCollector()
        process.standardOutput = output.pipe
        process.standardError = error.pipe
        let (exit, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.exit = exit
        process.terminationHandler = { process in
            // A shell would show a death by signal as 128 and its number.
            let isSignal = process.terminationReason == .uncaughtSignal
            continuation.yield(isSignal ? 128 + process.terminationStatus : process.terminationStatus)
            continuation.finish()
        }
        try process.run()
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

/// Collects what a process writes, line by line.
actor LineCollector {
    nonisolated let pipe = Pipe()
    private var text = ""
    private var chunks: AsyncStream<Data>.Iterator

    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: Data.self)
        chunks = stream.makeAsyncIterator()
        pipe.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            guard data.isEmpty else {
                continuation.yield(data)
                return
            }
            handle.readabilityHandler = nil
            continuation.finish()
        }
    }

    /// Reads on until there is a wanted line.
    func wait(_ isWanted: @Sendable (String) -> Bool) async throws -> String {
        while true {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            if let line = lines.first(where: { isWanted(String($0)) }) { return String(line) }
            let hasMore = await readOn()
            try #require(hasMore, "the process ended without the line; it wrote:\n\(text)")
        }
    }

    /// Everything that was written, read to its end.
    func rest() async -> String {
        while await readOn() {}
        return text
    }

    private func readOn() async -> Bool {
        var iterator = chunks
        let data = await iterator.next(isolation: self)
        chunks = iterator
        guard let data else { return false }
        text += String(decoding: data, as: UTF8.self)
        return true
    }
}

import Foundation
import Synchronization
import Testing

/// A child of this process: `posix_spawn`, two pipes and a thread that waits for each.
///
/// Foundation's own class on Linux now and then misses the end of a child or of its output when several run at once.
struct ChildProcess: Sendable {
    /// What the child writes to stdout and stderr, until it ends.
    let output: AsyncStream<[UInt8]>
    let error: AsyncStream<[UInt8]>
    /// The exit code, once; 128 and the signal's number when a signal killed the child, as shells show it.
    let exitCode: AsyncStream<Int32>
    private let id: pid_t

    /// One start at a time: a child started while the pipes of another are made would inherit them and keep them open.
    private static let starting = Mutex(())

    /// Starts a program. A shell changes the folder and then becomes the program.
    ///
    /// - Parameter interruptedAt: what a line of stderr begins with, at which the thread that reads it sends `SIGINT`: a
    ///   task would be too late where many tests run at once.
    init(
        _ program: String,
        _ arguments: [String],
        folder: String,
        environment: [String: String],
        interruptedAt line: String? = nil
    ) throws {
        let command = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
        let variables = environment.map { "\($0.key)=\($0.value)" }
        let (id, reading) = try Self.starting.withLock { _ in try Self.spawn(command, variables) }
        self.id = id
        output = Self.bytes(of: reading.output)
        error = Self.bytes(of: reading.error) { text in
            guard let line, text.hasPrefix(line) || text.contains("\n\(line)") else { return false }
            kill(id, SIGINT)
            return true
        }
        exitCode = AsyncStream { continuation in
            Thread.detachNewThread {
                var status: Int32 = 0
                while waitpid(id, &status, 0) == -1 && errno == EINTR {}
                let signal = status & 0x7F
                continuation.yield(signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
                continuation.finish()
            }
        }
    }

    /// Sends a signal.
    func send(_ signal: Int32) { kill(id, signal) }

    private static func spawn(
        _ command: [String],
        _ environment: [String]
    ) throws -> (pid_t, (output: Int32, error: Int32)) {
        let (output, error) = (try pipe(), try pipe())
        defer { for end in [output.writing, error.writing] { close(end) } }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
        posix_spawn_file_actions_adddup2(&actions, error.writing, 2)
        let (arguments, variables) = (command.map { strdup($0) }, environment.map { strdup($0) })
        defer { for text in arguments + variables { free(text) } }
        var id: pid_t = 0
        let result = posix_spawn(&id, command[0], &actions, nil, arguments + [nil], variables + [nil])
        try #require(result == 0, "cannot start \(command): error \(result)")
        return (id, (output.reading, error.reading))
    }

    /// A pipe that no other child gets.
    private static func pipe() throws -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [0, 0]
        try #require(Foundation.pipe(&ends) == 0)
        for end in ends { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
        return (ends[0], ends[1])
    }

    /// What is written to a pipe. `watch` sees all of it so far, until it has seen enough.
    private static func bytes(
        of descriptor: Int32,
        watch: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            Thread.detachNewThread {
                var seen: [UInt8]? = []
                var chunk = [UInt8](repeating: 0, count: 1 << 16)
                while true {
                    let count = read(descriptor, &chunk, chunk.count)
                    if count > 0 {
                        continuation.yield(Array(chunk[..<count]))
                        seen?.append(contentsOf: chunk[..<count])
                        if let text = seen, watch(String(decoding: text, as: UTF8.self)) { seen = nil }
                    }
                    if count == 0 || (count < 0 && errno != EINTR) { break }
                }
                close(descriptor)
                continuation.finish()
            }
        }
    }
}

import Foundation

@testable import roster

/// What a command did: its exit status and everything it wrote.
struct CommandRun {
    let status: CommandStatus
    let output: String
    let error: String
    /// How many of the typed answers were not asked for.
    let answersLeft: Int
}

/// The time of every test.
let testTime = Date(timeIntervalSince1970: 1_800_000_000)

/// Runs roster in this process, with the folder as its working directory.
func roster(
    _ arguments: [String],
    in folder: TemporaryFolder,
    environment: [String: String] = [:],
    answers: [String]? = nil,
    input: [UInt8] = [],
    clock: VirtualClock = VirtualClock(),
    whileAsked: @escaping @Sendable () async -> Void = {},
    signals: @escaping @Sendable () -> AsyncStream<Void> = { AsyncStream { _ in } }
) async -> CommandRun {
    let console = FakeConsole(answers: answers, input: input, whileAsked: whileAsked)
    let status = await Roster.run(
        arguments,
        in: .test(folder: folder, console: console, environment: environment, clock: clock, signals: signals)
    )
    return CommandRun(status, console)
}

/// As above, for a test that runs a command so often that it parses the arguments once: built for debugging, the parser takes
/// longer than most commands.
func roster(
    _ command: any RosterCommand,
    in folder: TemporaryFolder,
    environment: [String: String],
    clock: VirtualClock
) async -> CommandRun {
    let console = FakeConsole(answers: nil)
    let context = CommandContext.test(folder: folder, console: console, environment: environment, clock: clock)
    return CommandRun(await Roster.run(command, in: context), console)
}

extension CommandRun {
    fileprivate init(_ status: CommandStatus, _ console: FakeConsole) {
        self.init(
            status: status,
            output: console.output,
            error: console.error,
            answersLeft: console.answersLeft
        )
    }
}

extension CommandContext {
    /// A context in which waiting only moves the clock.
    static func test(
        folder: TemporaryFolder,
        console: any Console = FakeConsole(answers: nil),
        environment: [String: String] = [:],
        clock: VirtualClock = VirtualClock(),
        signals: @escaping @Sendable () -> AsyncStream<Void> = { AsyncStream { _ in } }
    ) -> CommandContext {
        CommandContext(
            environment: environment,
            console: console,
            files: SystemFiles(workingDirectory: folder.path),
            now: { clock.date },
            uptime: { clock.uptime },
            process: ProcessIdentity(id: 4711, host: "test-host", user: "tester"),
            sleep: { duration in
                try Task.checkCancellation()
                clock.advance(duration)
            },
            signals: signals
        )
    }
}

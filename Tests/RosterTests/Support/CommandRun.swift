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
    signals: @escaping @Sendable () -> AsyncStream<Void> = { AsyncStream { _ in } }
) async -> CommandRun {
    let console = FakeConsole(answers: answers)
    let status = await Roster.run(
        arguments,
        in: .test(folder: folder, console: console, environment: environment, signals: signals)
    )
    return CommandRun(
        status: status,
        output: console.output,
        error: console.error,
        answersLeft: console.answersLeft
    )
}

extension CommandContext {
    /// A context with a fixed clock that never waits.
    static func test(
        folder: TemporaryFolder,
        console: any Console = FakeConsole(answers: nil),
        environment: [String: String] = [:],
        signals: @escaping @Sendable () -> AsyncStream<Void> = { AsyncStream { _ in } }
    ) -> CommandContext {
        CommandContext(
            environment: environment,
            console: console,
            files: SystemFiles(workingDirectory: folder.path),
            now: { testTime },
            sleep: { _ in try Task.checkCancellation() },
            signals: signals
        )
    }
}

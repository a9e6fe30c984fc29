import ArgumentParser
import Reporting

/// The root of the command tree.
struct Roster: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "Keep a Dropbox team equal to JSON manifests.",
        discussion: """
            Manifests in git say who belongs to the team, and to which groups. `roster plan` shows the difference \
            to the live team, `roster apply` carries it out after confirmation.

            Example, without any account:
              roster plan --simulate
              roster apply --simulate
            """,
        version: RosterVersion.current,
        subcommands: [
            InitCommand.self, ValidateCommand.self, FmtCommand.self, ImportCommand.self, ConvertCommand.self,
            PlanCommand.self, ShowCommand.self, ApplyCommand.self, SnapshotCommand.self, StatusCommand.self,
            ExplainCommand.self,
            CheckCommand.self, LoginCommand.self, LogoutCommand.self,
            SimulatorCommand.self, ManualCommand.self,
        ]
    )
}

/// A subcommand: reads and writes the world only through the context that it is given.
protocol RosterCommand: ParsableCommand, Sendable {
    /// Carries the command out.
    func run(_ context: CommandContext) async throws -> CommandStatus
}

extension Roster {
    /// Parses the arguments and carries the command out.
    static func run(_ arguments: [String], in context: CommandContext) async -> CommandStatus {
        do {
            guard let command = try command(arguments) else { return .done }
            return await run(command, in: context)
        } catch {
            return report(error, context)
        }
    }

    /// Parses the arguments. One of the parser's own commands, such as `help`, is carried out at once.
    static func command(_ arguments: [String]) throws -> (any RosterCommand)? {
        try checkTopic(of: arguments)
        var parsed = try parseAsRoot(arguments)
        if let command = parsed as? any RosterCommand { return command }
        try parsed.run()
        return nil
    }

    /// The parser itself shows the whole command's help for a command that there is none of, and calls that a success.
    private static func checkTopic(of arguments: [String]) throws {
        guard arguments.first == "help", let topic = arguments.dropFirst().first(where: { !$0.hasPrefix("-") }) else {
            return
        }
        guard topic == "help" || configuration.subcommands.contains(where: { $0.configuration.commandName == topic })
        else { throw ValidationError("there is no command \(topic); roster help lists those that there are") }
    }

    /// Carries a parsed command out.
    static func run(_ command: any RosterCommand, in context: CommandContext) async -> CommandStatus {
        do {
            return try await command.run(context)
        } catch {
            context.console.writeError(ErrorText.of(error))
            return .failed
        }
    }

    /// Prints what the parser has to say: help and version to stdout, faults of the command line to stderr.
    private static func report(_ error: any Error, _ context: CommandContext) -> CommandStatus {
        // Examples are made for this width: a line that is broken within a command cannot be pasted.
        let text = fullMessage(for: error, columns: max(context.console.width, 80))
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { TerminalText.escaped(String($0)) }
            .joined(separator: "\n")
        guard exitCode(for: error).isSuccess else {
            context.console.writeError(text + "\n")
            return .usage
        }
        do {
            try context.print(text + "\n")
            return .done
        } catch {
            context.console.writeError(ErrorText.of(error))
            return .failed
        }
    }
}

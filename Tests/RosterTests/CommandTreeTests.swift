import ArgumentParser
import Testing

@testable import roster

/// What every command owes to a stranger who asks it for help.
@Suite("Command tree")
struct CommandTreeTests {
    /// Every command with the words that call it.
    private static func commands(
        _ type: any ParsableCommand.Type = Roster.self,
        path: [String] = []
    ) -> [(path: [String], type: any ParsableCommand.Type)] {
        [(path, type)]
            + type.configuration.subcommands.flatMap { commands($0, path: path + [$0._commandName]) }
    }

    static let paths = commands().map(\.path)

    private func type(at path: [String]) throws -> any ParsableCommand.Type {
        try #require(Self.commands().first { $0.path == path }?.type)
    }

    @Test("the tree is the one of the contract")
    func treeIsComplete() {
        let commands = [
            "init", "validate", "fmt", "import", "convert",
            "plan", "show", "apply", "snapshot", "status", "explain",
            "check", "login", "logout",
            "simulator", "manual",
        ]
        #expect(Self.paths == [[]] + commands.map { [$0] })
    }

    @Test("every command says what it does and shows an example", arguments: paths)
    func isDescribed(path: [String]) throws {
        let configuration = try type(at: path).configuration
        #expect(configuration.abstract.count >= 20)
        #expect(configuration.abstract.hasSuffix("."))
        #expect(configuration.discussion.contains("Example"))
        #expect(configuration.discussion.contains("\n  roster \(path.joined(separator: " "))"))
    }

    @Test("every argument has help that ends in a full stop", arguments: paths)
    func argumentsAreDescribed(path: [String]) throws {
        // An argument with a long label has its help on the next line.
        let help = Roster.helpMessage(for: try type(at: path), columns: 400)
            .replacing(/\n {10,}/, with: "    ")
        let arguments = help.split(separator: "\n").filter { $0.hasPrefix("  -") || $0.hasPrefix("  <") }
        #expect(arguments.count >= 2)
        for line in arguments where !line.contains("--help") && !line.contains("--version") {
            let parts = line.split(separator: /\s\s+/)
            #expect(parts.count == 2, "no help: \(line)")
            #expect(parts.last?.contains(/\.( \(|$)/) == true, "no sentence: \(line)")
        }
    }

    @Test("--help goes to stdout and ends with 0", arguments: paths)
    func helpSucceeds(path: [String]) async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(path + ["--help"], in: folder)
            #expect(run.status == .done)
            #expect(run.output.contains("USAGE: roster"))
            #expect(run.output.contains("Example"))
            #expect(run.error == "")
        }
    }

    @Test("examples survive on a terminal of 80 columns, and in the manual", arguments: paths)
    func examplesArePastable(path: [String]) async throws {
        let type = try type(at: path)
        let examples = type.configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  ") }
        #expect(examples.count >= 1)
        for columns in [78, 80] {
            let help = Roster.helpMessage(for: type, columns: columns).split(separator: "\n")
            for line in examples { #expect(help.contains(line)) }
        }
    }

    @Test("help of a command is the one of --help", arguments: paths)
    func helpOfACommand(path: [String]) async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["help"] + path, in: folder)
            #expect(run.status == .done)
            #expect(run.output == (await roster(path + ["--help"], in: folder)).output)
        }
    }

    @Test("--version is the version alone")
    func version() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["--version"], in: folder)
            #expect(run.status == .done)
            #expect(run.output == "0.1.0\n")
        }
    }

    @Test("completions can be generated", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["--generate-completion-script", shell], in: folder)
            #expect(run.status == .done)
            #expect(run.output.contains("apply"))
        }
    }

    @Test("without a command roster shows its help")
    func noCommand() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster([], in: folder)
            #expect(run.status == .done)
            #expect(run.output.contains("SUBCOMMANDS"))
        }
    }
}

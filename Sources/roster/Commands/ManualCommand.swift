import ArgumentParser

/// `roster manual`: the man page.
struct ManualCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print the manual as a page for man(1).",
        discussion: """
            Every command with its options, the exit codes, the environment and the files.

            Example:
              roster manual | man -l -
              roster manual >/usr/local/share/man/man1/roster.1
            """
    )

    func run(_ context: CommandContext) async throws -> CommandStatus {
        try context.print(ManualPage.text)
        return .done
    }
}

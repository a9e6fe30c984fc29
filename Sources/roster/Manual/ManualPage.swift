import ArgumentParser

/// The man page, made from the same texts as `--help`.
enum ManualPage {
    /// The page in roff's man macros.
    static var text: String {
        let commands = Roster.configuration.subcommands.map { command in
            let name = "roster \(command.configuration.commandName ?? "")"
            return subsection(name, Roster.helpMessage(for: command, columns: columns))
        }
        return
            ([
                ".TH ROSTER 1 \"\" \"roster \(RosterVersion.current)\" \"User Commands\"",
                ".SH NAME",
                "roster \\- " + escaped(Roster.configuration.abstract),
                ".SH DESCRIPTION",
                verbatim(Roster.helpMessage(columns: columns)),
                ".SH COMMANDS",
            ] + commands + [
                ".SH EXIT STATUS", list(CommandStatus.allCases.map { ("\($0.rawValue)", $0.meaning) }),
                ".SH ENVIRONMENT", list(environment),
                ".SH FILES", list(files),
            ]).joined(separator: "\n") + "\n"
    }

    private static let columns = 78

    private static let environment = [
        (
            "DROPBOX_CLIENT_ID, DROPBOX_CLIENT_SECRET, DROPBOX_REFRESH_TOKEN",
            "The app and its grant, unless the Connection names others."
        ),
        ("DROPBOX_ACCESS_TOKEN", "An access token, used instead of the grant."),
        ("ROSTER_SERVICE_URI, ROSTER_TOKEN_ENDPOINT", "Where Dropbox is, whatever the Connection says."),
        ("HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE", "The way there."),
        ("NO_COLOR", "Prints without colour."),
        (
            "GITHUB_OUTPUT, GITHUB_STEP_SUMMARY",
            "With the format github: files that a job's outputs and its summary are added to."
        ),
    ]

    private static let files = [
        ("manifests/**/*.json", "The desired state."),
        (".roster/journal/", "What every apply did, one file each."),
        (".roster/apply.lock", "Held while an apply runs."),
        (".roster/simulator.json", "The simulated team of --simulate."),
    ]

    private static func subsection(_ title: String, _ help: String) -> String {
        ".SS \(escaped(title))\n" + verbatim(help)
    }

    private static func list(_ entries: [(String, String)]) -> String {
        entries.map { ".TP\n.B \(escaped($0.0))\n\(escaped($0.1))" }.joined(separator: "\n")
    }

    private static func verbatim(_ text: String) -> String {
        ".nf\n"
            + text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
            .joined(separator: "\n") + "\n.fi"
    }

    /// A line that roff prints as it is.
    private static func escaped(_ line: String) -> String {
        let text = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }
}

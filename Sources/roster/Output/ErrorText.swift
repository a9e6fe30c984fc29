import DropboxAPI
import DropboxSimulator
import Reporting
import TeamPlanning

/// How an error that ends a command is told on stderr.
enum ErrorText {
    /// One sentence and the next step, escaped; ends with a newline.
    static func of(_ error: any Error) -> String {
        switch error {
        case let error as any CommandError: text(error.message, fix: error.nextStep)
        case let error as DropboxError: text(error.description)
        case let error as TransportError: text(error.description)
        case let error as ReportError: text(error.description)
        case let error as SnapshotError: text(error.description, fix: error.nextStep)
        case let error as MarkdownError: text(error.description)
        case let error as StepOutputError: text(error.description)
        case let error as SeedError: text(error.description)
        case is CancellationError: text("the command was cancelled")
        default: text("something unexpected happened: \(error)", fix: "report it as a bug with this message")
        }
    }

    /// A finding that belongs to no output of the command.
    static func warning(_ finding: FindingReport) -> String {
        text(finding.message, fix: finding.remedy, severity: .warning)
    }

    private static func text(_ message: String, fix: String? = nil, severity: Severity = .error) -> String {
        let sentence: TerminalText = "\(severity.rawValue): \(message, limit: TextLimit.sentence)"
        guard let fix else { return sentence.plain + "\n" }
        let remedy: TerminalText = "  fix: \(fix, limit: TextLimit.sentence)"
        return sentence.plain + "\n" + remedy.plain + "\n"
    }
}

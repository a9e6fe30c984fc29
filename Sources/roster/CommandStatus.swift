/// What the process ends with: the one list of exit codes.
enum CommandStatus: Int32, Sendable, CaseIterable {
    /// Done; for `plan` also when there are changes.
    case done = 0
    /// Invalid input, no connection, a result that stdout did not take, or a fault of roster itself.
    case failed = 1
    /// `plan --detailed-exitcode`: there are changes.
    case changesPlanned = 2
    /// The confirmation is missing, wrong or was declined.
    case notConfirmed = 3
    /// A gate refused.
    case refused = 4
    /// Some changes failed or were skipped.
    case incomplete = 5
    /// The approval does not cover the changes.
    case notCovered = 6
    /// The command line is wrong (`EX_USAGE` of sysexits.h).
    case usage = 64
    /// A signal stopped the command (128 + `SIGINT`).
    case interrupted = 130
}

extension CommandStatus {
    /// What the status means, as the man page says it.
    var meaning: String {
        switch self {
        case .done: "Done; for plan also when there are changes."
        case .failed: "Invalid input, no connection, a result that stdout did not take, or an internal error."
        case .changesPlanned: "plan --detailed-exitcode: there are changes."
        case .notConfirmed: "The confirmation is missing, wrong or was declined; nothing was applied."
        case .refused: "A gate refused; nothing was applied."
        case .incomplete: "Some changes failed, are not finished, or were skipped."
        case .notCovered: "The approval does not cover the changes; nothing was applied."
        case .usage: "Wrong usage."
        case .interrupted: "Interrupted; running changes were finished."
        }
    }
}

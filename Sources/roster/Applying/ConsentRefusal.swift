import Reporting
import TeamPlanning

/// How a missing or wrong consent is told, with the command that gives it.
struct ConsentRefusal {
    let refusal: ApprovalRefusal
    /// The command that consents to everything that the plan asks for.
    let command: String
    /// Whether the person was asked, rather than the command line read.
    let wasAsked: Bool

    var text: String {
        """
        not confirmed: \(reason): nothing was applied
          to consent without being asked, run:
            \(TerminalText.escaped(command))

        """
    }

    private var reason: String {
        switch refusal {
        case .gates: "a gate refuses"
        case .consentMissing: wasAsked ? "\"yes\" was not typed" : "nobody consented to the changes"
        case .groupDeletionConsentMissing: "nobody consented to the group deletions"
        case .groupDeletionConsentWrong:
            wasAsked
                ? "what was typed does not name the group deletions"
                : "the token of --confirm-group-deletions is not that of these group deletions"
        }
    }
}

/// The argument as a POSIX shell reads it back.
func shellQuoted(_ argument: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./_-")
    guard argument.isEmpty || !argument.allSatisfy(plain.contains) else { return argument }
    return "'" + argument.replacing("'", with: "'\\''") + "'"
}

import TeamPlanning

extension PlanReport {
    /// The longest plan in Markdown for a job summary, in UTF-16 units of at most three bytes: GitHub takes 1 MiB of a step.
    public static let jobSummaryLimit = 340_000

    /// What later steps of a workflow need, as lines for the file that `GITHUB_OUTPUT` names: `changes`, `group_deletions`,
    /// `confirm_token` (empty without group deletions) and `applicable`.
    ///
    /// - Throws: ``StepOutputError`` if the token of a saved plan is none of ours, so that no line can be smuggled in.
    public func githubStepOutputs() throws(StepOutputError) -> String {
        let token = confirmation?.token ?? ""
        guard token.utf8.allSatisfy(Self.isOfToken) else { throw .foreignToken }
        return """
            changes=\(changes.count)
            group_deletions=\(changes.count { $0.action == .groupDelete })
            confirm_token=\(token)
            applicable=\(applicable)

            """
    }

    /// The alphabet of tokens such as `delete-2-groups-3f9a1c20`.
    private static func isOfToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

/// Why a plan has no outputs for later steps.
public enum StepOutputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The confirmation token has characters that no token has.
    case foreignToken

    /// One sentence with the next step.
    public var description: String {
        switch self {
        case .foreignToken:
            "the plan's confirmation token is none that roster makes: make the plan anew with `roster plan -o json=FILE`"
        }
    }
}

import DropboxAPI
import DropboxProvider
import TeamPlanning

/// A token that cannot carry a plan out: found before the first write, since half an apply is worse than none.
struct MissingScopesError: CommandError, Equatable {
    let missing: [MissingScope]

    /// Compares what the changes need with what the token has; scopes that are not known are not missed.
    static func check(_ plan: Plan, granted: Set<String>?) throws(MissingScopesError) {
        let missing = ScopeNeeds.missing(for: plan.changes.map(\.action), granted: granted)
        guard missing.isEmpty else { throw MissingScopesError(missing: missing) }
    }

    var message: String { "the token lacks " + missing.map(\.sentencePart).joined(separator: ", and ") }
    var nextStep: String { MissingScope.nextStep(missing.map(\.scope.rawValue)) }
}

extension MissingScope {
    /// `members.write, which user.create and user.update need`.
    var sentencePart: String {
        let names = actions.map(\.rawValue)
        let list =
            names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names.joined()
        return "\(scope.rawValue), which \(list) \(names.count > 1 ? "need" : "needs")"
    }

    /// How a token comes by scopes; one that exists does not get them afterwards.
    static func nextStep(_ scopes: [String]) -> String {
        "enable \(scopes.joined(separator: " ")) under Permissions in the Dropbox App Console, authorise the app again and "
            + "use the new token"
    }
}

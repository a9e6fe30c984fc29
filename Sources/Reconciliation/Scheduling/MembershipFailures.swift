/// What went wrong with a group's memberships: every person stands in it by name.
struct MembershipFailures: Sendable {
    private var sentences: [String] = []
    /// People with the same failure, in the order of the first of each.
    private var refusals: [Refusal] = []
    /// Whether all that went wrong is that the service had not finished.
    private(set) var isOnlyUnfinished = true

    private struct Refusal: Sendable {
        let verb: String
        let error: GatewayError
        var people: [String]

        var sentence: String {
            let end = error.code == .unfinished ? "is not finished" : "failed"
            return "\(verb) \(people.joined(separator: ", ")) \(end): \(error)"
        }
    }

    /// All of it in one sentence; `nil` when nothing went wrong.
    var summary: String? {
        let all = refusals.map(\.sentence) + sentences
        return all.isEmpty ? nil : all.joined(separator: "; ")
    }

    /// Takes down a sentence.
    mutating func note(_ sentence: String) {
        sentences.append(sentence)
        isOnlyUnfinished = false
    }

    /// Takes down people with whom a call failed; `verb` says what was tried.
    mutating func note(_ error: GatewayError, _ verb: String, _ people: [String]) {
        if error.code != .unfinished { isOnlyUnfinished = false }
        let known = refusals.firstIndex {
            $0.verb == verb && $0.error.code == error.code && $0.error.message == error.message
        }
        if let known {
            refusals[known].people += people
        } else {
            refusals.append(Refusal(verb: verb, error: error, people: people))
        }
    }
}

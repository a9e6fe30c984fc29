/// The words that exports have for whether somebody may sign in.
enum StatusWords {
    private static let active: Set<String> = ["active", "enabled", "true", "yes", "1"]
    private static let suspended: Set<String> = ["suspended", "disabled", "inactive", "false", "no", "0"]

    /// Dropbox's status for a word in lower case; `nil` when the word is not known.
    static func status(of word: String) -> String? {
        active.contains(word) ? "active" : suspended.contains(word) ? "suspended" : nil
    }

    /// A case for each word, and for those that go with it; `nil` when one of the words is not known.
    static func cases(for words: Set<String>) -> [(word: String, status: String)]? {
        let pairs = [("true", "false"), ("yes", "no"), ("1", "0"), ("enabled", "disabled")]
        var all = words
        for (on, off) in pairs where words.contains(on) || words.contains(off) { all.formUnion([on, off]) }
        if !words.isDisjoint(with: ["active", "inactive", "suspended"]) {
            all.formUnion(["active", "inactive", "suspended"])
        }
        let cases = all.sorted().map { ($0, status(of: $0)) }
        guard cases.allSatisfy({ $0.1 != nil }) else { return nil }
        let known = cases.map { (word: $0.0, status: $0.1 ?? "active") }
        return known.filter { $0.status == "active" } + known.filter { $0.status != "active" }
    }
}

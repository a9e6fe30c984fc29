import DropboxAPI
import TeamPlanning

/// The per-person results of `team/members/add_v2`, and how they are told apart.
struct AddResults {
    private let results: [Wire.MemberAddResult]

    init(_ results: [Wire.MemberAddResult]) {
        self.results = results
    }

    /// One result per person, in the order of the people; nil where there is none.
    ///
    /// Dropbox documents a result per person but no order, so the email decides; the position only where a result has none.
    func correlated(with users: [NewUser]) -> [Wire.MemberAddResult?] {
        users.enumerated().map { position, user in
            let folded = FoldedName(user.email)
            let named = results.first { $0.email.map { FoldedName($0) } == folded }
            return named ?? unnamed(position, of: users.count)
        }
    }

    private func unnamed(_ position: Int, of count: Int) -> Wire.MemberAddResult? {
        guard results.count == count, results[position].email == nil else { return nil }
        return results[position]
    }
}

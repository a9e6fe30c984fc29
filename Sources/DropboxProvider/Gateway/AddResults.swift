import DropboxAPI
import Reconciliation
import TeamPlanning

/// The per-person results of `team/members/add_v2`, and how they are told apart.
struct AddResults {
    private let results: [Wire.MemberAddResult]
    private let requestID: String?

    init(_ results: [Wire.MemberAddResult], requestID: String?) {
        self.results = results
        self.requestID = requestID
    }

    /// One result per person, in the order of the people.
    ///
    /// Dropbox documents a result per person but no order, so the email decides; the position only where a result has none.
    func correlated(with users: [NewUser]) -> [Result<Created<MemberID>, GatewayError>] {
        users.enumerated().map { position, user in
            let folded = FoldedName(user.email)
            let named = results.first { $0.email.map { FoldedName($0) } == folded }
            return outcome(named ?? unnamed(position, of: users.count), user)
        }
    }

    private func unnamed(_ position: Int, of count: Int) -> Wire.MemberAddResult? {
        guard results.count == count, results[position].email == nil else { return nil }
        return results[position]
    }

    private func outcome(
        _ result: Wire.MemberAddResult?,
        _ user: NewUser
    ) -> Result<Created<MemberID>, GatewayError> {
        switch result {
        case .added(let member):
            return .success(Created(id: MemberID(member.profile.id.rawValue), requestID: requestID))
        case .refused(let tag, _):
            return .failure(GatewayError(.rejected, Refusals.sentence(for: [tag]), requestID: requestID))
        case nil:
            let message = "Dropbox did not say what became of \(user.email)"
            return .failure(GatewayError(.outcomeUnknown, message, requestID: requestID))
        }
    }
}

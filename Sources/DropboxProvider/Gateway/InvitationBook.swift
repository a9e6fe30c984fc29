import DropboxAPI
import Reconciliation
import TeamPlanning

/// What is known of each person who is being invited.
struct InvitationBook {
    private enum State {
        /// Still to be invited.
        case open
        /// Refused although perhaps there, or without a result.
        case doubted(GatewayError)
        case settled(Result<Created<MemberID>, GatewayError>)
    }

    private let users: [NewUser]
    private var states: [State]
    /// Whether an answer got lost, so that a person who is there may be of roster's own making.
    var hasLostAnswer = false

    /// Refusals that may only mean that the person is there already.
    private static let doubtfulTags: Set<String> = ["user_already_on_team", "duplicate_external_member_id"]

    init(_ users: [NewUser]) {
        self.users = users
        states = Array(repeating: .open, count: users.count)
    }

    /// Those who are still to be invited.
    var open: [NewUser] { zip(users, states).compactMap { if case .open = $1 { $0 } else { nil } } }
    /// Those of whom the team has to tell.
    var doubted: [NewUser] { zip(users, states).compactMap { if case .doubted = $1 { $0 } else { nil } } }
    /// Whether anything is known of anybody.
    var hasSettled: Bool { states.contains { if case .settled = $0 { true } else { false } } }

    /// Takes down what Dropbox says of those who were open.
    mutating func record(_ results: [Wire.MemberAddResult], requestID: String?) {
        let positions = users.indices.filter { if case .open = states[$0] { true } else { false } }
        let correlated = AddResults(results).correlated(with: positions.map { users[$0] })
        for (position, result) in zip(positions, correlated) {
            states[position] = state(after: result, users[position], requestID)
        }
    }

    private func state(after result: Wire.MemberAddResult?, _ user: NewUser, _ requestID: String?) -> State {
        switch result {
        case .added(let member):
            return .settled(.success(Created(id: MemberID(member.profile.id.rawValue), requestID: requestID)))
        case .refused(let tag, _):
            let error = GatewayError(.rejected, Refusals.sentence(for: [tag]), requestID: requestID)
            return Self.doubtfulTags.contains(tag) ? .doubted(error) : .settled(.failure(error))
        case nil:
            let message = "Dropbox did not say what became of \(user.email)"
            return .doubted(GatewayError(.outcomeUnknown, message, requestID: requestID))
        }
    }

    /// Takes down who is found in the team. A refusal stands when somebody else, or the person in another state, is found.
    mutating func record(found rows: [Wire.Member], requestID: String?) {
        let byEmail = Dictionary(rows.map { (FoldedName($0.profile.email), $0) }) { first, _ in first }
        for position in users.indices {
            guard let row = byEmail[FoldedName(users[position].email)] else { continue }
            let member = Member(row)
            let isWanted = hasLostAnswer ? member.isLike(users[position]) : member.equals(users[position])
            let created = Created(id: member.id, requestID: requestID)
            switch states[position] {
            case .settled: continue
            case .open where isWanted: states[position] = .settled(.success(created))
            case .doubted where isWanted: states[position] = .settled(.success(created))
            case .doubted(let error) where error.code == .rejected:
                states[position] = .settled(.failure(error.adding(found: member.sighting)))
            case .open, .doubted: continue
            }
        }
    }

    /// Leaves those in doubt as Dropbox left them, and gives those who are open this error.
    mutating func close(with error: GatewayError?) {
        for position in states.indices {
            switch states[position] {
            case .settled: continue
            case .doubted(let doubt): states[position] = .settled(.failure(doubt))
            case .open:
                let unknown = GatewayError(.outcomeUnknown, "\(users[position].email) was not invited")
                states[position] = .settled(.failure(error ?? unknown))
            }
        }
    }

    /// One result per person, in the order of the people; to be asked for after ``close(with:)``.
    var results: [Result<Created<MemberID>, GatewayError>] {
        states.compactMap { if case .settled(let result) = $0 { result } else { nil } }
    }
}

import FoundationEssentials

/// The access tokens there are. Issued ones expire by the simulator's clock.
actor TokenStore {
    enum Check: Equatable {
        case valid(scopes: Set<String>)
        case expired
        /// The fault `expire-token` has ended it.
        case usedUp
        case invalid
    }

    private struct Grant {
        let scopes: Set<String>
        let expires: Date
    }

    private let permanentToken: String
    private let grantedScopes: Set<String>
    private let lifetime: TimeInterval
    private let now: @Sendable () -> Date
    /// How many calls a token is good for; nil for any number.
    private let callsPerToken: Int?
    private var grants: [String: Grant] = [:]
    private var calls: [String: Int] = [:]

    init(configuration: SimulatorConfiguration, now: @escaping @Sendable () -> Date) {
        permanentToken = configuration.accessToken
        grantedScopes = configuration.grantedScopes
        lifetime = configuration.accessTokenLifetime / .seconds(1)
        callsPerToken = configuration.count(of: .expireToken)
        self.now = now
    }

    func issue(scopes: Set<String>) -> String {
        let token = "sl.simulator-" + zeroPadded(grants.count + 1, to: 6)
        grants[token] = Grant(scopes: scopes, expires: now().addingTimeInterval(lifetime))
        return token
    }

    /// Checks the token of one call, and counts the call if the token is good.
    func check(_ token: String) -> Check {
        let check = checkDate(token)
        guard let callsPerToken, case .valid = check else { return check }
        guard calls[token, default: 0] < callsPerToken else { return .usedUp }
        calls[token, default: 0] += 1
        return check
    }

    private func checkDate(_ token: String) -> Check {
        if token == permanentToken { return .valid(scopes: grantedScopes) }
        guard let grant = grants[token] else { return .invalid }
        return now() < grant.expires ? .valid(scopes: grant.scopes) : .expired
    }
}

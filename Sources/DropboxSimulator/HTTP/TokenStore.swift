import FoundationEssentials

/// The tokens there are. Issued access tokens expire by the simulator's clock.
actor TokenStore {
    enum Check: Equatable {
        case valid(scopes: Set<String>, isOfTeam: Bool)
        case expired
        /// The fault `expire-token` has ended it.
        case usedUp
        case invalid
    }

    /// What a refresh token stands for.
    struct Authorization: Equatable {
        var scopes: Set<String>
        /// Whether it was given by an admin for the team, and not by a person for their own account.
        var isOfTeam = true
        /// Whether it was given for a proof (RFC 7636), so that no app secret is asked for.
        var isByProof = false
    }

    private struct Grant {
        let authorization: Authorization
        /// The refresh token behind it.
        let refreshToken: String
        let expires: Date
    }

    private let lifetime: TimeInterval
    private let now: @Sendable () -> Date
    /// How many calls a token is good for; nil for any number.
    private let callsPerToken: Int?
    /// Access tokens without end and without a refresh token.
    private var permanent: [String: Authorization]
    private var authorizations: [String: Authorization]
    private var grants: [String: Grant] = [:]
    private var calls: [String: Int] = [:]
    private var issuedRefreshTokens = 0

    init(configuration: SimulatorConfiguration, now: @escaping @Sendable () -> Date) {
        let all = Authorization(scopes: configuration.grantedScopes)
        let reading = Authorization(scopes: configuration.grantedScopes.intersection(Scope.reading))
        permanent = [configuration.accessToken: all]
        authorizations = Dictionary(uniqueKeysWithValues: configuration.refreshTokens.map { ($0, all) })
        for token in configuration.readOnlyRefreshTokens { authorizations[token] = reading }
        lifetime = configuration.accessTokenLifetime / .seconds(1)
        callsPerToken = configuration.count(of: .expireToken)
        self.now = now
    }

    /// What a refresh token stands for; nil if it is none or was revoked.
    func authorization(of refreshToken: String) -> Authorization? { authorizations[refreshToken] }

    /// A new refresh token.
    func authorize(_ authorization: Authorization) -> String {
        issuedRefreshTokens += 1
        let token = "simulator-refresh-" + zeroPadded(issuedRefreshTokens, to: 6)
        authorizations[token] = authorization
        return token
    }

    /// A new access token for a refresh token, with no more than its scopes.
    func issue(for refreshToken: String, _ authorization: Authorization) -> String {
        let token = "sl.simulator-" + zeroPadded(grants.count + 1, to: 6)
        grants[token] = Grant(
            authorization: authorization,
            refreshToken: refreshToken,
            expires: now().addingTimeInterval(lifetime)
        )
        return token
    }

    /// Ends an access token, its refresh token and all access tokens of that.
    func revoke(_ accessToken: String) {
        permanent[accessToken] = nil
        guard let grant = grants[accessToken] else { return }
        authorizations[grant.refreshToken] = nil
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
        if let authorization = permanent[token] {
            return .valid(scopes: authorization.scopes, isOfTeam: authorization.isOfTeam)
        }
        guard let grant = grants[token], authorizations[grant.refreshToken] != nil else { return .invalid }
        guard now() < grant.expires else { return .expired }
        return .valid(scopes: grant.authorization.scopes, isOfTeam: grant.authorization.isOfTeam)
    }
}

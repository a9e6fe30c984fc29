import FoundationEssentials

/// The access tokens there are. Issued ones expire by the simulator's clock.
actor TokenStore {
    enum Check: Equatable {
        case valid(scopes: Set<String>)
        case expired
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
    private var grants: [String: Grant] = [:]

    init(configuration: SimulatorConfiguration, now: @escaping @Sendable () -> Date) {
        permanentToken = configuration.accessToken
        grantedScopes = configuration.grantedScopes
        lifetime = configuration.accessTokenLifetime / .seconds(1)
        self.now = now
    }

    func issue(scopes: Set<String>) -> String {
        let token = "sl.simulator-" + zeroPadded(grants.count + 1, to: 6)
        grants[token] = Grant(scopes: scopes, expires: now().addingTimeInterval(lifetime))
        return token
    }

    func check(_ token: String) -> Check {
        if token == permanentToken { return .valid(scopes: grantedScopes) }
        guard let grant = grants[token] else { return .invalid }
        return now() < grant.expires ? .valid(scopes: grant.scopes) : .expired
    }
}

/// How a simulator behaves. Every value has a default, which suits trying things out and most tests.
public struct SimulatorConfiguration: Sendable {
    /// The TCP port on 127.0.0.1; 0 picks a free one.
    public var port = 0
    /// How long every answer is held back.
    public var latency: Duration = .zero
    /// How long an access token from the token endpoint lasts. Dropbox: four hours.
    public var accessTokenLifetime: Duration = Self.defaultAccessTokenLifetime
    /// No page of a listing holds more items than this, whatever the caller asks for. Dropbox: 1000.
    public var pageLimit = 1000
    /// How many polls an asynchronous job stays `in_progress`. With 0, adding members, removing a member and deleting a
    /// group complete in the first answer unless `force_async` is set; otherwise they always launch a job.
    public var pollsInProgress = 0
    /// The refresh tokens that the token endpoint accepts from the start; the authorisation page leads to more.
    public var refreshTokens: Set<String> = [Self.defaultRefreshToken]
    /// Further ones, with those of ``grantedScopes`` that only read: plans work, applies are refused.
    public var readOnlyRefreshTokens: Set<String> = [Self.defaultReadOnlyRefreshToken]
    /// The app key that the token endpoint accepts.
    public var clientID = Self.defaultClientID
    /// The app secret that the token endpoint asks for; nil for an app without one, as with PKCE.
    public var clientSecret: String?
    /// The redirect URIs that are registered for the app, compared by their letters; nil accepts every port of 127.0.0.1.
    public var redirectURIs: Set<String>?
    /// Whether the authorisation page allows at once what is asked for, without anybody who presses a button.
    public var approvesAtOnce = false
    /// Who allows it.
    public var authorizer = Authorizer.teamAdmin
    /// The scopes that the app has enabled, such as `members.read`; every token has them unless it was given for fewer.
    public var grantedScopes: Set<String> = Self.allScopes
    /// An access token that is always accepted and never expires.
    public var accessToken = Self.defaultAccessToken

    /// Whose browser shows the authorisation page.
    public enum Authorizer: Sendable {
        /// The team's admin.
        case teamAdmin
        /// Somebody with an account of their own: the token is for that account, and no route of the team takes it.
        case personalAccount
    }

    /// What goes wrong on purpose. Of two of one kind the first counts.
    public var faults: [SimulatedFault] = []
    /// What decides which calls are hit: the same seed and the same row of calls give the same faults.
    public var faultSeed = 0

    /// A configuration with all defaults.
    public init() {}

    /// The default of ``accessTokenLifetime``: 14,400 seconds.
    public static let defaultAccessTokenLifetime: Duration = .seconds(4 * 60 * 60)
    /// The default member of ``refreshTokens``.
    public static let defaultRefreshToken = "simulator-refresh-token"
    /// The default member of ``readOnlyRefreshTokens``.
    public static let defaultReadOnlyRefreshToken = "simulator-read-only-refresh-token"
    /// The default of ``clientID``.
    public static let defaultClientID = "simulator-client-id"
    /// The default of ``accessToken``.
    public static let defaultAccessToken = "simulator-access-token"
    /// Every scope that a route of the simulator asks for.
    public static let allScopes = Set(Scope.allCases.map(\.rawValue))
}

extension SimulatorConfiguration {
    /// How long the fault lasts; zero if it is not asked for.
    func duration(of kind: FaultKind) -> Duration {
        guard case .duration(let duration) = faults.first(where: { $0.kind == kind })?.amount else { return .zero }
        return duration
    }

    /// The fault's number; nil if it is not asked for.
    func count(of kind: FaultKind) -> Int? {
        guard case .count(let count) = faults.first(where: { $0.kind == kind })?.amount else { return nil }
        return count
    }
}

/// Holds the access token of a client; all workers share it, and at most one of them fetches a new one.
actor TokenProvider {
    /// A token with less life than this is renewed before it is used; at most half of a token's whole life.
    static let renewalMargin = Duration.seconds(300)
    /// How many tokens are fetched in a row for ones that were answered as expired, as long as none of them is accepted; and how
    /// many one call may use, as others can use a fresh one up before it does.
    private static let maximumRenewals = 3

    private let credentials: Credentials
    private let tokenEndpoint: TokenEndpoint
    private let time: Timekeeper
    private let loop: CallLoop
    private var grant: Grant?
    private var renewalsInVain = 0
    private var permanentFailure: DropboxError?
    private var isFetching = false
    private var waiters: [CheckedContinuation<Void, Never>] = []

    private struct Grant {
        let token: Secret
        let scopes: Set<String>?
        /// When it is to be replaced, and when it ends; nil when its end is not known.
        let renewAt: Duration?
        let endsAt: Duration?
    }

    init(credentials: Credentials, transport: any HTTPTransport, time: Timekeeper, loop: CallLoop) {
        self.credentials = credentials
        self.tokenEndpoint = TokenEndpoint(transport: transport)
        self.time = time
        self.loop = loop
        if case .accessToken(let token) = credentials {
            self.grant = Grant(token: token, scopes: nil, renewAt: nil, endsAt: nil)
        }
    }

    /// A token that is good for at least five minutes, as far as can be known.
    func accessToken() async throws -> Secret {
        let grant = try await currentGrant { [time] grant in grant.renewAt.map { time.now() < $0 } ?? true }
        return try Self.checked(grant.token)
    }

    /// Another token than `expired`, which was answered with `failure`. The first caller fetches it for all.
    ///
    /// - Parameter renewals: how many tokens the call has had in this way.
    /// - Throws: `failure` when there is no way to get one, or when fresh ones are not accepted either.
    func renewedToken(replacing expired: Secret, after failure: DropboxError, renewals: Int) async throws -> Secret {
        guard case .refreshGrant = credentials else { throw failure }
        let refusal = failure.with(
            detail: "\(Self.maximumRenewals) renewed tokens in a row were not accepted",
            nextStep: DropboxError.Code.invalidToken.nextStep
        )
        guard renewals < Self.maximumRenewals else { throw refusal }
        return try Self.checked(try await currentGrant(insteadOf: refusal) { $0.token != expired }.token)
    }

    /// A call shows that tokens are accepted, so that renewing them is not in vain.
    func wasAccepted() { renewalsInVain = 0 }

    /// What is known of the token that is in use, or of a new one if there is none.
    func status() async throws -> TokenStatus {
        let grant = try await currentGrant { _ in true }
        _ = try Self.checked(grant.token)
        let isRenewable = if case .refreshGrant = credentials { true } else { false }
        return TokenStatus(
            isRenewable: isRenewable,
            lifetime: grant.endsAt.map { max($0 - time.now(), .zero) },
            scopes: grant.scopes
        )
    }

    // A token that cannot stand in a header would fail in the transport, with an error that repeats it.
    private static func checked(_ token: Secret) throws -> Secret {
        guard token.isHeaderSafe else {
            throw DropboxError(
                .invalidToken,
                route: "access token",
                detail: "it is empty or holds white space or other characters that no token has"
            )
        }
        return token
    }

    // `refusal` is for who replaces a token that was answered as expired, when that has been in vain too often.
    private func currentGrant(
        insteadOf refusal: DropboxError? = nil,
        where isUsable: (Grant) -> Bool
    ) async throws -> Grant {
        while true {
            if let permanentFailure { throw permanentFailure }
            if let grant, isUsable(grant) { return grant }
            guard case .refreshGrant(let refresh) = credentials else {
                throw DropboxError(.expiredToken, route: "access token")
            }
            if isFetching {
                await withCheckedContinuation { waiters.append($0) }
                try Task.checkCancellation()
                continue
            }
            guard let refusal else { return try await fetch(refresh) }
            guard renewalsInVain < Self.maximumRenewals else { throw refusal }
            let fresh = try await fetch(refresh)
            renewalsInVain += 1
            return fresh
        }
    }

    private func fetch(_ refresh: RefreshGrant) async throws -> Grant {
        isFetching = true
        defer {
            isFetching = false
            for waiter in waiters { waiter.resume() }
            waiters = []
        }
        do {
            let answer = try await loop.run(TokenEndpoint.route) {
                try await tokenEndpoint.request(TokenForm(refresh), at: refresh.endpoint)
            }
            let fresh = Grant(
                token: answer.accessToken,
                scopes: answer.scopes,
                renewAt: answer.lifetime.map { time.now() + $0 - min(Self.renewalMargin, $0 / 2) },
                endsAt: answer.lifetime.map { time.now() + $0 }
            )
            grant = fresh
            loop.observer(
                ClientEvent(
                    kind: .tokenRefresh,
                    route: TokenEndpoint.route.path,
                    httpStatus: nil,
                    delay: .zero,
                    reason: nil,
                    tries: 1
                )
            )
            return fresh
        } catch let error as DropboxError where [.invalidGrant, .invalidClient, .tokenRefused].contains(error.code) {
            permanentFailure = error
            throw error
        }
    }
}

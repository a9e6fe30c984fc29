import Hummingbird

/// Serves `/oauth2/token`: the refresh grant of RFC 6749 section 6, with the app's secret in the body or as HTTP Basic.
struct TokenEndpoint: Sendable {
    static let path = "/oauth2/token"
    private static let maximumBodySize = 64 * 1024

    let configuration: SimulatorConfiguration
    let tokens: TokenStore
    let store: TeamStore

    func respond(to request: Request, incident: Incident?) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.maximumBodySize)
        let answer = await answer(
            contentType: request.headers[.contentType],
            authorization: request.headers[.authorization],
            body: Array(body.readableBytesView)
        )
        await store.record(
            RecordedCall(route: "oauth2/token", status: answer.status, effects: [], fault: incident?.kind)
        )
        return answer.response
    }

    private func answer(contentType: String?, authorization: String?, body: [UInt8]) async -> Answer {
        guard contentType?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true,
            let form = FormBody(bytes: body)
        else { return .tokenError(400, "invalid_request", "the body must be application/x-www-form-urlencoded") }
        guard let grantType = form["grant_type"] else {
            return .tokenError(400, "invalid_request", "missing required field \"grant_type\"")
        }
        guard grantType == "refresh_token" else {
            return .tokenError(400, "unsupported_grant_type", "grant_type must be \"refresh_token\"")
        }
        guard let refreshToken = form["refresh_token"] else {
            return .tokenError(400, "invalid_request", "missing required field \"refresh_token\"")
        }
        if let refusal = clientRefusal(form, authorization) { return refusal }
        guard configuration.refreshTokens.contains(refreshToken) else {
            return .tokenError(400, "invalid_grant", "refresh token is invalid or revoked")
        }
        return await grant(form["scope"])
    }

    private func clientRefusal(_ form: FormBody, _ authorization: String?) -> Answer? {
        let basic = authorization.flatMap(BasicCredentials.init)
        let id = basic?.user ?? form["client_id"]
        let secret = basic?.password ?? form["client_secret"]
        let isKnown = id == configuration.clientID
        let isSecretRight = configuration.clientSecret == nil || secret == configuration.clientSecret
        guard !isKnown || !isSecretRight else { return nil }
        return .tokenError(basic == nil ? 400 : 401, "invalid_client", "Invalid client_id or client_secret")
    }

    /// The scopes asked for must be among those granted; without `scope` all of them are.
    private func grant(_ requested: String?) async -> Answer {
        let scopes = requested.map { Set($0.split(separator: " ").map(String.init)) } ?? configuration.grantedScopes
        guard scopes.isSubset(of: configuration.grantedScopes) else {
            return .tokenError(400, "invalid_scope", "a requested scope was not granted")
        }
        return .success([
            "access_token": .string(await tokens.issue(scopes: scopes)),
            "token_type": "bearer",
            "expires_in": .integer(Int(configuration.accessTokenLifetime.components.seconds)),
            "scope": .string(scopes.sorted().joined(separator: " ")),
        ])
    }
}

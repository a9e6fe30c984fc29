import Hummingbird

/// Serves `/oauth2/token`: the refresh grant of RFC 6749 section 6, with the app's secret in the body or as HTTP Basic, and
/// the exchange of a code, section 4.1.3, with the proof of RFC 7636 instead of the secret.
struct TokenEndpoint: Sendable {
    static let path = "/oauth2/token"
    private static let maximumBodySize = 64 * 1024

    let configuration: SimulatorConfiguration
    let tokens: TokenStore
    let codes: CodeStore
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
        switch grantType {
        case "refresh_token": return await refresh(form, authorization)
        case "authorization_code": return await exchange(form)
        default:
            let explanation = "grant_type must be \"refresh_token\" or \"authorization_code\""
            return .tokenError(400, "unsupported_grant_type", explanation)
        }
    }

    private func refresh(_ form: FormBody, _ authorization: String?) async -> Answer {
        guard let refreshToken = form["refresh_token"] else {
            return .tokenError(400, "invalid_request", "missing required field \"refresh_token\"")
        }
        let found = await tokens.authorization(of: refreshToken)
        let needsSecret = found?.isByProof != true
        if let refusal = clientRefusal(form, authorization, needsSecret: needsSecret) { return refusal }
        guard let found else { return .tokenError(400, "invalid_grant", "refresh token is invalid or revoked") }
        return await grant(form["scope"], of: found, refreshToken)
    }

    /// The code is used up by the first try with the right app, whatever comes of it. Dropbox's words are unknown.
    private func exchange(_ form: FormBody) async -> Answer {
        guard let code = form["code"], let verifier = form["code_verifier"] else {
            return .tokenError(400, "invalid_request", "missing required field \"code\" or \"code_verifier\"")
        }
        guard form["client_id"] == configuration.clientID else { return Self.invalidClient(400) }
        guard let approval = await codes.redeem(code) else {
            return .tokenError(400, "invalid_grant", "code doesn't exist or has expired")
        }
        guard approval.redirectURI == form["redirect_uri"] else {
            return .tokenError(400, "invalid_grant", "redirect_uri is not the one of the authorization")
        }
        guard approval.isProved(by: verifier) else {
            return .tokenError(400, "invalid_grant", "invalid code verifier")
        }
        let refreshToken = await tokens.authorize(approval.authorization)
        var fields: [String: JSONValue] = ["refresh_token": .string(refreshToken), "uid": ""]
        if approval.authorization.isOfTeam {
            fields["team_id"] = .string(await store.seed().team.id)
        } else {
            fields["account_id"] = "dbid:simulator"
        }
        return await success(approval.authorization, refreshToken, and: fields)
    }

    private func clientRefusal(_ form: FormBody, _ authorization: String?, needsSecret: Bool) -> Answer? {
        let basic = authorization.flatMap(BasicCredentials.init)
        let id = basic?.user ?? form["client_id"]
        let secret = basic?.password ?? form["client_secret"]
        let isKnown = id == configuration.clientID
        let mayLack = configuration.clientSecret == nil || (!needsSecret && secret == nil)
        let isSecretRight = mayLack || secret == configuration.clientSecret
        guard !isKnown || !isSecretRight else { return nil }
        return Self.invalidClient(basic == nil ? 400 : 401)
    }

    private static func invalidClient(_ status: Int) -> Answer {
        .tokenError(status, "invalid_client", "Invalid client_id or client_secret")
    }

    /// The scopes asked for must be among those granted; without `scope` all of them are.
    private func grant(
        _ requested: String?,
        of authorization: TokenStore.Authorization,
        _ refreshToken: String
    ) async -> Answer {
        let scopes = requested.map { Set($0.split(separator: " ").map(String.init)) } ?? authorization.scopes
        guard scopes.isSubset(of: authorization.scopes) else {
            return .tokenError(400, "invalid_scope", "a requested scope was not granted")
        }
        var narrowed = authorization
        narrowed.scopes = scopes
        return await success(narrowed, refreshToken)
    }

    private func success(
        _ authorization: TokenStore.Authorization,
        _ refreshToken: String,
        and more: [String: JSONValue] = [:]
    ) async -> Answer {
        var fields = more
        fields["access_token"] = .string(await tokens.issue(for: refreshToken, authorization))
        fields["token_type"] = "bearer"
        fields["expires_in"] = .integer(Int(configuration.accessTokenLifetime.components.seconds))
        fields["scope"] = .string(authorization.scopes.sorted().joined(separator: " "))
        return .success(.object(fields))
    }
}

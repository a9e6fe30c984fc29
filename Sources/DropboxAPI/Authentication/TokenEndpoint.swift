#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The OAuth token endpoint (RFC 6749 §3.2): one grant in, one token out.
struct TokenEndpoint: Sendable {
    /// Asking for a token changes nothing, as Dropbox does not rotate refresh tokens; so it may be repeated.
    static let route = RouteFacts("oauth2/token", nil, .read)

    let transport: any HTTPTransport

    /// Sends `form` to `endpoint` once.
    func request(_ form: TokenForm, at endpoint: ServiceEndpoint) async throws -> TokenAnswer {
        let request = HTTPRequest(
            target: endpoint.target(appending: ""),
            headers: [
                HTTPField("Content-Type", "application/x-www-form-urlencoded"),
                HTTPField("User-Agent", "roster"),
            ],
            body: Array(form.encoded.utf8)
        )
        let response: HTTPResponse
        do {
            response = try await transport.send(request)
        } catch let error as TransportError {
            throw DropboxError(transport: error, route: Self.route)
        }
        if let failure = failure(of: response, to: form) { throw failure }
        return try RouteCodec(route: Self.route).decode(response).value
    }

    private func failure(of response: HTTPResponse, to form: TokenForm) -> DropboxError? {
        guard [400, 401].contains(response.status),
            let answer = try? JSONDecoder().decode(OAuthError.self, from: Data(response.body))
        else {
            return ResponseClassifier(route: Self.route, secrets: form.secrets).failure(of: response)
        }
        let code: DropboxError.Code =
            switch answer.error {
            case "invalid_grant": form.refusal
            case "invalid_client", "unauthorized_client": .invalidClient
            default: .tokenRefused
            }
        let text = [answer.error, answer.description].compactMap { $0 }.joined(separator: ", ")
        return DropboxError(
            code,
            route: Self.route.path,
            httpStatus: response.status,
            requestID: response.headers["x-dropbox-request-id"],
            detail: BodyExcerpt.text(of: Array(text.utf8), hiding: form.secrets)
        )
    }
}

/// RFC 6749 §5.2.
private struct OAuthError: Decodable {
    let error: String
    let description: String?

    private enum CodingKeys: String, CodingKey {
        case error
        case description = "error_description"
    }
}

/// A successful answer (RFC 6749 §5.1).
struct TokenAnswer: Decodable, Sendable {
    let accessToken: Secret
    let lifetime: Duration?
    let scopes: Set<String>?
    /// Given for a code only.
    let refreshToken: Secret?
    /// Given for a code only, and for an app that is linked to a team.
    let teamID: String?

    private enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case lifetime = "expires_in"
        case scopes = "scope"
        case refreshToken = "refresh_token"
        case teamID = "team_id"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        accessToken = Secret(try container.decode(String.self, forKey: .accessToken))
        lifetime = try container.decodeIfPresent(Int64.self, forKey: .lifetime).map { .seconds($0) }
        let scope = try container.decodeIfPresent(String.self, forKey: .scopes)
        scopes = scope.map { Set($0.split(separator: " ").map(String.init)) }
        refreshToken = try container.decodeIfPresent(String.self, forKey: .refreshToken).map { Secret($0) }
        teamID = try container.decodeIfPresent(String.self, forKey: .teamID)
    }
}

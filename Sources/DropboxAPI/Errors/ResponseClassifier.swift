#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Decides from an answer whether a call to a route failed, and how. Status and `Retry-After` come before the body,
/// which may be JSON, text, HTML or nothing at all whatever its content type says.
struct ResponseClassifier {
    let route: RouteFacts
    /// The secrets of the request, struck out of every excerpt.
    let secrets: [Secret]

    /// The failure that `response` stands for, nil when it is a success.
    func failure(of response: HTTPResponse) -> DropboxError? {
        switch response.status {
        case 200...299: nil
        case 300...399: error(.redirected, response)
        case 400 where isGatewayPage(response): error(.server, response, effect: route.effectWhenInDoubt)
        case 400: error(.badRequest, response, excerpt: true)
        case 401: unauthorized(response)
        case 403: error(.accessDenied, response, envelope: envelope(of: response))
        case 404, 409: routeError(response)
        case 429: rateLimited(response)
        case 408, 500...599: error(.server, response, effect: route.effectWhenInDoubt)
        default: error(.unexpectedStatus, response, excerpt: true)
        }
    }

    // The detail is the user message, or an excerpt of the whole body.
    private func error(
        _ code: DropboxError.Code,
        _ response: HTTPResponse,
        effect: DropboxError.Effect = .rejected,
        envelope: ErrorEnvelope? = nil,
        excerpt: Bool = false
    ) -> DropboxError {
        let source = excerpt ? response.body : Array((envelope?.userMessage ?? "").utf8)
        return DropboxError(
            code,
            route: route.path,
            effect: effect,
            httpStatus: response.status,
            requestID: requestID(of: response),
            tags: envelope?.tags ?? [],
            offenders: envelope?.offenders.compactMap { BodyExcerpt.text(of: Array($0.utf8), hiding: secrets) } ?? [],
            detail: BodyExcerpt.text(of: source, hiding: secrets),
            retryAfter: RetryAfter.delay(in: response)
        )
    }

    private func unauthorized(_ response: HTTPResponse) -> DropboxError {
        let envelope = envelope(of: response)
        let code: DropboxError.Code =
            switch envelope?.tags.first {
            case "invalid_access_token": .invalidToken
            case "expired_access_token": .expiredToken
            case "missing_scope": .missingScope(required: envelope?.requiredScope)
            case "user_suspended": .userSuspended
            case "route_access_denied": .routeAccessDenied
            default: .unauthorized
            }
        return error(code, response, envelope: envelope)
    }

    private func routeError(_ response: HTTPResponse) -> DropboxError {
        guard let envelope = envelope(of: response), !envelope.tags.isEmpty else {
            return error(.unexpectedStatus, response, excerpt: true)
        }
        // internal_error means that Dropbox itself does not know (async.stone PollError).
        let isDoubtful = envelope.tags.first == "internal_error"
        return error(
            .routeError,
            response,
            effect: isDoubtful ? route.effectWhenInDoubt : .rejected,
            envelope: envelope
        )
    }

    private func rateLimited(_ response: HTTPResponse) -> DropboxError {
        let envelope = envelope(of: response)
        let asked = RetryAfter.delay(in: response) ?? envelope?.retryAfterSeconds.map { RetryAfter.bounded($0) }
        return DropboxError(
            .rateLimited,
            route: route.path,
            httpStatus: response.status,
            requestID: requestID(of: response),
            tags: envelope?.tags ?? [],
            retryAfter: asked
        )
    }

    private func requestID(of response: HTTPResponse) -> String? {
        response.headers["x-dropbox-request-id"].flatMap { BodyExcerpt.text(of: Array($0.utf8), hiding: secrets) }
    }

    private func envelope(of response: HTTPResponse) -> ErrorEnvelope? {
        try? JSONDecoder().decode(ErrorEnvelope.self, from: Data(response.body))
    }

    private func isGatewayPage(_ response: HTTPResponse) -> Bool {
        let start = response.body.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(9)
        return String(decoding: start, as: UTF8.self).lowercased() == "<!doctype"
    }
}

/// At most 300 characters of a body for an error, with secrets struck out.
enum BodyExcerpt {
    private static let characterLimit = 300
    private static let byteLimit = 65_536

    static func text(of body: [UInt8], hiding secrets: [Secret]) -> String? {
        var text = String(decoding: body.prefix(byteLimit), as: UTF8.self)
        for secret in secrets where !secret.reveal().isEmpty {
            text = text.replacing(secret.reveal(), with: secret.description)
        }
        return text.isEmpty ? nil : String(text.prefix(characterLimit))
    }
}

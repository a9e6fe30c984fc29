import Hummingbird

/// Serves `/2/…`: checks a request in the order of the real service and hands the argument to the route.
struct TeamEndpoint: Sendable {
    static let pathPrefix = "/2/"
    private static let revocation = "auth/token/revoke"
    private static let maximumBodySize = 4 * 1024 * 1024

    let store: TeamStore
    let tokens: TokenStore

    func respond(to request: Request, incident: Incident?) async throws -> Response {
        let path = String(request.uri.path.dropFirst(Self.pathPrefix.count))
        let body = try await request.body.collect(upTo: Self.maximumBodySize)
        if path == Self.revocation { return await revoke(request, Array(body.readableBytesView), incident) }
        guard let route = RouteTable.route(at: path) else {
            let unknown = Answer(status: 400, body: .text("Unknown API function: \"\(path)\""))
            return await refuse(path, unknown, fault: incident?.kind)
        }
        if let refusal = await refusal(of: request, route.path, needing: route.scope) {
            return await refuse(path, refusal.answer, fault: refusal.fault ?? incident?.kind)
        }
        do {
            let operation = try route.prepare(try JSONParser.parse(Array(body.readableBytesView)))
            return await store.perform(route, operation, incident).response
        } catch let error as ArgumentFault {
            let answer = Answer.badRequest(path, "request body: \(error.description)")
            return await refuse(path, answer, fault: incident?.kind)
        } catch let error as JSONSyntaxError {
            let answer = Answer.badRequest(path, "request body: could not decode input as JSON: \(error.problem)")
            return await refuse(path, answer, fault: incident?.kind)
        }
    }

    /// `auth/token/revoke`: any good token will do, whatever its scopes. What Dropbox does with a team's token is not documented.
    private func revoke(_ request: Request, _ body: [UInt8], _ incident: Incident?) async -> Response {
        if let refusal = await refusal(of: request, Self.revocation, needing: nil) {
            return await refuse(Self.revocation, refusal.answer, fault: refusal.fault ?? incident?.kind)
        }
        guard (try? JSONParser.parse(body)) == .null else {
            return await refuse(
                Self.revocation,
                .badRequest(Self.revocation, "request body: expected null"),
                fault: nil
            )
        }
        await tokens.revoke(Self.token(of: request))
        await store.record(RecordedCall(route: Self.revocation, status: 200, effects: [], fault: incident?.kind))
        return Answer.success(.null).response
    }

    private func refuse(_ path: String, _ answer: Answer, fault: FaultKind?) async -> Response {
        await store.record(RecordedCall(route: path, status: answer.status, effects: [], fault: fault))
        return answer.response
    }

    /// Method, token, content type and scope, in this order. The fault is the one that brings the refusal about.
    private func refusal(
        of request: Request,
        _ path: String,
        needing scope: Scope?
    ) async -> (answer: Answer, fault: FaultKind?)? {
        if let answer = headerRefusal(of: request, path) { return (answer, nil) }
        let scopes: Set<String>
        switch await tokens.check(Self.token(of: request)) {
        case .valid(_, isOfTeam: false) where scope != nil: return (.notOfTeam(path), nil)
        case .valid(let granted, _): scopes = granted
        case .expired: return (.unauthorized("expired_access_token"), nil)
        case .usedUp: return (.unauthorized("expired_access_token"), .expireToken)
        case .invalid: return (.unauthorized("invalid_access_token"), nil)
        }
        guard Self.isJSON(request.headers[.contentType]) else {
            let answer = Answer.badRequest(
                path,
                "Bad HTTP \"Content-Type\" header. Expecting one of \"application/json\", "
                    + "\"application/json; charset=utf-8\"."
            )
            return (answer, nil)
        }
        guard let scope, !scopes.contains(scope.rawValue) else { return nil }
        return (.missingScope(scope), nil)
    }

    private static func token(of request: Request) -> String {
        request.headers[.authorization].map { String($0.dropFirst(scheme.count)) } ?? ""
    }

    private static let scheme = "Bearer "

    private func headerRefusal(of request: Request, _ path: String) -> Answer? {
        guard request.method == .post else {
            return .badRequest(
                path,
                "Your request's HTTP request method is \"\(request.method.rawValue)\". "
                    + "This function only accepts the HTTP request method \"POST\"."
            )
        }
        guard let authorization = request.headers[.authorization] else {
            return .badRequest(
                path,
                "Must provide HTTP header \"Authorization\" or URL parameter \"authorization\"."
            )
        }
        guard authorization.hasPrefix(Self.scheme) else {
            return .badRequest(
                path,
                "Invalid authorization value in HTTP header \"Authorization\". Expecting \"Bearer <oauth2-access-token>\"."
            )
        }
        return nil
    }

    private static func isJSON(_ contentType: String?) -> Bool {
        let normalized = contentType?.lowercased().filter { $0 != " " }
        return normalized == "application/json" || normalized == "application/json;charset=utf-8"
    }
}

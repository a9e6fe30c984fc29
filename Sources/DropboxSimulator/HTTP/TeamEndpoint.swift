import Hummingbird

/// Serves `/2/…`: checks a request in the order of the real service and hands the argument to the route.
struct TeamEndpoint: Sendable {
    static let pathPrefix = "/2/"
    private static let maximumBodySize = 4 * 1024 * 1024

    let store: TeamStore
    let tokens: TokenStore

    func respond(to request: Request, incident: Incident?) async throws -> Response {
        let path = String(request.uri.path.dropFirst(Self.pathPrefix.count))
        let body = try await request.body.collect(upTo: Self.maximumBodySize)
        guard let route = RouteTable.route(at: path) else {
            let unknown = Answer(status: 400, body: .text("Unknown API function: \"\(path)\""))
            return await refuse(path, unknown, fault: incident?.kind)
        }
        if let refusal = await refusal(of: request, route) {
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

    private func refuse(_ path: String, _ answer: Answer, fault: FaultKind?) async -> Response {
        await store.record(RecordedCall(route: path, status: answer.status, effects: [], fault: fault))
        return answer.response
    }

    /// Method, token, content type and scope, in this order. The fault is the one that brings the refusal about.
    private func refusal(of request: Request, _ route: Route) async -> (answer: Answer, fault: FaultKind?)? {
        if let answer = headerRefusal(of: request, route) { return (answer, nil) }
        let token = request.headers[.authorization].map { $0.dropFirst(Self.scheme.count) } ?? ""
        let scopes: Set<String>
        switch await tokens.check(String(token)) {
        case .valid(let granted): scopes = granted
        case .expired: return (.unauthorized("expired_access_token"), nil)
        case .usedUp: return (.unauthorized("expired_access_token"), .expireToken)
        case .invalid: return (.unauthorized("invalid_access_token"), nil)
        }
        guard Self.isJSON(request.headers[.contentType]) else {
            let answer = Answer.badRequest(
                route.path,
                "Bad HTTP \"Content-Type\" header. Expecting one of \"application/json\", "
                    + "\"application/json; charset=utf-8\"."
            )
            return (answer, nil)
        }
        return scopes.contains(route.scope.rawValue) ? nil : (.missingScope(route.scope), nil)
    }

    private static let scheme = "Bearer "

    private func headerRefusal(of request: Request, _ route: Route) -> Answer? {
        guard request.method == .post else {
            return .badRequest(
                route.path,
                "Your request's HTTP request method is \"\(request.method.rawValue)\". "
                    + "This function only accepts the HTTP request method \"POST\"."
            )
        }
        guard let authorization = request.headers[.authorization] else {
            return .badRequest(
                route.path,
                "Must provide HTTP header \"Authorization\" or URL parameter \"authorization\"."
            )
        }
        guard authorization.hasPrefix(Self.scheme) else {
            return .badRequest(
                route.path,
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

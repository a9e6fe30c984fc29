import Hummingbird

/// Serves `/2/…`: checks a request in the order of the real service and hands the argument to the route.
struct TeamEndpoint: Sendable {
    static let pathPrefix = "/2/"
    private static let maximumBodySize = 4 * 1024 * 1024

    let store: TeamStore
    let tokens: TokenStore

    func respond(to request: Request) async throws -> Response {
        let path = String(request.uri.path.dropFirst(Self.pathPrefix.count))
        let body = try await request.body.collect(upTo: Self.maximumBodySize)
        guard let route = RouteTable.route(at: path) else {
            return await refuse(path, Answer(status: 400, body: .text("Unknown API function: \"\(path)\"")))
        }
        if let refusal = await refusal(of: request, route) { return await refuse(path, refusal) }
        do {
            let operation = try route.prepare(try JSONParser.parse(Array(body.readableBytesView)))
            return await store.perform(path, operation).response
        } catch let error as ArgumentFault {
            return await refuse(path, .badRequest(path, "request body: \(error.description)"))
        } catch let error as JSONSyntaxError {
            return await refuse(
                path,
                .badRequest(path, "request body: could not decode input as JSON: \(error.problem)")
            )
        }
    }

    private func refuse(_ path: String, _ answer: Answer) async -> Response {
        await store.record(path, answer)
        return answer.response
    }

    /// Method, token, content type and scope, in this order.
    private func refusal(of request: Request, _ route: Route) async -> Answer? {
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
        guard authorization.hasPrefix("Bearer ") else {
            return .badRequest(
                route.path,
                "Invalid authorization value in HTTP header \"Authorization\". Expecting \"Bearer <oauth2-access-token>\"."
            )
        }
        let token = await tokens.check(String(authorization.dropFirst("Bearer ".count)))
        guard case .valid(let scopes) = token else {
            return .unauthorized(token == .expired ? "expired_access_token" : "invalid_access_token")
        }
        guard Self.isJSON(request.headers[.contentType]) else {
            return .badRequest(
                route.path,
                "Bad HTTP \"Content-Type\" header. Expecting one of \"application/json\", "
                    + "\"application/json; charset=utf-8\"."
            )
        }
        return scopes.contains(route.scope.rawValue) ? nil : .missingScope(route.scope)
    }

    private static func isJSON(_ contentType: String?) -> Bool {
        let normalized = contentType?.lowercased().filter { $0 != " " }
        return normalized == "application/json" || normalized == "application/json;charset=utf-8"
    }
}

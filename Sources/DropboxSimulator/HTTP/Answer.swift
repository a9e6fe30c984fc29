import Hummingbird

/// What a call is answered with, before it becomes an HTTP response.
struct Answer: Sendable, Equatable {
    enum Body: Sendable, Equatable {
        case json(JSONValue)
        case text(String)
    }

    let status: Int
    let body: Body

    /// What a route answers.
    static func of(_ operation: Route.Operation, on team: inout SimulatedTeam) -> Answer {
        do throws(RouteFault) {
            return .success(try operation(&team))
        } catch {
            return .routeError(error)
        }
    }

    static func success(_ value: JSONValue) -> Answer {
        Answer(status: 200, body: .json(value))
    }

    /// 409 with the error that the route declares.
    static func routeError(_ fault: RouteFault) -> Answer {
        envelope(409, fault.tag, fault.json)
    }

    /// 400: the request is not one the function understands. The body is text, not JSON.
    static func badRequest(_ path: String, _ problem: String) -> Answer {
        Answer(status: 400, body: .text("Error in call to API function \"\(path)\": \(problem)"))
    }

    /// 401: `auth.AuthError`.
    static func unauthorized(_ tag: String) -> Answer {
        envelope(401, tag, .tag(tag))
    }

    /// 401: the token is fine but not for this route.
    static func missingScope(_ scope: Scope) -> Answer {
        envelope(401, "missing_scope", .tag("missing_scope", flattening: ["required_scope": .string(scope.rawValue)]))
    }

    /// 400: a person's token on a route of the team.
    static func notOfTeam(_ path: String) -> Answer {
        badRequest(path, "This is a DfB team management function, and your OAuth 2 access token is for a user.")
    }

    /// An error of the token endpoint, RFC 6749 section 5.2.
    static func tokenError(_ status: Int, _ error: String, _ explanation: String) -> Answer {
        Answer(status: status, body: .json(["error": .string(error), "error_description": .string(explanation)]))
    }

    /// 500: the change is made but could not be saved.
    static let notSaved = Answer(status: 500, body: .text("The simulator could not save its state."))

    private static func envelope(_ status: Int, _ tag: String, _ error: JSONValue) -> Answer {
        Answer(status: status, body: .json(["error_summary": .string("\(tag)/..."), "error": error]))
    }

    var response: Response {
        switch body {
        case .json(let value):
            Response(
                status: .init(code: status),
                headers: [.contentType: "application/json"],
                body: .init(byteBuffer: ByteBuffer(bytes: JSONWriter.compact(value)))
            )
        case .text(let text):
            Response(
                status: .init(code: status),
                headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: text))
            )
        }
    }
}

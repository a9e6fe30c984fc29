import Hummingbird
import Synchronization

/// Gives every answer the request ID that a user can quote.
final class RequestIDMiddleware: RouterMiddleware {
    private let answered = Atomic(0)

    func handle(
        _ request: Request,
        context: CallContext,
        next: @concurrent (Request, CallContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        }
        if let name = HTTPFields.Element.Name("X-Dropbox-Request-Id") {
            response.headers[name] = zeroPadded(answered.add(1, ordering: .relaxed).newValue, to: 32)
        }
        return response
    }
}

/// Holds every answer back.
struct LatencyMiddleware: RouterMiddleware {
    let latency: Duration
    let sleep: @Sendable (Duration) async throws -> Void

    func handle(
        _ request: Request,
        context: CallContext,
        next: @concurrent (Request, CallContext) async throws -> Response
    ) async throws -> Response {
        if latency > .zero { try await sleep(latency) }
        return try await next(request, context)
    }
}

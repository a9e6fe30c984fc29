import FoundationEssentials
import Hummingbird
import NIOCore
import Synchronization

/// Numbers the calls, tells the hook of them, and lets the faults strike.
final class FaultMiddleware: RouterMiddleware {
    private let plan: FaultPlan
    private let delay: Duration
    private let store: TeamStore
    private let sleep: @Sendable (Duration) async throws -> Void
    private let onCall: Simulator.CallHook
    private let arrived = Atomic(0)

    init(
        configuration: SimulatorConfiguration,
        store: TeamStore,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        onCall: @escaping Simulator.CallHook
    ) {
        plan = FaultPlan(configuration.faults, seed: configuration.faultSeed)
        delay = configuration.duration(of: .slow)
        self.store = store
        self.sleep = sleep
        self.onCall = onCall
    }

    func handle(
        _ request: Request,
        context: CallContext,
        next: @concurrent (Request, CallContext) async throws -> Response
    ) async throws -> Response {
        // The page is for people, not a call of the API.
        guard request.uri.path != AuthorizationEndpoint.path else { return try await next(request, context) }
        let number = arrived.add(1, ordering: .relaxed).newValue
        let route = CallContext.route(of: request)
        var context = context
        context.incident = plan.incident(ofCall: number, on: route)
        await onCall(CallMoment(number: number, route: route, stage: .arrived))
        let response = try await work(request, route, context, next)
        await onCall(CallMoment(number: number, route: route, stage: .done))
        if delay > .zero { try await sleep(delay) }
        return try await deliver(response, context)
    }

    private func work(
        _ request: Request,
        _ route: String,
        _ context: CallContext,
        _ next: @concurrent (Request, CallContext) async throws -> Response
    ) async throws -> Response {
        switch context.incident {
        case .refusal(let refusal):
            await store.record(RecordedCall(route: route, status: refusal.status, effects: [], fault: refusal.kind))
            // The server's header `Date` is the machine's time, whatever the simulator's clock says.
            return refusal.response(now: Date())
        case .reset:
            await store.record(RecordedCall(route: route, status: 0, effects: [], fault: .reset))
            return Response(status: .internalServerError)
        case nil, .lostReply, .truncate, .jobError, .partialAdd:
            return try await next(request, context)
        }
    }

    private func deliver(_ response: Response, _ context: CallContext) async throws -> Response {
        switch context.incident {
        case .reset:
            await context.channel.abort()
            throw ConnectionEnded()
        case .lostReply:
            try? await context.channel.close()
            throw ConnectionEnded()
        case .truncate:
            return response.breakingOff(context.channel)
        case nil, .refusal, .jobError, .partialAdd:
            return response
        }
    }
}

/// The connection is closed on purpose: there is nobody to answer.
struct ConnectionEnded: Error {}

import DropboxAPI
import Synchronization

/// Answers requests from a script and keeps what was sent.
final class ScriptedTransport: HTTPTransport {
    enum Turn: Sendable {
        case answer(HTTPResponse)
        case failure(TransportError)

        static func json(_ status: Int, _ body: String, _ headers: [HTTPField] = []) -> Turn {
            .answer(HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
        }

        static func ok(_ body: String) -> Turn { json(200, body) }

        static let lost = Turn.failure(
            TransportError(.connectionLost, requestMayHaveBeenSent: true, detail: "the connection broke")
        )
        static let refused = Turn.failure(
            TransportError(.cannotConnect, requestMayHaveBeenSent: false, detail: "the connection was refused")
        )
        static let expired = json(401, #"{"error_summary":"x","error":{".tag":"expired_access_token"}}"#)
    }

    struct ScriptEnded: Error {}

    private struct State {
        var turns: [Turn]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>
    private let onRequest: @Sendable (HTTPRequest) async -> Turn?

    /// Plays `turns` in order, unless `onRequest` answers by itself.
    init(_ turns: [Turn], onRequest: @escaping @Sendable (HTTPRequest) async -> Turn? = { _ in nil }) {
        self.state = Mutex(State(turns: turns))
        self.onRequest = onRequest
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    var paths: [String] { requests.map(\.target.url) }
    var bodies: [String] { requests.map { String(decoding: $0.body, as: UTF8.self) } }
    var turnsLeft: Int { state.withLock { $0.turns.count } }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        state.withLock { $0.requests.append(request) }
        let turn: Turn
        if let special = await onRequest(request) {
            turn = special
        } else {
            guard let next = state.withLock({ $0.turns.isEmpty ? nil : $0.turns.removeFirst() }) else {
                throw ScriptEnded()
            }
            turn = next
        }
        switch turn {
        case .answer(let response): return response
        case .failure(let error): throw error
        }
    }
}

import DropboxAPI
import Synchronization

/// A Dropbox that answers each route from a script and keeps what was sent.
final class ScriptedDropbox: HTTPTransport {
    /// An answer: a status and a body. The last answer of a route is repeated.
    struct Answer: Sendable {
        var status = 200
        var body: String
        /// Why no answer arrives.
        var failure: TransportError?

        static func ok(_ body: String) -> Answer { Answer(body: body) }
        static func refused(_ error: String) -> Answer {
            Answer(status: 409, body: #"{"error_summary":"x/..","error":\#(error)}"#)
        }
        /// The answer never arrives, though the request may have.
        static let lost = Answer(
            body: "",
            failure: TransportError(.connectionLost, requestMayHaveBeenSent: true, detail: "the connection broke")
        )
        /// The request never arrives.
        static func unsent(_ code: TransportError.Code) -> Answer {
            Answer(body: "", failure: TransportError(code, requestMayHaveBeenSent: false, detail: "there is no way"))
        }
    }

    struct Call: Sendable, Hashable {
        let route: String
        let body: String
    }

    private struct State {
        var script: [String: [Answer]]
        var calls: [Call] = []
        var moments: [Duration] = []
        var now = Duration.zero
    }

    private let state: Mutex<State>

    /// Takes the answers by route, such as `team/get_info`.
    init(_ script: [String: [Answer]]) {
        state = Mutex(State(script: script))
    }

    var calls: [Call] { state.withLock { $0.calls } }
    var routes: [String] { calls.map(\.route) }
    /// When the calls came, by a clock that moves only when somebody waits.
    var moments: [Duration] { state.withLock { $0.moments } }

    var client: DropboxClient {
        DropboxClient(
            credentials: .accessToken(Secret("secret-token")),
            transport: self,
            time: Timekeeper(
                now: { self.state.withLock { $0.now } },
                sleep: { pause in self.state.withLock { $0.now += pause } },
                jitter: { 0 }
            )
        )
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let route = String(request.target.url.dropFirst("https://api.dropboxapi.com/2/".count))
        let answer = state.withLock { state -> Answer? in
            state.calls.append(Call(route: route, body: String(decoding: request.body, as: UTF8.self)))
            state.moments.append(state.now)
            guard let answers = state.script[route], let first = answers.first else { return nil }
            if answers.count > 1 { state.script[route]?.removeFirst() }
            return first
        }
        guard let answer else { throw Unscripted(route: route) }
        if let failure = answer.failure { throw failure }
        let headers = [HTTPField("X-Dropbox-Request-Id", "req-\(calls.count)")]
        return HTTPResponse(status: answer.status, headers: headers, body: Array(answer.body.utf8))
    }

    /// A call that no test expected.
    struct Unscripted: Error {
        let route: String
    }
}

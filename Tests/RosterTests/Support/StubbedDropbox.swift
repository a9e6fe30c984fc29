import DropboxAPI
import Synchronization

/// Answers each route with the next of its answers, the last one again and again.
final class StubbedDropbox: HTTPTransport {
    enum Answer: Sendable {
        case json(Int, String)
        case lost
    }

    static let team = Answer.json(
        200,
        #"{"name":"Acme","team_id":"dbtid:1","num_licensed_users":5,"num_provisioned_users":3}"#
    )
    static let invalidToken = Answer.json(
        401,
        #"{"error_summary":"x","error":{".tag":"invalid_access_token"}}"#
    )
    static let missingScope = Answer.json(
        401,
        #"{"error_summary":"x","error":{".tag":"missing_scope","required_scope":"team_info.read"}}"#
    )

    private let answers: Mutex<[String: [Answer]]>
    private let called = Mutex<[String]>([])

    /// - Parameter answers: by the end of the route's name.
    init(_ answers: [String: [Answer]]) { self.answers = Mutex(answers) }

    /// The last part of every route that was called.
    var routes: [String] { called.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let route = request.target.url.split(separator: "/").last.map(String.init) ?? ""
        called.withLock { $0.append(route) }
        let answer = answers.withLock { answers -> Answer? in
            guard let list = answers[route], let first = list.first else { return nil }
            if list.count > 1 { answers[route] = Array(list.dropFirst()) }
            return first
        }
        switch answer {
        case .json(let status, let body): return HTTPResponse(status: status, body: Array(body.utf8))
        case .lost: throw TransportError(.connectionLost, requestMayHaveBeenSent: true, detail: "lost")
        case nil: return HTTPResponse(status: 400, body: Array("unknown route".utf8))
        }
    }
}

import DropboxAPI
import Synchronization
import Testing

/// A client on a scripted transport and a fake clock, with the events it announced.
struct Bench: Sendable {
    static let token = "sl.SECRET-TOKEN"

    let transport: ScriptedTransport
    let time = FakeTime()
    let events = EventLog()
    let client: DropboxClient

    init(
        _ turns: [ScriptedTransport.Turn],
        credentials: Credentials = .accessToken(Secret(Bench.token)),
        policy: RetryPolicy = RetryPolicy(),
        jitter: Double = 0,
        onRequest: @escaping @Sendable (HTTPRequest) async -> ScriptedTransport.Turn? = { _ in nil }
    ) {
        transport = ScriptedTransport(turns, onRequest: onRequest)
        let events = events
        client = DropboxClient(
            credentials: credentials,
            transport: transport,
            time: time.keeper(jitter: jitter),
            policy: policy,
            observer: { events.append($0) }
        )
    }

    /// A read, whose answer does not matter.
    func read() async throws { _ = try await client.teamInfo() }

    /// A write, whose answer does not matter.
    func write() async throws { _ = try await client.suspendMember(.init(rawValue: "dbmid:1"), wipeData: false) }

    static let teamInfo = ScriptedTransport.Turn.ok(
        #"{"name":"Acme","team_id":"dbtid:1","num_licensed_users":5,"num_provisioned_users":3,"policies":{}}"#
    )
}

final class EventLog: Sendable {
    private let events = Mutex<[ClientEvent]>([])

    var all: [ClientEvent] { events.withLock { $0 } }

    func append(_ event: ClientEvent) { events.withLock { $0.append(event) } }
}

/// The `DropboxError` that `body` throws; records an issue when it throws none.
func dropboxError(
    _ body: () async throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
) async -> DropboxError? {
    await #expect(throws: DropboxError.self, sourceLocation: sourceLocation) { try await body() }
}

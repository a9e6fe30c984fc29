import DropboxAPI
import Synchronization
import Testing

@testable import roster

/// Who waits is told why, and for how long.
@Suite struct ClientProgressTests {
    /// What a client shows whose first call is answered like this.
    private func shown(_ status: Int, retryAfter: String? = nil) async throws -> String {
        let console = FakeConsole(answers: nil)
        let progress = Progress(console: console)
        let client = DropboxClient(
            credentials: .accessToken(Secret("t")),
            transport: FailingOnce(status, retryAfter: retryAfter),
            time: Timekeeper(now: { .zero }, sleep: { _ in throw CancellationError() }, jitter: { 0 }),
            observer: { progress.show($0) }
        )
        await #expect(throws: CancellationError.self) { try await client.teamInfo() }
        return console.error
    }

    @Test(arguments: [
        (
            429, "90",
            "Dropbox asks to slow down (HTTP 429, team/get_info): waiting 1m 30s, then one call at a time\n"
        ),
        (503, "2", "Dropbox asks to slow down (HTTP 503, team/get_info): waiting 2s\n"),
        (500, nil, "no usable answer from team/get_info: trying again in 500ms\n"),
    ])
    func waitsAreExplained(status: Int, retryAfter: String?, line: String) async throws {
        #expect(try await shown(status, retryAfter: retryAfter) == line)
    }
}

private struct FailingOnce: HTTPTransport {
    let answer: HTTPResponse

    init(_ status: Int, retryAfter: String?) {
        let fields = retryAfter.map { [HTTPField("Retry-After", $0)] } ?? []
        answer = HTTPResponse(status: status, headers: fields)
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse { answer }
}

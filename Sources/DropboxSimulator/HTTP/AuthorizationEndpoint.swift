import Hummingbird

/// Serves `/oauth2/authorize`: the page on which an admin lets an app into the team, or not.
struct AuthorizationEndpoint: Sendable {
    static let path = "/oauth2/authorize"
    private static let maximumBodySize = 4 * 1024

    let configuration: SimulatorConfiguration
    let codes: CodeStore

    /// `GET` shows the page and `POST` sends its form back, with `decision` `allow` or `deny`.
    func respond(to request: Request) async throws -> Response {
        let asked: AuthorizationRequest
        do throws(AuthorizationRequest.Fault) {
            asked = try AuthorizationRequest(query: request.uri.query ?? "", configuration: configuration)
        } catch {
            return AuthorizationText.page(400, "This app cannot be authorised: \(error.explanation).")
        }
        guard request.method == .post else {
            return configuration.approvesAtOnce ? await allow(asked) : AuthorizationText.question(asked.scopes)
        }
        let body = try await request.body.collect(upTo: Self.maximumBodySize)
        switch FormBody(bytes: Array(body.readableBytesView))?["decision"] {
        case "allow": return await allow(asked)
        case "deny": return deny(asked)
        default: return AuthorizationText.page(400, "The decision must be allow or deny.")
        }
    }

    private func allow(_ asked: AuthorizationRequest) async -> Response {
        let isOfTeam = configuration.authorizer == .teamAdmin
        let code = await codes.issue(
            CodeStore.Approval(
                challenge: asked.challenge,
                redirectURI: asked.redirectURI,
                authorization: .init(scopes: asked.scopes, isOfTeam: isOfTeam, isByProof: true)
            )
        )
        guard let uri = asked.redirectURI else { return AuthorizationText.code(code) }
        return redirect(to: uri, asked.state, [("code", code)])
    }

    /// Dropbox's words on the page without a redirect are unknown.
    private func deny(_ asked: AuthorizationRequest) -> Response {
        guard let uri = asked.redirectURI else { return AuthorizationText.page(200, "Nothing was authorised.") }
        let explanation = "The user chose not to give your app access to their Dropbox account."
        return redirect(to: uri, asked.state, [("error", "access_denied"), ("error_description", explanation)])
    }

    private func redirect(to uri: String, _ state: String?, _ fields: [(String, String)]) -> Response {
        let fields = fields + (state.map { [("state", $0)] } ?? [])
        let query = fields.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
        return Response(
            status: .found,
            headers: [.location: "\(uri)\(uri.contains("?") ? "&" : "?")\(query)", .cacheControl: "no-store"]
        )
    }

    /// Everything but unreserved characters, RFC 3986 §2.3.
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

/// The pages of the authorisation. Nothing of a request stands in them but scopes that the simulator knows.
private enum AuthorizationText {
    static func question(_ scopes: Set<String>) -> Response {
        let list = scopes.sorted().map { "<li>\($0)</li>" }.joined()
        return html(
            200,
            """
            <p>An app asks for access to the simulated team:</p><ul>\(list)</ul>\
            <form method="post"><button name="decision" value="allow">Allow</button> \
            <button name="decision" value="deny">Deny</button></form>
            """
        )
    }

    static func code(_ code: String) -> Response {
        html(200, "<p>Paste this code into the app:</p><p><code>\(code)</code></p>")
    }

    /// A sentence; escaped, since it may name what a request held.
    static func page(_ status: Int, _ sentence: String) -> Response {
        let text = sentence.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return html(status, "<p>\(text)</p>")
    }

    private static func html(_ status: Int, _ content: String) -> Response {
        Response(
            status: .init(code: status),
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                .contentSecurityPolicy: "default-src 'none'; form-action *; frame-ancestors 'none'",
            ],
            body: .init(
                byteBuffer: ByteBuffer(
                    string: "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Simulated Dropbox</title>"
                        + content + "</html>\n"
                )
            )
        )
    }
}

import DropboxAPI

/// From nothing to a grant: shows the address of Dropbox's page, takes its answer, and exchanges the code.
struct AuthorizationFlow: Sendable {
    /// How the page's answer arrives.
    enum Way: Sendable, Equatable {
        /// An admin pastes the code.
        case pasted
        /// The browser brings it to this port of this machine.
        case redirect(port: Int)
    }

    let clientID: String
    let tokenEndpoint: ServiceEndpoint
    let scopes: Set<DropboxAPI.Scope>
    let way: Way
    let context: CommandContext

    /// How long the browser's answer is waited for; a code is not good for longer.
    private static let patience = Duration.seconds(600)

    /// - Throws: ``LoginError``, and `DropboxError` when the exchange fails.
    func run(over transport: any HTTPTransport) async throws -> Authorization {
        let proof = ProofKey()
        let code =
            switch way {
            case .pasted: try await pastedCode(proof)
            case .redirect(let port): try await redirectedCode(proof, port: port)
            }
        return try await code.exchange(at: tokenEndpoint, over: transport)
    }

    private func pastedCode(_ proof: ProofKey) async throws -> AuthorizationCode {
        show(proof, redirect: nil)
        context.console.writeError("Paste the code that it shows (what you paste stays hidden): ")
        let line = await context.console.readSecretLine()
        context.console.writeError("\n")
        let text = Self.trimmed(line ?? "")
        guard !text.isEmpty else { throw LoginError.noCode }
        guard Secret(text).isHeaderSafe else { throw LoginError.malformedCode }
        return code(Secret(text), proof, redirectURI: nil)
    }

    private func redirectedCode(_ proof: ProofKey, port: Int) async throws -> AuthorizationCode {
        let state = Secret(ProofKey.randomText())
        do {
            return try await RedirectListener.with(port: port, state: state) { listener in
                let uri = RedirectListener.redirectURI(port: listener.port)
                show(proof, redirect: .init(uri: uri, state: state))
                context.console.writeError(
                    "Waiting for the answer at \(uri), which has to be registered for the app.\n"
                )
                switch try await answer(listener, uri) {
                case .code(let secret): return code(secret, proof, redirectURI: uri)
                case .refused("access_denied", _): throw LoginError.denied
                case .refused(let error, let description):
                    throw LoginError.refused(error: error, description: description)
                }
            }
        } catch let error as RedirectListener.ListenError {
            throw LoginError.portTaken(error.port)
        }
    }

    private func answer(_ listener: RedirectListener, _ uri: String) async throws -> RedirectListener.Answer {
        try await withThrowingTaskGroup(of: RedirectListener.Answer?.self) { group in
            group.addTask { try await listener.answer() }
            group.addTask { [sleep = context.sleep] in
                try await sleep(Self.patience)
                return nil
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() ?? nil else { throw LoginError.timedOut(redirectURI: uri) }
            return answer
        }
    }

    private func show(_ proof: ProofKey, redirect: AuthorizationPage.Redirect?) {
        let page = AuthorizationPage(
            tokenEndpoint: tokenEndpoint,
            clientID: clientID,
            challenge: proof.challenge,
            scopes: scopes,
            redirect: redirect
        )
        context.console.writeError(
            "Open this page in a browser as a team admin, and allow the access:\n\n  \(page.url)\n\n"
        )
    }

    private func code(_ code: Secret, _ proof: ProofKey, redirectURI: String?) -> AuthorizationCode {
        AuthorizationCode(code: code, clientID: clientID, verifier: proof.verifier, redirectURI: redirectURI)
    }

    private static func trimmed(_ line: String) -> String {
        let start = line.drop { $0.isWhitespace }
        return String(start.prefix(start.count - start.reversed().prefix { $0.isWhitespace }.count))
    }
}

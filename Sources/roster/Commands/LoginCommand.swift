import ArgumentParser
import DropboxAPI
import DropboxProvider
import Reporting
import TeamPlanning

/// `roster login`: from an app key to a refresh token.
struct LoginCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Authorise the app as a team admin and get its refresh token.",
        discussion: """
            Prints the address of a page to open in a browser, and asks for the code that the page shows. Checks that the \
            grant is for a team, the pinned one if there is a pin, and has the scopes; a grant that is not right is revoked \
            at once. Then it prints the refresh token, once, to the terminal, or writes it to --token-file. The app's secret \
            is not needed and not sent.

            With --port, or where nobody can type, the browser brings the code to this machine instead. The address \
            http://127.0.0.1:8485\(RedirectListener.path), with the port in use, has to be registered as a redirect URI in \
            the Dropbox App Console, to the letter.

            Example:
              roster login --client-id 1a2b3c4d5e6f7g8
              roster login --read-only --token-file plan.token
              roster login --port 8485
            """
    )

    /// The port where nobody can type; one number, since Dropbox has to know it.
    static let defaultPort: UInt16 = 8485

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup(title: "Connection options") var endpoints: EndpointOptions

    @Option(
        name: .customLong("client-id"),
        help: ArgumentHelp("The app key; otherwise that of the Connection, or DROPBOX_CLIENT_ID.", valueName: "key")
    )
    var clientID: String?

    @Flag(help: "Ask for the scopes that plan needs, and for none that can change the team.")
    var readOnly = false

    @Option(
        help: ArgumentHelp("Take the code from the browser, on this port of 127.0.0.1; 0 picks one.", valueName: "port")
    )
    var port: UInt16?

    @Option(
        help: ArgumentHelp("Write the token to this new file, which only you can read.", valueName: "file")
    )
    var tokenFile: String?

    func validate() throws {
        if let clientID, clientID.isEmpty { throw ValidationError("--client-id is empty; use the app key.") }
        if let tokenFile, tokenFile.isEmpty || tokenFile.hasSuffix("/") {
            throw ValidationError("--token-file needs the path of a file.")
        }
    }

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let delivery = try TokenDelivery(file: tokenFile, context: context)
        let connection = try ConnectionManifest.read(workspace, context: context).connection.known()
        let address = try ServiceAddress(connection, options: endpoints, context: context)
        let flow = AuthorizationFlow(
            clientID: try clientID ?? Self.clientID(connection, context),
            tokenEndpoint: address.tokenEndpoint,
            scopes: readOnly ? ScopeNeeds.reading : ScopeNeeds.reading.union(ScopeNeeds.writing),
            way: way(at: context.console),
            context: context
        )
        return try await context.withTransport { transport in
            let granted = try await interruptible(context.signals()) { try await flow.run(over: transport) }
            guard let granted else { return Self.interrupted(context) }
            let client = DropboxClient(
                endpoint: address.service,
                credentials: .accessToken(granted.accessToken),
                transport: transport,
                time: context.timekeeper
            )
            let inspection = GrantInspection(
                authorization: granted,
                scopes: flow.scopes,
                pinnedTeamID: connection.teamID,
                client: client
            )
            return try await Self.settle(inspection, delivery, context)
        }
    }

    /// Hands the token of a good grant out; any other ends here.
    private static func settle(
        _ inspection: GrantInspection,
        _ delivery: TokenDelivery,
        _ context: CommandContext
    ) async throws -> CommandStatus {
        do {
            guard let grant = try await interruptible(context.signals(), { try await inspection.run() }) else {
                await withdraw(inspection.client, context)
                return interrupted(context)
            }
            context.console.writeError(LoginText.grant(grant, delivery))
            try await delivery.deliver(grant.refreshToken, context: context)
            context.console.writeError(LoginText.whatNext(grant, delivery, isPinned: inspection.pinnedTeamID != nil))
            return .done
        } catch {
            await withdraw(inspection.client, context)
            throw error
        }
    }

    /// Nobody will ever see the token, so it must not go on working.
    private static func withdraw(_ client: DropboxClient, _ context: CommandContext) async {
        let isRevoked = (try? await client.revokeToken()) != nil
        context.console.writeError(isRevoked ? LoginText.withdrawn : LoginText.notWithdrawn)
    }

    private static func interrupted(_ context: CommandContext) -> CommandStatus {
        context.console.writeError("interrupted\n")
        return .interrupted
    }

    /// How the code arrives.
    func way(at console: any Console) -> AuthorizationFlow.Way {
        if let port { return .redirect(port: Int(port)) }
        return console.isInteractive ? .pasted : .redirect(port: Int(Self.defaultPort))
    }

    private static func clientID(_ connection: Connection, _ context: CommandContext) throws -> String {
        do throws(ConnectionError) {
            return try connection.clientID(SecretReader(context: context))
        } catch {
            throw LoginError.noClientID(error.message)
        }
    }
}

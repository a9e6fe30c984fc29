import ArgumentParser
import DropboxAPI
import Foundation
import TeamPlanning
import Testing

@testable import roster

@Suite("Team address")
struct TeamAddressTests {
    private func address(
        _ connection: Connection = Connection(),
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) async throws -> TeamAddress {
        try await TemporaryFolder.with { folder in
            let context = CommandContext.test(folder: folder, environment: environment)
            return try TeamAddress(connection, options: try EndpointOptions.parse(arguments), context: context)
        }
    }

    private let token = ["DROPBOX_ACCESS_TOKEN": "t"]

    @Test("the command line goes before the environment, that before the manifest, that before the default")
    func precedence() async throws {
        var connection = Connection()
        #expect(try await address(environment: token).service.description == "https://api.dropboxapi.com/2")
        connection.serviceURI = "https://manifest.example/2"
        #expect(try await address(connection, environment: token).service.description == "https://manifest.example/2")
        var environment = token
        environment["ROSTER_SERVICE_URI"] = "https://environment.example/2"
        let fromEnvironment = try await address(connection, environment: environment)
        #expect(fromEnvironment.service.description == "https://environment.example/2")
        let arguments = ["--service-uri", "http://127.0.0.1:8484/2"]
        let fromArguments = try await address(connection, arguments, environment: environment)
        #expect(fromArguments.service.description == "http://127.0.0.1:8484/2")
    }

    @Test(
        "an address that could leak the token is refused wherever it comes from",
        arguments: ["http://dropbox.example/2", "ftp://127.0.0.1", "dropbox", "", "https://u:p@dropbox.example"]
    )
    func refusesAddresses(address text: String) async throws {
        for option in ["--service-uri", "--token-endpoint"] {
            await #expect(throws: ConnectionError.self) { try await address(Connection(), [option, text]) }
        }
        guard !text.isEmpty else { return }
        for variable in ["ROSTER_SERVICE_URI", "ROSTER_TOKEN_ENDPOINT"] {
            await #expect(throws: ConnectionError.self) { try await address(environment: [variable: text]) }
        }
    }

    @Test("a refused address is told by its source, since it may hold a password")
    func namesTheSource() async throws {
        let error = await #expect(throws: ConnectionError.self) {
            try await address(environment: ["ROSTER_TOKEN_ENDPOINT": "https://u:the-password@dropbox.example"])
        }
        #expect(error?.message == "the address in ROSTER_TOKEN_ENDPOINT is refused: the URI holds credentials")
        #expect(error.map { "\($0)".contains("the-password") } == false)
    }

    @Test("an access token goes before a refresh token, and an empty one is none")
    func prefersAccessToken() async throws {
        var environment = [
            "DROPBOX_ACCESS_TOKEN": "access", "DROPBOX_CLIENT_ID": "key", "DROPBOX_REFRESH_TOKEN": "refresh",
        ]
        guard case .accessToken(let secret) = try await address(environment: environment).credentials else {
            Issue.record("the access token is not used")
            return
        }
        #expect(secret.reveal() == "access")
        environment["DROPBOX_ACCESS_TOKEN"] = ""
        guard case .refreshGrant(let grant) = try await address(environment: environment).credentials else {
            Issue.record("the refresh token is not used")
            return
        }
        #expect(grant.clientID == "key")
        #expect(grant.clientSecret == nil)
        #expect(grant.refreshToken.reveal() == "refresh")
        #expect(grant.endpoint.description == "https://api.dropboxapi.com/oauth2/token")
    }

    @Test("the default connection takes a client secret if there is one")
    func defaultSecret() async throws {
        let environment = [
            "DROPBOX_CLIENT_ID": "key", "DROPBOX_CLIENT_SECRET": "secret", "DROPBOX_REFRESH_TOKEN": "refresh",
        ]
        guard case .refreshGrant(let grant) = try await address(environment: environment).credentials else {
            Issue.record("the refresh token is not used")
            return
        }
        #expect(grant.clientSecret?.reveal() == "secret")
    }

    @Test("a manifest's references are followed, and each missing one is named with its field")
    func followsReferences() async throws {
        var connection = Connection()
        connection.hasAuthentication = true
        connection.clientID = .plain("key")
        connection.clientSecret = .environment("MY_SECRET")
        connection.refreshToken = .environment("MY_TOKEN")
        guard
            case .refreshGrant(let grant) = try await address(
                connection,
                environment: ["MY_SECRET": "s", "MY_TOKEN": "r"]
            ).credentials
        else {
            Issue.record("the refresh token is not used")
            return
        }
        #expect([grant.clientID, grant.clientSecret?.reveal(), grant.refreshToken.reveal()] == ["key", "s", "r"])
        await #expect(throws: ConnectionError.variableMissing(name: "MY_TOKEN", field: "refresh_token")) {
            try await address(connection, environment: ["MY_SECRET": "s"])
        }
        await #expect(throws: ConnectionError.variableMissing(name: "MY_SECRET", field: "client_secret")) {
            try await address(connection, environment: ["MY_TOKEN": "r"])
        }
    }

    @Test("without anything in the environment the first missing variable is named")
    func namesMissingVariable() async throws {
        await #expect(throws: ConnectionError.variableMissing(name: "DROPBOX_CLIENT_ID", field: "client_id")) {
            try await address()
        }
    }
}

import DropboxAPI
import DropboxProvider
import Testing

@testable import roster

/// What is made of grants that a well-behaved Dropbox does not give, and of revocations that it does not carry out.
@Suite("Grants")
struct GrantInspectionTests {
    private static let reading = "team_info.read members.read groups.read account_info.read"
    private static let admin = StubbedDropbox.Answer.json(
        200,
        """
        {"admin_profile":{"team_member_id":"dbmid:1","email":"a@acme.example","email_verified":true,\
        "status":{".tag":"active"},"name":{"given_name":"A","surname":"","familiar_name":"","display_name":"",\
        "abbreviated_name":""},"membership_type":{".tag":"full"}}}
        """
    )

    private func client(_ dropbox: StubbedDropbox) -> DropboxClient {
        let clock = VirtualClock()
        return DropboxClient(
            credentials: .accessToken(Secret("stub-token")),
            transport: dropbox,
            time: Timekeeper(now: { clock.uptime }, sleep: { clock.advance($0) }, jitter: { 0 })
        )
    }

    private func inspect(
        _ token: String,
        team: StubbedDropbox.Answer = StubbedDropbox.team
    ) async throws -> GrantInspection.Passed {
        let dropbox = StubbedDropbox([
            "token": [.json(200, token)], "get_info": [team], "get_authenticated_admin": [Self.admin],
        ])
        let code = AuthorizationCode(code: Secret("c"), clientID: "k", verifier: Secret("v"), redirectURI: nil)
        return try await GrantInspection(
            authorization: try await code.exchange(at: .dropboxToken, over: dropbox),
            scopes: ScopeNeeds.reading,
            pinnedTeamID: nil,
            client: client(dropbox)
        ).run()
    }

    @Test("scopes that nobody needs do not matter, and unlisted ones are not missed")
    func good() async throws {
        let listed = try await inspect(#"{"access_token":"a","refresh_token":"r","scope":"\#(Self.reading)"}"#)
        #expect(listed.scopes?.count == 4 && listed.admin == "a@acme.example" && listed.team.teamID == "dbtid:1")
        let unlisted = try await inspect(#"{"access_token":"a","refresh_token":"r"}"#)
        #expect(unlisted.scopes == nil)
    }

    @Test(
        "a grant that is not what was asked for",
        arguments: [
            (#""scope":"\#(reading)""#, LoginError.noRefreshToken),
            (#""refresh_token":"","scope":"\#(reading)""#, .noRefreshToken),
            (#""refresh_token":"two lines\nof","scope":"\#(reading)""#, .noRefreshToken),
            (#""refresh_token":"r","scope":"team_info.read""#, .missingScopes(["groups.read", "members.read"])),
            (
                #""refresh_token":"r","scope":"\#(reading) groups.write members.delete""#,
                .excessScopes(["groups.write", "members.delete"])
            ),
        ]
    )
    func refused(fields: String, error: LoginError) async throws {
        await #expect(throws: error) { try await inspect(#"{"access_token":"a",\#(fields)}"#) }
    }

    @Test("a team that cannot be asked is only taken for a person if Dropbox named no team")
    func team() async throws {
        let token = #"{"access_token":"a","refresh_token":"r","scope":"\#(Self.reading)""#
        await #expect(throws: LoginError.personalAccount) {
            try await inspect(token + "}", team: .json(400, "for a user"))
        }
        let error = await #expect(throws: DropboxError.self) {
            try await inspect(token + #","team_id":"dbtid:1"}"#, team: .json(400, "for a user"))
        }
        #expect(error?.code == .badRequest)
        let lost = await #expect(throws: DropboxError.self) { try await inspect(token + "}", team: .lost) }
        #expect(lost?.code == .transport)
    }

    @Test("a revocation counts when the token is no longer taken, whatever the answer was")
    func revocation() async throws {
        let gone = StubbedDropbox([
            "get_info": [StubbedDropbox.team, StubbedDropbox.invalidToken], "get_authenticated_admin": [Self.admin],
            "revoke": [.lost],
        ])
        let outcome = try await Revocation { client(gone) }.run()
        guard case .revoked(let team?, let admin?) = outcome else { return #expect(Bool(false), "\(outcome)") }
        #expect(team.name == "Acme" && admin == "a@acme.example")
        #expect(gone.routes == ["get_info", "get_authenticated_admin", "revoke", "get_info"])
    }

    @Test("a lost answer after which the token is still taken is no revocation", arguments: [true, false])
    func lostRevocation(isAnswered: Bool) async throws {
        let after: [StubbedDropbox.Answer] = isAnswered ? [StubbedDropbox.team] : [StubbedDropbox.team, .lost]
        let dropbox = StubbedDropbox(["get_info": after, "revoke": [.lost]])
        let error = await #expect(throws: DropboxError.self) { try await Revocation { client(dropbox) }.run() }
        #expect(error?.code == .transport)
    }

    @Test("Dropbox says that it revoked the grant, and still takes it", arguments: [true, false])
    func stillAccepted(mayAsk: Bool) async throws {
        let dropbox = StubbedDropbox([
            "get_info": [mayAsk ? StubbedDropbox.team : StubbedDropbox.missingScope], "revoke": [.json(200, "null")],
        ])
        await #expect(throws: LogoutError.stillAccepted) { try await Revocation { client(dropbox) }.run() }
    }

    @Test("Dropbox does not let the token end its grant")
    func refusedRevocation() async throws {
        let dropbox = StubbedDropbox([
            "get_info": [StubbedDropbox.team], "revoke": [.json(400, "not for a team's token")],
        ])
        let error = await #expect(throws: LogoutError.self) { try await Revocation { client(dropbox) }.run() }
        #expect(error?.message.contains("not for a team's token") == true)
        #expect(error?.nextStep.contains("Dropbox Admin Console") == true)
    }

    @Test("an access token that has expired cannot end its grant")
    func expired() async throws {
        let expired = StubbedDropbox.Answer.json(401, #"{"error_summary":"x","error":{".tag":"expired_access_token"}}"#)
        let dropbox = StubbedDropbox(["get_info": [expired], "get_authenticated_admin": [expired], "revoke": [expired]])
        await #expect(throws: LogoutError.expired) { try await Revocation { client(dropbox) }.run() }
    }
}

import TeamPlanning
import Testing

/// Whatever is wrong around a secret, its value never reaches a finding.
struct SecretsStayOutTests {
    private static let secret = "sl.u-hunter2/TOP"

    @Test(arguments: [
        #""authentication":{"refresh_token":"SECRET"}"#,
        #""authentication":{"client_secret":"SECRET"}"#,
        #""authentication":{"refresh_token":["SECRET"]}"#,
        #""authentication":{"refresh_token":{"env":"SECRET"}}"#,
        #""authentication":{"refresh_token":{"env":["SECRET"]}}"#,
        #""authentication":{"refresh_token":{"value":"SECRET"}}"#,
        #""authentication":{"refresh_token":{"env":"A","file":"SECRET"}}"#,
        #""authentication":{"access_token":"SECRET"}"#,
        #""authentication":{"refresh_token":{"file":"SECRET\u0000"}}"#,
        #""authentication":{"token_endpoint":"https://me:SECRET@example.com/token"}"#,
        #""service_uri":"https://SECRET@example.com/2""#,
        #""authentication":"SECRET""#,
        #""token":"SECRET""#,
    ])
    func findingsHoldNoValue(fields: String) {
        let text = "{\"apiVersion\":\"roster/v1\",\"kind\":\"Connection\",\(fields)}"
            .replacing("SECRET", with: Self.secret)
        let load = loadManifests([ManifestFile(path: "a.json", bytes: Array(text.utf8))])
        #expect(load.hasErrors)
        for finding in load.findings {
            #expect(!finding.message.contains("hunter2"))
            #expect(finding.remedy?.contains("hunter2") != true)
        }
    }
}

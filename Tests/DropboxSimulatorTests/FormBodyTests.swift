import Testing

@testable import DropboxSimulator

struct FormBodyTests {
    @Test(arguments: [
        ("a=1&b=two+words", ["a": "1", "b": "two words"]),
        ("a=%41%26%3D%c3%A9", ["a": "A&=é"]),
        ("a=b=c", ["a": "b=c"]),
        ("a=", ["a": ""]),
        ("", [:]),
    ])
    func decodes(text: String, fields: [String: String]) throws {
        let form = try #require(FormBody(bytes: Array(text.utf8)))
        for (name, value) in fields { #expect(form[name] == value) }
        #expect(form["absent"] == nil)
    }

    @Test(arguments: ["a", "a=1&a=2", "a=%4", "a=%+4", "a=%", "a=%zz", "a=%ff"])
    func refuses(text: String) {
        #expect(FormBody(bytes: Array(text.utf8)) == nil)
    }

    @Test func basicCredentials() throws {
        let credentials = try #require(BasicCredentials(authorization: "Basic dXNlcjpwYXNzOndvcmQ="))
        #expect((credentials.user, credentials.password) == ("user", "pass:word"))
    }

    @Test(arguments: ["Bearer dXNlcjpwYXNz", "Basic !!!", "Basic dXNlcg==", "Basic", "Basic /////w=="])
    func notBasicCredentials(header: String) {
        #expect(BasicCredentials(authorization: header) == nil)
    }
}

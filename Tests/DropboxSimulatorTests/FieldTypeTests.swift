import Testing

@testable import DropboxSimulator

struct FieldTypeTests {
    @Test(arguments: [
        "a@b.co", "O'Neil#1&x._%+-@sub-domain.example.museum", "x@-a.io", "x@a..io", "x@1.technologies",
    ])
    func emails(text: String) throws {
        #expect(try FieldType.email.read(.string(text), "") == text)
    }

    @Test(arguments: [
        "", "a", "@b.co", "a@b", "a@.co", "a@b.c", "a@b.c1", "a b@c.de", "ä@b.co", "a@b.co ", "a@b@c.de", "a/b@c.de",
        "a@b.abcdefghijklmnop", "a@b_c.de",
    ])
    func notEmails(text: String) {
        #expect(throws: ArgumentFault.self) { try FieldType.email.read(.string(text), "") }
    }

    @Test func lengths() throws {
        let longest = String(repeating: "n", count: 50)
        #expect(try FieldType.namePart.read(.string(longest), "") == longest)
        #expect(throws: ArgumentFault.self) { try FieldType.namePart.read(.string(longest + "n"), "") }
        #expect(throws: ArgumentFault.self) {
            try FieldType.memberExternalID.read(.string(String(repeating: "x", count: 65)), "")
        }
        let local = String(repeating: "a", count: 250)
        #expect(throws: ArgumentFault.self) { try FieldType.email.read(.string(local + "@b.com"), "") }
    }

    @Test(arguments: ["a/b", "a:b", "a?", "*", "<b>", "a\"b", "a|b"])
    func forbiddenNameCharacters(text: String) {
        #expect(throws: ArgumentFault.self) { try FieldType.namePart.read(.string(text), "") }
    }

    @Test(arguments: ["2026-01-31 09:00:00Z", "2026-01-31T09:00:00", "2026-1-31T09:00:00ZZ", "yesterday-and-beyond"])
    func notTimestamps(text: String) {
        #expect(throws: ArgumentFault.self) { try FieldType.timestamp.read(.string(text), "") }
    }

    @Test func voidVariantsMayBeBareStrings() throws {
        #expect(try FieldType.access.read("owner", "") == .owner)
        #expect(try FieldType.access.read([".tag": "owner"], "") == .owner)
        #expect(throws: ArgumentFault.self) { try FieldType.access.read([".tag": "owner", "owner": true], "") }
        #expect(throws: ArgumentFault.self) { try FieldType.access.read("viewer", "") }
    }

    @Test(arguments: [
        (#"{".tag":"email","email":"a@b.co"}"#, UserSelector.email("a@b.co")),
        (#"{".tag":"external_id","external_id":"E"}"#, .externalID("E")),
        (#"{".tag":"team_member_id","team_member_id":"dbmid:1"}"#, .teamMemberID("dbmid:1")),
    ])
    func selectors(json: String, selector: UserSelector) throws {
        #expect(try FieldType.user.read(try JSONParser.parse(Array(json.utf8)), "") == selector)
    }

    @Test(arguments: [
        ("\"email\"", "user: expected object, got string"),
        (#"{"email":"a@b.co"}"#, "user: missing required field '.tag'"),
        (#"{".tag":"email"}"#, "user: missing required field 'email'"),
        (
            #"{".tag":"name","name":"x"}"#,
            "user: unknown tag 'name', expected one of email, external_id, team_member_id"
        ),
        (#"{".tag":"email","email":"a@b.co","x":1}"#, "user: unknown field 'x'"),
        (#"{".tag":"email","email":7}"#, "user.email: expected string, got integer"),
    ])
    func brokenSelectors(json: String, message: String) throws {
        let value = try JSONParser.parse(Array(json.utf8))
        let fault = #expect(throws: ArgumentFault.self) { try FieldType.user.read(value, "user") }
        #expect(fault?.description == message)
    }
}

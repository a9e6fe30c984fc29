import Testing

@testable import TeamPlanning

/// Every fault of a record read through a mapping: code, place, sentence and next step. `⟦` marks the place.
struct MappedRecordFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let attribute: String
        let marked: String
        let code: FindingCode
        let message: String
        let remedy: String
        var testDescription: String { "\(attribute) of \(marked)" }

        init(_ attribute: String, _ marked: String, _ code: FindingCode, _ message: String, _ remedy: String) {
            self.attribute = attribute
            self.marked = marked
            self.code = code
            self.message = message
            self.remedy = remedy
        }
    }

    private static let status = #""status": {"from": "enabled"}"#
    private static let statusNames = #""active" or "suspended""#

    static let statuses = [
        Case(
            status,
            #"{"mail": "a@x.co", "enabled": ⟦true}"#,
            .wrongType,
            "users[0].status has to be \(statusNames), not the Boolean true.",
            #"To users.status of the mapping "directory", add "cases": {"true": "active", "false": "suspended"}."#
        ),
        Case(
            status,
            #"{"mail": "a@x.co", "enabled": ⟦512}"#,
            .wrongType,
            "users[0].status has to be \(statusNames), not a number.",
            #"Add "cases" to users.status of the mapping "directory", such as {"512": "active"}."#
        ),
        Case(
            status,
            #"{"mail": "a@x.co", "enabled": ⟦"TRUE"}"#,
            .invalidValue,
            #"users[0].status has to be \#(statusNames), not "TRUE"."#,
            #"Add "cases" to users.status of the mapping "directory", such as {"TRUE": "active"}."#
        ),
        Case(
            status,
            #"{"mail": "a@x.co", "enabled": ⟦["active"]}"#,
            .wrongType,
            "users[0].status has to be \(statusNames), not a list.",
            #"Add "transform": ["first"] to users.status of the mapping "directory"."#
        ),
        Case(
            #""status": {"from": "enabled", "cases": {"true": "active"}}"#,
            #"{"mail": "a@x.co", "enabled": ⟦false}"#,
            .wrongType,
            "users[0].status has to be \(statusNames), not the Boolean false.",
            #"To users.status of the mapping "directory", add "cases": {"true": "active", "false": "suspended"}."#
        ),
    ]

    static let types = [
        Case(
            #""surname": {"from": "sn"}"#,
            #"{"mail": "a@x.co", "sn": ⟦["a", "b"]}"#,
            .wrongType,
            "users[0].surname has to be a string, not a list.",
            #"Add "transform": ["first"] to users.surname of the mapping "directory"."#
        ),
        Case(
            #""surname": {"from": "name"}"#,
            #"{"mail": "a@x.co", "name": ⟦{"family": "x"}}"#,
            .wrongType,
            "users[0].surname has to be a string, not an object.",
            #"Let "from" in users.surname of the mapping "directory" lead to one field of the object such as "family"."#
        ),
        Case(
            #""surname": {"from": "sn"}"#,
            #"{"mail": "a@x.co", "sn": ⟦true}"#,
            .wrongType,
            "users[0].surname has to be a string, not the Boolean true.",
            #"Add "cases" to users.surname of the mapping "directory" that replace true and false by text, or take another field."#
        ),
        Case(
            #""groups": {"from": "memberOf"}"#,
            #"{"mail": "a@x.co", "memberOf": ["a", ⟦{"display": "b"}]}"#,
            .wrongType,
            "users[0].groups has to be a string, not an object.",
            #"Let "from" in users.groups of the mapping "directory" lead to one field of the object such as "display"."#
        ),
        Case(
            #""wipe_data": {"from": "wipe"}"#,
            #"{"mail": "a@x.co", "wipe": ⟦"yes"}"#,
            .wrongType,
            "users[0].wipe_data has to be true or false, not a string.",
            #"Add "cases" to users.wipe_data of the mapping "directory", such as {"yes": true}."#
        ),
        Case(
            #""lifecycle": {"from": "left"}"#,
            #"{"mail": "a@x.co", "left": ⟦false}"#,
            .wrongType,
            #"users[0].lifecycle has to be "managed", "released" or "absent", not the Boolean false."#,
            #"To users.lifecycle of the mapping "directory", add "cases": {"true": "managed", "false": "released"}."#
        ),
    ]

    /// The checks are those of records without mapping.
    static let values = [
        Case(
            #""surname": {"from": "sn"}"#,
            #"{"mail": "a@x.co", "sn": ⟦"a/b"}"#,
            .invalidValue,
            "users[0].surname holds the character /, which Dropbox does not allow in names.",
            #"Remove each of / : ? * < > " | from the name."#
        ),
        Case(
            #""external_id": {"from": "n"}"#,
            #"{"mail": "a@x.co", "n": ⟦""}"#,
            .invalidValue,
            "users[0].external_id must not be empty.",
            "Write a value, or leave the field out."
        ),
        Case(
            #""previous_emails": {"from": "old"}"#,
            #"{"mail": "a@x.co", "old": ["b@x.co", ⟦"b"]}"#,
            .invalidValue,
            #"users[0].previous_emails[1] is "b", which is not an email address that Dropbox accepts."#,
            "Write an address such as jane@example.com, with ASCII letters, digits and ' # & . _ % + - before the @."
        ),
        Case(
            #""id": {"from": "dn"}"#,
            #"{"mail": "a@x.co", "dn": ⟦"a\u0000"}"#,
            .invalidValue,
            "users[0].id holds a control character.",
            "Remove the control character."
        ),
    ]

    @Test(arguments: statuses + types + values)
    func isReportedOnceAtItsPlace(fault: Case) throws {
        let rule = try mapping(MappedUserTests.minimal(fault.attribute))
        let marked = MarkedText(fault.marked)
        let (user, findings) = try decode(marked.text, file: "users.json", at: "users[0]") { rule.user(from: &$0) }
        let place = marked.location(in: "users.json")
        let expected = Finding(
            .error,
            fault.code,
            fault.message,
            remedy: fault.remedy,
            resource: "user:a@x.co",
            at: place
        )
        #expect(findings == [expected])
        #expect(user?.email.value == "a@x.co", "what is right of the record is kept, so that references to it hold")
    }

    @Test(arguments: [
        (#"{"from": "mail"}"#, #"the field "mail""#), (#"{"template": "{uid}@x.co"}"#, #"the template "{uid}@x.co""#),
    ])
    func aMissingEmailNamesItsSource(expression: String, source: String) throws {
        let rule = try mapping(#"{"name": "directory", "users": {"email": \#(expression)}}"#)
        let (user, findings) = try decode(#"{"sn": "a"}"#, file: "users.json", at: "users[0]") { rule.user(from: &$0) }
        #expect(user == nil)
        let message = #"users[0].email has no value: users.email of the mapping "directory" takes it from \#(source)."#
        let remedy = #"Add what is missing to the record, or leave such records out by a "filter"."#
        let place = SourceLocation(file: "users.json", line: 1, column: 1)
        #expect(findings == [Finding(.error, .missingField, message, remedy: remedy, at: place)])
    }

    @Test(arguments: [#""not an email""#, "true", "[\"a@x.co\"]", "{\"a\": 1}", "\"\""])
    func aWrongEmailLeavesNoUser(value: String) throws {
        let rule = try mapping(MappedUserTests.minimal())
        let (user, findings) = try decode("{\"mail\": \(value)}", at: "users[0]") { rule.user(from: &$0) }
        #expect(user == nil)
        #expect(findings.map(\.severity) == [.error] && findings.map(\.resource) == [nil])
        #expect(findings.first?.location?.column == 10)
    }

    /// What a value has to look like is checked once there is an email.
    @Test func allWrongTypesOfARecordAreReportedTogether() throws {
        let rule = try mapping(
            MappedUserTests.minimal(#""surname": {"from": "sn"}, "groups": {"from": "g"}, \#(Self.status)"#)
        )
        let record = #"{"mail": true, "sn": "a:b", "enabled": true, "g": [{}, false]}"#
        let (user, findings) = try decode(record, at: "users[0]") { rule.user(from: &$0) }
        #expect(user == nil)
        #expect(findings.compactMap(\.location?.column) == [10, 40, 52, 56])
    }

    private func mapping(_ text: String) throws -> Mapping {
        let (mapping, findings) = try decode(text) { Mapping(reading: &$0) }
        #expect(findings == [])
        return try #require(mapping)
    }
}

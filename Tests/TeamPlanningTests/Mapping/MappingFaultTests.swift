import Testing

@testable import TeamPlanning

/// Every fault of a Mapping manifest: code, place, sentence and next step. `⟦` marks the place.
struct MappingFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let marked: String
        let code: FindingCode
        let message: String
        let remedy: String
        var testDescription: String { message }

        init(_ marked: String, _ code: FindingCode, _ message: String, _ remedy: String) {
            self.marked = marked
            self.code = code
            self.message = message
            self.remedy = remedy
        }
    }

    private static func mapping(_ fields: String) -> String { "{\"name\": \"a\",\n\(fields)}" }

    private static func user(_ attribute: String) -> String {
        mapping(#""users": {"email": {"from": "mail"}, \#(attribute)}"#)
    }

    private static let nameRule = "name has to be 1 to 20 of the characters a-z, 0-9 and -, not"
    private static let directory = #"Write a name such as "directory"."#

    static let heads = [
        Case("⟦{}", .missingField, #"The manifest has no "name"."#, #"Add the field "name"."#),
        Case(#"{"name": ⟦1}"#, .wrongType, "name has to be a string, not a number.", "Put it in double quotes."),
        Case(#"{"name": ⟦""}"#, .invalidValue, #"\#(nameRule) ""."#, directory),
        Case(#"{"name": ⟦"Dir"}"#, .invalidValue, #"\#(nameRule) "Dir"."#, directory),
        Case(#"{"name": ⟦"a_b"}"#, .invalidValue, #"\#(nameRule) "a_b"."#, directory),
        Case(#"{"name": ⟦"é"}"#, .invalidValue, #"\#(nameRule) "é"."#, directory),
        Case(
            #"{"name": ⟦"abcdefghijklmnopqrstu"}"#,
            .invalidValue,
            #"\#(nameRule) "abcdefghijklmnopqrstu"."#,
            directory
        ),
        Case(
            mapping(#""users": ⟦{}"#),
            .missingField,
            #"users has no "email"."#,
            #"Add the field "email"."#
        ),
        Case(
            mapping(#""groups": ⟦{"id": {"from": "dn"}}"#),
            .missingField,
            #"groups has no "name"."#,
            #"Add the field "name"."#
        ),
        Case(mapping(#""users": ⟦[]"#), .wrongType, "users has to be an object, not a list.", "Write an object."),
        Case(
            user(#"⟦"mail": {"from": "mail"}"#),
            .unknownField,
            #"users has no field "mail"."#,
            #"Did you mean "email"?"#
        ),
        Case(
            user(#"⟦"givenName": {"from": "a"}"#),
            .unknownField,
            #"users has no field "givenName"."#,
            #"Did you mean "given_name"?"#
        ),
    ]

    static let filters = [
        Case(
            mapping(#""filter": ⟦1"#),
            .wrongType,
            "filter has to be a string, not a number.",
            "Put it in double quotes."
        ),
        Case(
            mapping(#""filter": ⟦"""#),
            .invalidValue,
            "filter must not be empty.",
            "Write a value, or leave the field out."
        ),
        Case(
            mapping(#""filter": "mail ⟦is \"x\"""#),
            .invalidValue,
            #"filter: "is" is not an operator of SCIM filters."#,
            "Write eq."
        ),
        Case(
            mapping(#""filter": "mail eq \"é\\\"x\" and sn ⟦= \"y\"""#),
            .invalidValue,
            #"filter: "=" is not an operator of SCIM filters."#,
            "Write eq."
        ),
        Case(
            user(#""filter": "mail pr ⟦sn pr""#),
            .invalidValue,
            #"users.filter: "and" or "or" is missing before "sn"."#,
            "Join two conditions by and or or."
        ),
        Case(
            mapping(#""groups": {"name": {"from": "cn"}, "filter": "emails⟦[a pr]"}"#),
            .invalidValue,
            "groups.filter: Value paths in brackets are not supported.",
            "Use a dotted path, such as emails.value."
        ),
    ]

    private static let sourceRemedy = #"Write exactly one of them, such as "from": "mail"."#

    static let sources = [
        Case(user(#""id": ⟦"dn""#), .wrongType, "users.id has to be an object, not a string.", "Write an object."),
        Case(
            user(#""id": ⟦{"cases": {}}"#),
            .missingField,
            #"users.id has none of "from", "value" and "template"."#,
            sourceRemedy
        ),
        Case(
            user(#""id": ⟦{"from": "a", "template": "b"}"#),
            .conflictingFields,
            #"users.id has more than one of "from", "value" and "template"."#,
            sourceRemedy
        ),
        Case(
            user(#""id": {"from": ⟦1}"#),
            .wrongType,
            "users.id.from has to be a string, not a number.",
            "Put it in double quotes."
        ),
        Case(
            user(#""id": {"from": ⟦"a..b"}"#),
            .invalidValue,
            #"users.id.from is "a..b", a path with an empty part."#,
            "Write names with single dots between them, such as name.familyName."
        ),
        Case(
            user(#""id": {"template": "\"{a} ⟦{b"}"#),
            .invalidValue,
            "users.id.template: The brace opened here is never closed.",
            "Add the missing }, or write {{ for a brace in the text."
        ),
        Case(
            user(#""id": {"from": "a", ⟦"form": "b"}"#),
            .unknownField,
            #"users.id has no field "form"."#,
            #"Did you mean "from"?"#
        ),
    ]

    private static let steps = #""trim", "lowercase", "uppercase", "first" or "cn""#

    static let constants = [
        Case(
            user(#""id": {"from": "a", "transform": ⟦"trim"}"#),
            .wrongType,
            "users.id.transform has to be a list of \(steps), not a string.",
            "Write a list of \(steps)."
        ),
        Case(
            user(#""id": {"from": "a", "transform": ["trim", ⟦"upper_case"]}"#),
            .invalidValue,
            #"users.id.transform[1] has to be \#(steps), not "upper_case"."#,
            #"Did you mean "uppercase"?"#
        ),
        Case(
            user(#""id": {"from": "a", "cases": ⟦[]}"#),
            .wrongType,
            "users.id.cases has to be an object of replacements, not a list.",
            "Write an object of replacements."
        ),
        Case(
            user(#""id": {"value": ⟦1}"#),
            .wrongType,
            "users.id.value has to be a string, not a number.",
            "Write a string."
        ),
        Case(
            user(#""id": {"from": "a", "cases": {"1": ⟦null}}"#),
            .wrongType,
            "users.id.cases.1 has to be a string, not null.",
            "Write a string."
        ),
        Case(
            user(#""status": {"from": "a", "cases": {"true": ⟦true}}"#),
            .wrongType,
            #"users.status.cases.true has to be "active" or "suspended", not the Boolean true."#,
            #"Write "active" or "suspended"."#
        ),
        Case(
            user(#""status": {"from": "a", "default": ⟦"activ"}"#),
            .invalidValue,
            #"users.status.default has to be "active" or "suspended", not "activ"."#,
            #"Did you mean "active"?"#
        ),
        Case(
            user(#""wipe_data": {"value": ⟦"true"}"#),
            .wrongType,
            "users.wipe_data.value has to be true or false, not a string.",
            "Write true or false."
        ),
        Case(
            user(#""groups": {"value": ⟦["a", 1]}"#),
            .wrongType,
            "users.groups.value has to be a string or a list of strings, not a list.",
            "Write a string or a list of strings."
        ),
    ]

    @Test(arguments: heads + filters + sources + constants)
    func isReportedOnceAtItsPlace(fault: Case) throws {
        let marked = MarkedText(fault.marked)
        let (_, findings) = try decode(marked.text) { Mapping(reading: &$0) }
        let place = marked.location(in: "mapping.json")
        #expect(findings == [Finding(.error, fault.code, fault.message, remedy: fault.remedy, at: place)])
    }
}

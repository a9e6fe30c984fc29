import Testing

@testable import TeamPlanning

/// What expressions make of one record, shown as JSON; `missing` for no value.
struct ExpressionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let expression: String
        let result: String
        var testDescription: String { expression }

        init(_ expression: String, _ result: String) {
            self.expression = expression
            self.result = result
        }
    }

    private static let record = #"""
        {"mail": "  Jane@Test.com ", "givenName": "Jane", "sn": "Smith", "number": 12.50, "enabled": true, "off": false,
         "nothing": null, "blank": "", "none": [], "tags": [" Red", null, "BLUE", 7], "name": {"family": "Smith"},
         "emails": [{"value": "a@x.co", "type": "work"}, {"type": "home"}, {"value": "b@x.co"}], "nested": [["a"], "b"],
         "memberOf": ["CN=Sales,OU=Groups", "cn=Staff\\, all,OU=Groups", "Everyone"],
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"employeeNumber": "701"}}
        """#

    static let sources = [
        Case(#"{"from": "givenName"}"#, #""Jane""#), Case(#"{"from": "GIVENNAME"}"#, #""Jane""#),
        Case(#"{"from": "number"}"#, "12.50"), Case(#"{"from": "enabled"}"#, "true"),
        Case(#"{"from": "name.family"}"#, #""Smith""#), Case(#"{"from": "nothing"}"#, "missing"),
        Case(#"{"from": "absent"}"#, "missing"), Case(#"{"from": "name.given"}"#, "missing"),
        Case(#"{"from": "givenName.x"}"#, "missing"), Case(#"{"from": "blank"}"#, #""""#),
        Case(#"{"from": "none"}"#, "[]"), Case(#"{"from": "tags"}"#, #"[" Red","BLUE",7]"#),
        Case(#"{"from": "emails.value"}"#, #"["a@x.co","b@x.co"]"#), Case(#"{"from": "emails.display"}"#, "[]"),
        Case(#"{"from": "nested"}"#, #"["a","b"]"#), Case(#"{"from": "name"}"#, "{family}"),
        Case(
            #"{"from": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber"}"#,
            #""701""#
        ),
        Case(#"{"value": "x"}"#, #""x""#), Case(#"{"value": ["x", "y"]}"#, #"["x","y"]"#),
        Case(#"{"template": "{givenName} {sn}"}"#, #""Jane Smith""#),
    ]

    static let transforms = [
        Case(#"{"from": "mail", "transform": ["trim", "lowercase"]}"#, #""jane@test.com""#),
        Case(#"{"from": "sn", "transform": ["uppercase"]}"#, #""SMITH""#),
        Case(#"{"from": "tags", "transform": ["lowercase", "trim"]}"#, #"["red","blue",7]"#),
        Case(#"{"from": "tags", "transform": ["first", "trim"]}"#, #""Red""#),
        Case(#"{"from": "none", "transform": ["first"]}"#, "missing"),
        Case(#"{"from": "sn", "transform": ["first"]}"#, #""Smith""#),
        Case(#"{"from": "absent", "transform": ["trim"]}"#, "missing"),
        Case(#"{"from": "enabled", "transform": ["uppercase"]}"#, "true"),
        Case(#"{"from": "memberOf", "transform": ["cn"]}"#, #"["Sales","Staff, all","Everyone"]"#),
        Case(#"{"from": "memberOf", "transform": ["first", "cn", "uppercase"]}"#, #""SALES""#),
        Case(#"{"template": " {sn} ", "transform": ["trim"]}"#, #""Smith""#),
        Case(#"{"value": "X", "transform": ["lowercase"]}"#, #""x""#),
    ]

    static let cases = [
        Case(#"{"from": "enabled", "cases": {"true": "on", "false": "off"}}"#, #""on""#),
        Case(#"{"from": "off", "cases": {"true": "on", "false": "off"}}"#, #""off""#),
        Case(#"{"from": "number", "cases": {"12.50": "a", "12.5": "b"}}"#, #""a""#),
        Case(#"{"from": "sn", "cases": {"smith": "x"}}"#, #""Smith""#),
        Case(#"{"from": "sn", "transform": ["lowercase"], "cases": {"smith": "x"}}"#, #""x""#),
        Case(#"{"from": "sn", "cases": {"smith": "x"}, "default": "y"}"#, #""y""#),
        Case(#"{"from": "sn", "default": "y"}"#, #""Smith""#), Case(#"{"from": "blank", "default": "y"}"#, #""""#),
        Case(#"{"from": "absent", "default": "y"}"#, #""y""#), Case(#"{"from": "nothing", "default": "y"}"#, #""y""#),
        Case(#"{"from": "absent", "cases": {"": "x"}}"#, "missing"),
        Case(#"{"from": "blank", "cases": {"": "x"}}"#, #""x""#),
        Case(#"{"from": "absent", "cases": {"null": "x"}, "default": "y"}"#, #""y""#),
        Case(#"{"from": "sn", "cases": {}, "default": "y"}"#, #""Smith""#),
        Case(#"{"from": "none", "transform": ["first"], "default": "y"}"#, #""y""#),
        Case(#"{"template": "{absent}", "default": "y"}"#, #""y""#),
        Case(#"{"from": "tags", "cases": {"7": "seven", "BLUE": ["b", "l"]}}"#, #"[" Red","b","l","seven"]"#),
        Case(#"{"from": "tags", "cases": {"BLUE": "b"}, "default": "?"}"#, #"["?","b","?"]"#),
        Case(#"{"from": "none", "cases": {"a": "b"}, "default": "y"}"#, "[]"),
        Case(#"{"from": "sn", "cases": {"Smith": ["a", "b"]}}"#, #"["a","b"]"#),
        Case(#"{"from": "name", "cases": {"Smith": "x"}, "default": "y"}"#, #""y""#),
    ]

    @Test(arguments: sources + transforms + cases)
    func makes(expression: Case) throws {
        let record = try json(Self.record)
        let result = try expression.expression.asExpression().evaluate(on: record)
        #expect(result.map(shown) ?? "missing" == expression.result)
    }

    /// Values stand where the field stands; what the mapping makes up stands where the record stands.
    @Test(arguments: [
        (#"{"from": "a"}"#, 6), (#"{"from": "a", "cases": {"x": "y"}}"#, 6),
        (#"{"from": "a", "transform": ["trim"]}"#, 6),
        (#"{"from": "b"}"#, 16), (#"{"from": "b", "transform": ["first"]}"#, 17), (#"{"value": "a"}"#, 0),
        (#"{"template": "{a}"}"#, 0), (#"{"from": "z", "default": ["a"]}"#, 0),
        (#"{"from": "a", "cases": {"z": "y"}, "default": "q"}"#, 6),
    ])
    func keepsThePlace(expression: String, offset: Int32) throws {
        let record = try json(#"{"a": "x", "b": ["y", "z"]}"#)
        #expect(try expression.asExpression().evaluate(on: record)?.offset == offset)
    }

    @Test func itemsOfAConstantListStandWhereTheRecordStands() throws {
        let record = JSONNode(.object([]), offset: 42)
        let list = try #"{"value": ["a", "b"]}"#.asExpression().evaluate(on: record)
        #expect(list?.array?.map(\.offset) == [42, 42])
    }
}

extension String {
    fileprivate func asExpression() throws -> Expression {
        let (expression, findings) = try decode(self) { reader in Expression(reading: &reader, for: .list) }
        #expect(findings == [])
        return try #require(expression)
    }
}

/// A value as JSON text without spaces; of an object only its keys.
private func shown(_ node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let flag): String(flag)
    case .number(let text): text
    case .string(let text): "\"\(text)\""
    case .array(let items): "[" + items.map(shown).joined(separator: ",") + "]"
    case .object(let members): "{" + members.map(\.key).joined(separator: ",") + "}"
    }
}

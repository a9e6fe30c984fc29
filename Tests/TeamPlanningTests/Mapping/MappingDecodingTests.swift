import Testing

@testable import TeamPlanning

/// What a valid Mapping manifest says.
struct MappingDecodingTests {
    @Test func readsTheWholeOfIt() throws {
        let (mapping, findings) = try decode(
            #"""
            {"name": "directory", "filter": "population eq \"Dropbox\" and not (mail ew \"@test.com\")",
             "users": {"id": {"from": "dn"}, "external_id": {"from": "employeeNumber"}, "description": "people",
               "email": {"from": "mail", "transform": ["trim", "lowercase"]}, "given_name": {"from": "givenName"},
               "surname": {"template": "{sn}"}, "status": {"from": "enabled", "cases": {"true": "active", "false": "suspended"}},
               "groups": {"from": "memberOf", "transform": ["cn"]}, "role": null, "send_welcome_email": {"value": false}},
             "groups": {"id": {"from": "dn"}, "name": {"from": "cn", "cases": {"Acct": "Accounting"}, "default": "?"},
               "members": {"from": "member"}, "filter": "cn sw \"dbx-\""}}
            """#
        ) { Mapping(reading: &$0) }
        #expect(findings == [])
        let rule = try #require(mapping)
        #expect(rule.name == Located(RuleName(rawValue: "directory"), at: place(1, 10)))
        #expect(rule.location == place(1, 1))
        #expect(rule.filter?.description == #"population eq "Dropbox" and not (mail ew "@test.com")"#)
        let users = try #require(rule.users)
        #expect(users.filter == nil)
        #expect(
            Set(users.expressions.keys)
                == [.id, .externalID, .email, .givenName, .surname, .status, .groups, .sendWelcomeEmail]
        )
        let mail = Expression(source: .field(try path("mail")), transforms: [.trim, .lowercase])
        #expect(users.expressions[.email] == Located(mail, at: place(3, 13)))
        #expect(users.expressions[.surname]?.value.source == .template(try Template("{sn}")))
        #expect(users.expressions[.status]?.value.cases == ["true": .string("active"), "false": .string("suspended")])
        #expect(users.expressions[.sendWelcomeEmail]?.value.source == .constant(.bool(false)))
        let groups = try #require(rule.groups)
        #expect(groups.filter?.description == #"cn sw "dbx-""#)
        #expect(groups.expressions[.name]?.value.fallback == .string("?"))
        #expect(Set(groups.expressions.keys) == [.id, .name, .members])
    }

    @Test func aRuleMaySpeakOfNothing() throws {
        let (mapping, findings) = try decode(#"{"name": "a-1", "users": null}"#) { Mapping(reading: &$0) }
        #expect(findings == [])
        #expect(mapping?.users == nil && mapping?.groups == nil && mapping?.filter == nil)
    }

    /// `description` is a note everywhere but among the cases, where it is a value like any other.
    @Test func aCaseMayBeCalledDescription() throws {
        let text = #"{"description": "x", "from": "a", "cases": {"description": "note"}}"#
        let (expression, findings) = try decode(text) { Expression(reading: &$0, for: .text) }
        #expect(findings == [])
        #expect(expression?.cases == ["description": .string("note")])
    }

    /// The names of attributes are those of records without mapping.
    @Test func everyAttributeCanBeMapped() throws {
        func object<Attribute: MappedAttribute>(_: Attribute.Type) -> String {
            let fields = Attribute.allCases.map { "\"\($0.rawValue)\": {\"from\": \"\($0.rawValue)\"}" }
            return "{" + fields.joined(separator: ", ") + "}"
        }
        let text =
            "{\"name\": \"a\", \"users\": \(object(UserAttribute.self)), \"groups\": \(object(GroupAttribute.self))}"
        let (mapping, findings) = try decode(text) { Mapping(reading: &$0) }
        #expect(findings == [])
        #expect(mapping?.users?.expressions.count == 14)
        #expect(mapping?.groups?.expressions.count == 8)
    }

    private func path(_ text: String) throws -> AttributePath { try #require(AttributePath(text)) }

    private func place(_ line: Int, _ column: Int) -> SourceLocation {
        SourceLocation(file: "mapping.json", line: line, column: column)
    }
}

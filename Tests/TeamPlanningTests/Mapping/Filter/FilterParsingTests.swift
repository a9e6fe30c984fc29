import Testing

@testable import TeamPlanning

/// What filters mean, shown by their plainest spelling with every parenthesis that matters.
struct FilterParsingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let plain: String
        var testDescription: String { text }

        init(_ text: String, _ plain: String? = nil) {
            self.text = text
            self.plain = plain ?? text
        }
    }

    /// The examples of RFC 7644 §3.4.2.2, figure 1, those with brackets left out.
    static let examplesOfTheRFC = [
        Case(#"userName Eq "bjensen""#, #"userName eq "bjensen""#),
        Case(#"name.familyName co "O'Malley""#),
        Case(#"userName sw "J""#),
        Case(#"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J""#),
        Case("title pr"),
        Case(#"meta.lastModified gt "2011-05-13T04:42:34Z""#),
        Case(#"meta.lastModified ge "2011-05-13T04:42:34Z""#),
        Case(#"meta.lastModified lt "2011-05-13T04:42:34Z""#),
        Case(#"meta.lastModified le "2011-05-13T04:42:34Z""#),
        Case(#"title pr and userType eq "Employee""#),
        Case(#"title pr or userType eq "Intern""#),
        Case(#"schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User""#),
        Case(#"userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")"#),
        Case(#"userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")"#),
        Case(
            #"userType eq "Employee" and (emails.type eq "work")"#,
            #"userType eq "Employee" and emails.type eq "work""#
        ),
    ]

    static let precedence = [
        Case("a pr or b pr and c pr"),
        Case("(a pr or b pr) and c pr"),
        Case("a pr or (b pr and c pr)", "a pr or b pr and c pr"),
        Case("not (a pr) and b pr or c pr"),
        Case("not(a pr)", "not (a pr)"),
        Case("NOT (a PR) AND b Pr OR c pR", "not (a pr) and b pr or c pr"),
        Case("not (not (a pr))"),
        Case("((a pr))", "a pr"),
        Case("a pr and b pr and c pr"),
        Case("(a pr and b pr) and c pr"),
        Case("a pr or (b pr or c pr)"),
        Case("  a\tpr\r\n and  b pr ", "a pr and b pr"),
        Case(#"population eq "Dropbox" and not (mail ew "@test.com")"#),
    ]

    static let literals = [
        Case("a eq -1.50E+3"),
        Case("a eq 0"),
        Case("a eq true and b ne false or c eq null"),
        Case(#"a eq """#),
        Case(#"a eq"b""#, #"a eq "b""#),
        Case(#"a eq "\"\\\/\b\f\n\r\t\u00e9\uD83E\uDD8A""#, #"a eq "\"\\/\u0008\u000c\u000a\u000d\u0009é🦊""#),
        Case(#"a eq "and ) or (""#),
        Case(#"$ref eq "x" and _a-1 pr and cn;lang-en pr and größe pr"#),
        Case("and pr"),
    ]

    @Test(arguments: examplesOfTheRFC + precedence + literals)
    func parses(filter: Case) throws {
        let parsed = try Filter.parse(filter.text).get()
        #expect(parsed.description == filter.plain)
        #expect(try Filter.parse(parsed.description).get() == parsed)
    }

    @Test func chainsAreFlatSoThatLongOnesAreNotDeep() throws {
        let terms = Array(repeating: "a pr", count: 20_000)
        let chain = try Filter.parse(terms.joined(separator: " and ")).get()
        #expect(chain.condition == .all(Array(repeating: .present(try #require(AttributePath("a"))), count: 20_000)))
    }

    @Test func parenthesesMayBeNestedToTheLimit() throws {
        let text = { (depth: Int) in
            String(repeating: "(", count: depth) + "a pr" + String(repeating: ")", count: depth)
        }
        #expect(try Filter.parse(text(64)).get().description == "a pr")
        #expect(throws: FilterFault(.tooDeep, at: 64)) { try Filter.parse(text(65)).get() }
    }

    @Test(arguments: ["email eq \"a\"", "EMAIL pr and status eq \"active\"", "urn:x:y:email pr"])
    func acceptsKnownAttributes(text: String) throws {
        #expect(throws: Never.self) { try Filter.parse(text, attributes: ["email", "status"]).get() }
    }
}

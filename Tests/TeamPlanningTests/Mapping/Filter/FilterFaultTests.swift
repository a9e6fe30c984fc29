import Testing

@testable import TeamPlanning

/// Every fault of a filter: place, sentence and next step. `⟦` marks the place.
struct FilterFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let marked: String
        let message: String
        let remedy: String
        var testDescription: String { marked }

        init(_ marked: String, _ message: String, _ remedy: String) {
            self.marked = marked
            self.message = message
            self.remedy = remedy
        }
    }

    private static let attribute = "The name of an attribute is missing here."
    private static let condition = #"Write a condition such as mail ew "@example.com"."#
    private static let operators = "Write one of eq, ne, co, sw, ew, gt, ge, lt, le, pr."
    private static let literal = "Write text in double quotes, a number, true, false or null."
    private static let quotes = "Put text in double quotes; only numbers, true, false and null stand without."
    private static let join = "Join two conditions by and or or."

    static let structure = [
        Case(
            "⟦",
            "The filter is empty.",
            #"Write a condition such as mail ew "@example.com", or leave the filter out."#
        ),
        Case(
            "⟦ \t ",
            "The filter is empty.",
            #"Write a condition such as mail ew "@example.com", or leave the filter out."#
        ),
        Case("a pr and⟦", attribute, condition),
        Case("a pr or ⟦)", attribute, condition),
        Case("(⟦)", attribute, condition),
        Case("a pr ⟦b pr", #""and" or "or" is missing before "b"."#, join),
        Case("a eq 1 ⟦\"b\"", #""and" or "or" is missing before "b"."#, join),
        Case("(a pr ⟦(b pr))", #""and" or "or" is missing before "("."#, join),
        Case("a pr ⟦&& b pr", #""and" or "or" is missing before "&&"."#, "Write and."),
        Case("a pr ⟦|| b pr", #""and" or "or" is missing before "||"."#, "Write or."),
        Case("⟦not a pr", "A parenthesis has to follow not.", "Write not (…)."),
        Case("a pr and ⟦not not (b pr)", "A parenthesis has to follow not.", "Write not (…)."),
        Case("a pr and ⟦((b pr) or c pr", "The parenthesis opened here is never closed.", "Add the missing )."),
        Case("(a pr)⟦)", "The parenthesis closed here was never opened.", "Remove it, or add the missing (."),
    ]

    static let attributes = [
        Case("⟦! a pr", #""!" is not the name of an attribute."#, "Write not (…)."),
        Case("⟦a..b pr", #""a..b" is not the name of an attribute."#, "Start with an attribute, as in mail pr."),
        Case("⟦.a pr", #"".a" is not the name of an attribute."#, "Start with an attribute, as in mail pr."),
        Case("⟦1a pr", #""1a" is not the name of an attribute."#, "Start with an attribute, as in mail pr."),
        Case("⟦a=1", #""a=1" is not the name of an attribute."#, "Start with an attribute, as in mail pr."),
        Case(#"⟦"a" eq "b""#, #""a" is not the name of an attribute."#, "Start with an attribute, as in mail pr."),
        Case(
            "⟦urn:x:y: pr",
            #""urn:x:y:" is not the name of an attribute."#,
            "Start with an attribute, as in mail pr."
        ),
    ]

    static let operatorsAndValues = [
        Case("mail⟦", #"An operator is missing after "mail"."#, operators),
        Case("(mail⟦)", #"An operator is missing after "mail"."#, operators),
        Case(#"mail ⟦"x""#, #"An operator is missing after "mail"."#, operators),
        Case(#"mail ⟦== "x""#, #""==" is not an operator of SCIM filters."#, "Write eq."),
        Case(#"mail ⟦Contains "x""#, #""Contains" is not an operator of SCIM filters."#, "Write co."),
        Case(#"mail ⟦matches "x""#, #""matches" is not an operator of SCIM filters."#, operators),
        Case("mail eq⟦", "A value is missing after eq.", literal),
        Case("(mail eq ⟦)", "A value is missing after eq.", literal),
        Case("mail eq ⟦x", #""x" is not a value."#, quotes),
        Case("mail eq ⟦'x'", #""'x'" is not a value."#, quotes),
        Case("mail eq ⟦True", #""True" is not a value."#, quotes),
        Case("mail gt ⟦2011-05-13", #""2011-05-13" is not a value."#, quotes),
        Case("n eq ⟦007", #""007" is not a value."#, quotes),
        Case("n eq ⟦-", #""-" is not a value."#, quotes),
        Case("n co ⟦1", "co cannot compare with a number.", "Put the text in double quotes."),
        Case("n sw ⟦true", "sw cannot compare with the Boolean true.", "Put the text in double quotes."),
        Case("n ew ⟦null", "ew cannot compare with null.", "Put the text in double quotes."),
        Case(
            "enabled gt ⟦false",
            "gt cannot compare with the Boolean false.",
            "Compare with a number or with text, or use eq or ne."
        ),
        Case("n le ⟦null", "le cannot compare with null.", "Compare with a number or with text, or use eq or ne."),
    ]

    static let strings = [
        Case(#"a eq ⟦"b"#, "The string that starts here is never closed.", "Add the closing double quote."),
        Case(
            #"a eq "é⟦\x""#,
            "The escape sequence is not one that JSON has.",
            #"Use one of \" \\ \/ \b \f \n \r \t \uXXXX, and write a backslash as \\."#
        ),
        Case(
            #"a eq "⟦\uD800""#,
            #"The \u escape is one half of a surrogate pair, and the other half is missing."#,
            #"Write both halves, such as \uD83D\uDE00, or the character itself."#
        ),
        Case(
            "a eq \"b⟦\tc\"",
            "The control character U+0009 stands unescaped in a string.",
            #"Write it as \t."#
        ),
    ]

    /// The examples of RFC 7644 §3.4.2.2 that have value paths.
    static let valuePaths = [
        #"userType eq "Employee" and emails⟦[type eq "work" and value co "@example.com"]"#,
        #"emails⟦[type eq "work"] or ims[type eq "xmpp" and value co "@foo.com"]"#,
        #"⟦[a pr]"#, #"a eq ⟦["#, #"a pr ⟦]"#, #"(a pr ⟦])"#,
    ].map {
        Case($0, "Value paths in brackets are not supported.", "Use a dotted path, such as emails.value.")
    }

    @Test(arguments: structure + attributes + operatorsAndValues + strings + valuePaths)
    func isShownAtItsPlace(fault: Case) throws {
        let parts = fault.marked.split(separator: "⟦", omittingEmptySubsequences: false)
        let offset = try #require(parts.first).unicodeScalars.count
        let error = #expect(throws: FilterFault.self) { try Filter.parse(parts.joined()).get() }
        #expect(error?.offset == offset)
        #expect(error?.message == fault.message)
        #expect(error?.remedy == fault.remedy)
    }

    @Test(arguments: [
        ("emial pr", #"Did you mean "email"?"#), ("a pr", "Use one of email, status."),
        ("email.value pr", "Use one of email, status."),
    ])
    func unknownAttributesAreFaultsWhereTheListIsClosed(text: String, remedy: String) {
        let error = #expect(throws: FilterFault.self) {
            try Filter.parse("status pr and \(text)", attributes: ["email", "status"]).get()
        }
        #expect(error?.offset == 14)
        #expect(error?.remedy == remedy)
    }
}

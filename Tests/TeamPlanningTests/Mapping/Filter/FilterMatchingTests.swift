import Testing

@testable import TeamPlanning

/// What filters select: RFC 7644 §3.4.2.2 and what the contract adds for missing and repeated values.
struct FilterMatchingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let filter: String
        let isMatch: Bool
        var testDescription: String { filter }
    }

    private static func yes(_ filters: String...) -> [Case] { filters.map { Case(filter: $0, isMatch: true) } }
    private static func no(_ filters: String...) -> [Case] { filters.map { Case(filter: $0, isMatch: false) } }

    private static let record = #"""
        {"userName": "Jane.Smith", "mail": "jane@Test.com", "city": "Zu\u0308rich", "nothing": null, "blank": "",
         "number": 12.50, "large": 9007199254740993, "code": "12.5", "enabled": true, "locked": false,
         "created": "2011-05-13T04:42:34Z", "tags": ["Red", "blue", null, 7], "none": [], "nested": [["deep"]],
         "name": {"familyName": "O'Malley", "givenName": "Jane"}, "empty": {},
         "emails": [{"type": "work", "value": "jane@example.com"}, {"type": "home", "value": "j@example.org"}],
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Finance"}}
        """#

    static let texts =
        yes(
            #"userName eq "jane.smith""#,
            #"USERNAME eq "JANE.SMITH""#,
            #"mail ew "@test.COM""#,
            #"userName sw "JANE""#,
            #"userName co ".""#,
            #"city eq "zürich""#,
            #"city co "ü""#,
            #"userName co """#,
            #"blank eq """#,
            #"userName gt "JANE""#,
            #"userName lt "k""#,
            #"userName ge "jane.SMITH""#,
            #"userName le "jane.SMITH""#,
            #"created gt "2010-12-31t23:59:59z""#,
            #"created lt "2011-05-13T04:42:35Z""#
        )
        + no(
            #"userName eq "jane""#,
            #"mail sw "@test.com""#,
            #"userName gt "jane.smith""#,
            #"city co "u""#,
            #"created gt "2011-05-13T04:42:34Z""#,
            #"userName ne "JANE.SMITH""#,
            #"blank ne """#
        )

    static let numbersAndBooleans =
        yes(
            "number eq 12.5",
            "number eq 125e-1",
            "number ne 12.51",
            "number gt 12",
            "number ge 12.5",
            "number lt 13",
            "number le 12.500",
            "large eq 9007199254740993",
            "large gt 9007199254740992",
            "enabled eq true",
            "enabled ne false",
            "locked eq false",
            #"code eq "12.5""#
        )
        + no(
            "number gt 12.5",
            "number lt 12.5",
            "large eq 9007199254740992",
            "enabled eq false",
            "locked ne false",
            "code eq 12.5",
            #"number eq "12.5""#,
            #"enabled eq "true""#,
            "enabled gt 0",
            #"number co "2""#
        )

    static let presence =
        yes(
            "userName pr",
            "locked pr",
            "tags pr",
            "name pr",
            "emails pr",
            "missing eq null",
            "nothing eq null",
            "none eq null",
            "userName ne null",
            #"missing ne "x""#,
            #"nothing ne "x""#,
            #"none ne "x""#,
            "missing ne 1",
            "blank ne null"
        )
        + no(
            "missing pr",
            "nothing pr",
            "none pr",
            "blank pr",
            "empty pr",
            "userName eq null",
            "missing ne null",
            #"missing eq "x""#,
            #"missing co """#,
            #"missing gt """#,
            "blank eq null"
        )

    static let lists =
        yes(
            #"tags eq "RED""#,
            #"tags eq "blue""#,
            "tags eq 7",
            #"tags ne "red""#,
            #"tags co "lu""#,
            "tags gt 6",
            #"nested eq "deep""#,
            #"emails.value ew "@example.org""#,
            #"emails ew "@example.org""#,
            #"emails.type eq "HOME""#,
            #"emails.type eq "work" and emails.value eq "j@example.org""#
        ) + no(#"tags eq "green""#, #"emails.display pr"#, #"emails.value eq "x""#, #"emails eq "work""#)

    static let paths =
        yes(
            #"name.familyName co "o'm""#,
            #"NAME.FAMILYNAME pr"#,
            #"name ne "Jane""#,
            #"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "finance""#,
            #"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "j""#
        ) + no(#"name eq "Jane""#, "name.middleName pr", "userName.first pr", "department pr", "urn:x:y:department pr")

    static let logic =
        yes(
            "userName pr and mail pr",
            "missing pr or mail pr",
            "not (missing pr)",
            "mail pr or missing pr and none pr",
            "not (missing pr) and mail pr",
            #"mail pr and not (mail ew "@example.com")"#
        )
        + no(
            "userName pr and missing pr",
            "missing pr or none pr",
            "not (mail pr)",
            "(mail pr or missing pr) and none pr",
            #"userName pr and not (mail ew "@test.com")"#
        )

    @Test(arguments: texts + numbersAndBooleans + presence + lists + paths + logic)
    func selects(filter: Case) throws {
        let record = try json(Self.record)
        #expect(try Filter.parse(filter.filter).get().matches(record) == filter.isMatch)
    }

    @Test(arguments: ["null", "[]", "{}", "\"a\"", "1"])
    func whateverIsNoObjectHasNoAttributes(text: String) throws {
        let record = try json(text)
        #expect(try !Filter.parse("a pr").get().matches(record))
        #expect(try Filter.parse("a ne 1 and a eq null").get().matches(record))
    }

    @Test func namesAreTakenAsWrittenBeforeOtherLetterCase() throws {
        let record = try json(#"{"MAIL": "a", "mail": "b"}"#)
        #expect(try Filter.parse(#"mail eq "b""#).get().matches(record))
        #expect(try Filter.parse(#"Mail eq "a""#).get().matches(record))
    }

    @Test(arguments: [
        (#"Email eq "JANE@x.example""#, true), (#"groups eq "sales" and groups eq "Staff""#, true),
        ("member_count ge 3", true), ("member_count gt 3", false), ("role pr", false), ("email.value pr", false),
    ])
    func attributeRecordsAreFlat(text: String, isMatch: Bool) throws {
        var record = AttributeRecord()
        record["email"] = [.string("jane@x.example")]
        record["GROUPS"] = [.string("Sales"), .string("Staff")]
        record["member_count"] = [.number(DecimalNumber(3))]
        #expect(try Filter.parse(text).get().matches(record) == isMatch)
        #expect(record["Email"] == [.string("jane@x.example")])
    }
}

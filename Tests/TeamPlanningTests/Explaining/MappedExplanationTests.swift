import Testing

@testable import TeamPlanning

/// Records that a mapping reads: filters, values and where they come from.
struct MappedExplanationTests {
    private static let mapping = file(
        "map.json",
        "Mapping",
        #"""
        "name":"hr","filter":"population eq \"Dropbox\" and not (mail ew \"@test.com\")",
        "users":{"id":{"from":"dn"},"email":{"from":"mail","transform":["lowercase"]},
          "external_id":{"from":"no"},"given_name":{"template":"{first} J."},"role":{"value":"member_only"},
          "status":{"from":"on","cases":{"true":"active","false":"suspended"}},"groups":{"from":"in"}},
        "groups":{"name":{"from":"cn"},"members":{"from":"who"},"filter":"cn sw \"dbx-\""}
        """#
    )

    private static let people = file(
        "people.json",
        "Users",
        #"""
        "mapping":"hr","users":[
        {"mail":"ANN@acme.com","dn":"CN=Ann","no":7,"first":"Ann","on":false,"in":["dbx-a","dbx-b"],"population":"Dropbox"},
        {"mail":"bob@acme.com","dn":"CN=Bob","no":8,"first":"Bob","on":true,"population":"Staff","kind":"robot"}]
        """#
    )

    private static let groups = file(
        "teams.json",
        "Groups",
        #"""
        "mapping":"hr","groups":[{"cn":"dbx-a","who":["CN=Ann"]},
        {"cn":"other","who":[],"population":"Dropbox"},{"cn":"dbx-b","population":"Dropbox"}]
        """#
    )

    private static let all = [mapping, people, groups]

    @Test func tellsFiltersValuesAndOrigins() throws {
        let lines = try explain("ann@acme.com", Self.all).lines
        #expect(
            lines.prefix(3) == [
                "record people.json:3:1 hr managed by map.json:1:1",
                #"filter rule true: population eq "Dropbox" and not (mail ew "@test.com")"#,
                """
                values email=ann<the field "mail" ANN> id=CN=Ann<the field "dn" CN=Ann> external_id=7<the field "no" 7> \
                given_name=Ann J.<the template "{first} J." Ann J.> status=suspended<the field "on" false> \
                role=member_only<a constant member_only> groups=dbx-a+dbx-b<the field "in" dbx-a, dbx-b>
                """,
            ]
        )
    }

    @Test func recordsThatAFilterLeavesOutAreTold() throws {
        let steps = try explain("Bob@ACME.com", Self.all, team([member("bob", ext: "roster:hr/8")]))
        #expect(steps.resource == .user("bob@acme.com"))
        #expect(
            steps.lines == [
                "record people.json:4:1 hr left out by map.json:1:1",
                #"filter rule false: population eq "Dropbox" and not (mail ew "@test.com")"#,
                "live m:bob ours(hr)",
                "candidacy in scope switched_off",
                "changes",
            ]
        )
    }

    @Test func aRecordThatNobodyInTheTeamHasIsFoundToo() throws {
        let steps = try explain("bob@acme.com", Self.all)
        #expect(steps.resource == .user("bob@acme.com"))
        #expect(steps.lines.last == "changes")
    }

    @Test func everyComparisonIsToldWithWhatItFound() throws {
        let results = try explain("bob@acme.com", Self.all).steps.compactMap { step in
            if case .filter(let result) = step { result } else { nil }
        }
        let conditions = results.flatMap(\.conditions)
        #expect(
            conditions == [
                Explanation.Condition(text: #"population eq "Dropbox""#, isTrue: false, found: ["Staff"]),
                Explanation.Condition(text: #"mail ew "@test.com""#, isTrue: false, found: ["bob@acme.com"]),
            ]
        )
        #expect(results.map(\.rule.rawValue) == ["hr"])
    }

    @Test func missingAttributesFindNothing() throws {
        let files = [
            file("m.json", "Mapping", #""name":"m","users":{"filter":"not (gone pr)","email":{"from":"mail"}}"#),
            file("u.json", "Users", #""mapping":"m","users":[{"mail":"ann@acme.com"}]"#),
        ]
        let steps = try explain("ann@acme.com", files)
        #expect(steps.lines("filter") == ["filter users true: not (gone pr)"])
        let conditions = steps.steps.flatMap { step -> [Explanation.Condition] in
            if case .filter(let result) = step { result.conditions } else { [] }
        }
        #expect(conditions == [Explanation.Condition(text: "gone pr", isTrue: false, found: [])])
    }

    @Test func groupsAreReadByTheirPartOfTheRule() throws {
        #expect(
            Array(try explain("dbx-a", Self.all).lines.prefix(4)) == [
                "record teams.json:2:26 hr managed by map.json:1:1",
                #"filter groups true: cn sw "dbx-""#,
                #"values name=dbx-a<the field "cn" dbx-a> membership=exact members=#1<the field "who" CN=Ann>"#,
                "match absent",
            ]
        )
        #expect(try explain("OTHER", Self.all).lines("record") == ["record teams.json:3:1 hr left out by map.json:1:1"])
    }

    @Test func theFieldEnabledIsTheOriginOfAStatusThatIsNotMapped() throws {
        let files = [
            file("m.json", "Mapping", #""name":"m","users":{"email":{"from":"mail"}}"#),
            file("u.json", "Users", #""mapping":"m","users":[{"mail":"ann@acme.com","enabled":true}]"#),
        ]
        let values = try explain("ann@acme.com", files).lines("values")
        #expect(values == [#"values email=ann<the field "mail" ann> status=active<the field "enabled" true>"#])
    }

    @Test func aDesiredRecordIsNotMistakenForOneThatIsLeftOut() throws {
        let direct = usersFile(#"{"email":"bob@acme.com"}"#)
        let lines = try explain("bob@acme.com", Self.all + [direct]).lines
        #expect(
            lines.filter { $0.hasPrefix("record") } == [
                "record users.json:3:1 default managed", "record people.json:4:1 hr left out by map.json:1:1",
            ]
        )
    }
}

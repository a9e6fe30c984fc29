import Testing

@testable import TeamPlanning

/// Who is meant by a name.
struct ExplainedNameTests {
    private static let files = [
        usersFile(#"{"email":"Ann@acme.com","external_id":"7","previous_emails":["maiden@acme.com"]}"#),
        groupsFile(#"{"name":"Sales","id":"grp-7","previous_names":["Vendors"]}"#, #"{"name":"at@home.example"}"#),
    ]
    private static let live = team(
        [
            member("old", ext: "roster:default/7"), member("eve") { $0.secondaryEmails = ["alias@acme.com"] },
            member("gone", .removed(isRecoverable: false)),
        ],
        [
            liveGroup("Twins", id: "1", ext: .some(nil)), liveGroup("Twins", id: "2", ext: "twin"),
            liveGroup("Selling", id: "3", ext: "roster:default/grp-7"),
        ]
    )

    @Test(arguments: [
        ("a desired email in any letter case", "ANN@ACME.COM", Resource.user("Ann@acme.com")),
        ("a live email", "old@acme.com", .user("Ann@acme.com")),
        ("a previous email", "maiden@acme.com", .user("Ann@acme.com")),
        ("a secondary email", "alias@acme.com", .user("eve@acme.com")),
        ("somebody who was removed", "gone@acme.com", .user("gone@acme.com")),
        ("a desired name in any letter case", "SALES", .group("Sales")),
        ("a record's ID", "GRP-7", .group("Sales")),
        ("a live name", "selling", .group("Sales")),
        ("a previous name", "vendors", .group("Sales")),
        ("Dropbox's ID", "g:3", .group("Sales")),
        ("one of two groups by its ID", "G:2", .group("Twins")),
        ("an external ID", "twin", .group("Twins")),
        ("a group that looks like an email", "at@home.example", .group("at@home.example")),
    ])
    func isFound(_ what: String, _ name: String, _ resource: Resource) throws {
        #expect(try explain(name, Self.files, Self.live).resource == resource)
    }

    @Test(arguments: [
        ("ann@acme.con", ["Ann@acme.com"]),
        ("eve", ["eve@acme.com"]),
        ("Seles", ["Sales"]),
        ("nothing like it", []),
        ("", []),
    ])
    func unknownNamesGetTheNearest(_ name: String, _ nearest: [String]) {
        #expect(throws: ExplanationError.unknownName(nearest: nearest)) {
            try explain(name, Self.files, Self.live)
        }
    }

    @Test func atMostThreeNamesAreSuggested() {
        let people = (1...9).map { member("ann\($0)") }
        #expect(throws: ExplanationError.unknownName(nearest: ["ann1@acme.com", "ann2@acme.com", "ann3@acme.com"])) {
            try explain("ann0@acme.com", [], team(people))
        }
    }

    @Test func groupsOfOneNameHaveToBeToldApart() {
        #expect(throws: ExplanationError.ambiguousName(groups: [GroupID("g:1"), GroupID("g:2")])) {
            try explain("twins", Self.files, Self.live)
        }
    }

    @Test func aRecordOfThatNameIsExplainedAllTheSame() throws {
        let steps = try explain("Twins", [groupsFile(#"{"name":"Twins"}"#)], Self.live)
        #expect(steps.lines("match") == ["match blocked duplicate-live-group, held by g:1 nobody's"])
    }
}

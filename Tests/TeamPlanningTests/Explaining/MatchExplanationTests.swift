import Testing

@testable import TeamPlanning

/// What is told of records that two live objects answer to, and of objects that two records name.
struct MatchExplanationTests {
    /// Manifests, a team, a name, and what is told of its record's match and of what is planned.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let name: String
        let files: [ManifestFile]
        let live: LiveState
        let lines: [String]

        init(_ description: String, _ name: String, _ files: [ManifestFile], _ live: LiveState, _ lines: [String]) {
            testDescription = description
            self.name = name
            self.files = files
            self.live = live
            self.lines = lines
        }
    }

    private static let wide = policyFile(#""users":{"deprovision":true,"remove_action":"delete"}"#)
    private static let released = usersFile(#"{"email":"bob@acme.com","external_id":"1","lifecycle":"released"}"#)
    private static let both = usersFile(
        #"{"email":"ann@acme.com"}"#,
        #"{"email":"bob@acme.com","external_id":"1","lifecycle":"absent"}"#
    )
    private static let ann = member("ann", ext: "roster:default/1")
    private static let crossed = team(
        [],
        [liveGroup("B", ext: "roster:default/9"), liveGroup("D", ext: "roster:default/B")]
    )

    static let rows = [
        Row(
            "a released record whose external ID another member carries",
            "bob@acme.com",
            [wide, released],
            team([ann, member("bob")]),
            ["match blocked crossed-match, held by m:bob nobody's", "changes"]
        ),
        Row(
            "the member who carries it",
            "ann@acme.com",
            [wide, released],
            team([ann, member("bob")]),
            ["candidacy in scope untouchable", "changes"]
        ),
        Row(
            "a record whose member a tombstone means by external ID",
            "ann@acme.com",
            [wide, both],
            team([ann]),
            ["match blocked ambiguous-match, held by m:ann ours(default)", "changes"]
        ),
        Row(
            "that tombstone",
            "bob@acme.com",
            [wide, both],
            team([ann]),
            ["match blocked ambiguous-match", "changes"]
        ),
        Row(
            "a tombstone that means a member of another email, asked for by that email",
            "ann@acme.com",
            [wide, usersFile(#"{"email":"bob@acme.com","external_id":"1","lifecycle":"absent"}"#)],
            team([ann]),
            ["match external_id", "candidacy tombstone planned", "changes user.remove:ann"]
        ),
        Row(
            "a record whose email the listing has twice",
            "eve@acme.com",
            [wide, usersFile(#"{"email":"eve@acme.com"}"#)],
            team([member("eve"), member("other") { $0.email = email("Eve") }]),
            ["match blocked ambiguous-match ambiguous-match, held by m:other nobody's", "changes"]
        ),
        Row(
            "a group's record whose name another group has that is nobody's",
            "B",
            [groupsFile(#"{"name":"B"}"#)],
            team([], [liveGroup("B", ext: .some(nil)), liveGroup("D", ext: "roster:default/B")]),
            ["match blocked crossed-match, held by g:B nobody's", "changes"]
        ),
        Row(
            "a group's record whose name frees the deletion of another group of ours",
            "B",
            [groupsFile(#"{"name":"B"}"#)],
            crossed,
            ["match external_id, held by g:B ours(default)", "changes group.update:B"]
        ),
        Row(
            "a group whose name goes to another",
            "g:B",
            [groupsFile(#"{"name":"B"}"#)],
            crossed,
            ["candidacy in scope planned", "changes group.delete:B"]
        ),
        Row(
            "a group whose name would go to another, if groups were renamed",
            "g:B",
            [policyFile(#""groups":{"rename":false}"#), groupsFile(#"{"name":"B"}"#)],
            crossed,
            ["candidacy in scope stopped", "changes"]
        ),
    ]

    @Test(arguments: rows)
    func told(_ row: Row) throws {
        let explanation = try explain(row.name, row.files, row.live)
        let told = ["match", "candidacy", "changes"].flatMap { explanation.lines($0) }
        #expect(told == row.lines)
    }
}

import Testing

@testable import TeamPlanning

/// Why a live object that no record keeps stays or goes.
struct CandidacyExplanationTests {
    /// A policy, a live object, and what becomes of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let policy: String
        let records: [ManifestFile]
        let live: LiveState
        let line: String

        init(
            _ name: String,
            policy: String = "\"licences\":\"block\"",
            records: [ManifestFile] = [usersFile()],
            _ live: LiveState,
            _ line: String
        ) {
            testDescription = name
            self.policy = policy
            self.records = records
            self.live = live
            self.line = "candidacy \(line)"
        }

        func check(_ name: String) throws {
            let steps = try explain(name, records + [policyFile(policy)], live)
            #expect(steps.lines("candidacy") == [line])
        }
    }

    private static let ours = team([member("ann", ext: "roster:default/1")])
    private static let on = #""users":{"deprovision":true}"#

    private static var suspect: LiveState {
        var live = ours
        live.team.provisionedUsers = 100
        return live
    }

    static let users = [
        Row("deprovisioning is off by default", ours, "in scope switched_off"),
        Row("suspended", policy: on, ours, "in scope planned"),
        Row("not ours", policy: on, team([member("ann")]), "out of scope out_of_scope"),
        Row(
            "selected by a filter",
            policy: #""users":{"deprovision":true,"scope":{"filter":"email sw \"ann\""}}"#,
            team([member("ann")]),
            "in scope planned"
        ),
        Row(
            "foreign",
            policy: #""users":{"deprovision":true,"scope":"all"}"#,
            team([member("ann", ext: "AD 1")]),
            "in scope stopped"
        ),
        Row("the rule is gone", policy: on, team([member("ann", ext: "roster:gone/1")]), "in scope stopped"),
        Row(
            "suspended already",
            policy: on,
            team([member("ann", .suspended, ext: "roster:default/1")]),
            "in scope nothing_left"
        ),
        Row("the read is suspect", policy: on, suspect, "in scope suspect_read"),
        Row(
            "a tombstone counts whatever the scope",
            policy: on,
            records: [usersFile(#"{"email":"ann@acme.com","lifecycle":"absent"}"#)],
            team([member("ann")]),
            "tombstone planned"
        ),
        Row(
            "a record that could not be planned may mean them",
            policy: on,
            records: [usersFile(#"{"email":"new@acme.com","previous_emails":["ann@acme.com","eve@acme.com"]}"#)],
            team([member("ann", ext: "roster:default/1"), member("eve")]),
            "in scope untouchable"
        ),
        Row(
            "a record that means somebody else has their email among its previous ones",
            policy: on,
            records: [usersFile(#"{"email":"eve@acme.com","previous_emails":["ann@acme.com"]}"#)],
            team([member("ann", ext: "roster:default/1"), member("eve")]),
            "in scope stopped"
        ),
        Row(
            "the listing has their external ID twice",
            policy: on,
            team([member("ann", ext: "roster:default/1"), member("eve", ext: "roster:default/1")]),
            "in scope untouchable"
        ),
        Row(
            "a tombstone with another email has their external ID",
            policy: on,
            records: [usersFile(#"{"email":"old@acme.com","external_id":"1","lifecycle":"absent"}"#)],
            ours,
            "tombstone planned"
        ),
        Row(
            "a tombstone with another email has their external ID, and they are protected",
            policy: #""users":{"deprovision":true},"protect":{"users":["ann@*"]}"#,
            records: [usersFile(#"{"email":"old@acme.com","external_id":"1","lifecycle":"absent"}"#)],
            ours,
            "tombstone stopped"
        ),
    ]

    @Test(arguments: users)
    func ofUsers(_ row: Row) throws { try row.check("ann@acme.com") }

    static let groups = [
        Row("deleted", team([], [liveGroup("Old")]), "in scope planned"),
        Row("not ours", team([], [liveGroup("Old", ext: .some(nil))]), "out of scope out_of_scope"),
        Row(
            "foreign",
            policy: #""groups":{"scope":"all"}"#,
            team([], [liveGroup("Old", ext: "AD 1")]),
            "in scope stopped"
        ),
        Row(
            "only tombstones",
            policy: #""groups":{"delete":"tombstone"}"#,
            team([], [liveGroup("Old")]),
            "in scope switched_off"
        ),
        Row("protected", policy: #""protect":{"groups":["O*"]}"#, team([], [liveGroup("Old")]), "in scope stopped"),
        Row("Dropbox's own", team([], [liveGroup("Old", management: .systemManaged)]), "in scope system_managed"),
        Row(
            "a tombstone counts whatever the scope",
            policy: #""groups":{"delete":"tombstone"}"#,
            records: [groupsFile(#"{"name":"Old","lifecycle":"absent"}"#)],
            team([], [liveGroup("Old", ext: .some(nil))]),
            "tombstone planned"
        ),
        Row(
            "a tombstone, and nothing is deleted",
            policy: #""groups":{"delete":"never"}"#,
            records: [groupsFile(#"{"name":"Old","lifecycle":"absent"}"#)],
            team([], [liveGroup("Old")]),
            "tombstone stopped"
        ),
        Row(
            "a record that means another group has its name among its previous ones",
            records: [groupsFile(#"{"name":"New","previous_names":["Old"]}"#)],
            team([], [liveGroup("Old"), liveGroup("New")]),
            "in scope stopped"
        ),
        Row(
            "the listing has its external ID twice",
            team([], [liveGroup("Old"), liveGroup("Older", ext: "roster:default/Old")]),
            "in scope untouchable"
        ),
    ]

    @Test(arguments: groups)
    func ofGroups(_ row: Row) throws { try row.check("Old") }

    @Test func whoIsRemovedOrDesiredIsNoCandidate() throws {
        let policy = policyFile(Self.on)
        let removed = team([member("ann", .removed(isRecoverable: false))])
        #expect(try explain("ann@acme.com", [policy], removed).lines("candidacy").isEmpty)
        let files = [policy, usersFile(#"{"email":"ann@acme.com","external_id":"1"}"#)]
        #expect(try explain("ann@acme.com", files, Self.ours).lines("candidacy").isEmpty)
    }
}

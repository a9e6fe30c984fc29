import Testing

@testable import TeamPlanning

/// The steps of users: record, match, live state, decision, protection.
struct UserExplanationTests {
    @Test func tellsEveryStepInOrder() throws {
        let steps = try explain(
            "ann@acme.com",
            [
                usersFile(
                    #"{"email":"ann@acme.com","external_id":"7","status":"suspended","surname":"Lee","groups":["Sales"]}"#
                ),
                groupsFile(#"{"name":"Sales"}"#),
                policyFile(#""protect":{"users":["ann@*"]}"#),
            ],
            team([member("ann", ext: "roster:default/7")], [liveGroup("Sales")])
        )
        #expect(
            steps.lines == [
                "record users.json:3:1 default managed",
                "values email=ann external_id=7 surname=Lee status=suspended groups=Sales",
                "match external_id",
                "live m:ann ours(default)",
                "transition suspended active suspend",
                "protection the policy protects \"ann@*\"",
                "changes user.update:ann",
                "memberships ann/Sales:add(user_groups@3)!",
                "findings protected",
                "gates confirmation:confirm",
            ]
        )
        #expect(steps.resource == .user("ann@acme.com"))
        #expect(steps.name == "ann@acme.com")
    }

    /// A record, a team, and how the record found its member.
    struct MatchCase: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let record: String
        let live: LiveState
        let line: String

        init(_ name: String, _ record: String, _ live: LiveState, _ line: String) {
            testDescription = name
            self.record = record
            self.live = live
            self.line = line
        }
    }

    private static let ann = #"{"email":"ann@acme.com"}"#
    private static let matches = [
        MatchCase("nobody", ann, team(), "match absent"),
        MatchCase("by email, in any letter case", ann, team([member("ANN@acme.com")]), "match email"),
        MatchCase(
            "by external ID before the email",
            #"{"email":"ann@acme.com","external_id":"7"}"#,
            team([member("old", ext: "roster:default/7")]),
            "match external_id"
        ),
        MatchCase(
            "by a previous email",
            #"{"email":"ann@acme.com","previous_emails":["old@acme.com"]}"#,
            team([member("old")]),
            "match previous_email"
        ),
        MatchCase(
            "released records by email alone",
            #"{"email":"ann@acme.com","external_id":"7","lifecycle":"released"}"#,
            team([member("ann", ext: "roster:default/7")]),
            "match email"
        ),
        MatchCase(
            "a removed member who can be recovered",
            ann,
            team([member("ann", .removed(isRecoverable: true))]),
            "match email"
        ),
        MatchCase(
            "a secondary email",
            ann,
            team([member("eve") { $0.secondaryEmails = ["ann@acme.com"] }]),
            "match blocked secondary-email-match, held by m:eve nobody's"
        ),
        MatchCase(
            "external ID and email of two members",
            #"{"email":"ann@acme.com","external_id":"7"}"#,
            team([member("old", ext: "roster:default/7"), member("ann")]),
            "match blocked crossed-match, held by m:ann nobody's"
        ),
    ]

    @Test(arguments: matches)
    func saysHowTheRecordMatched(_ row: MatchCase) throws {
        let steps = try explain("ann@acme.com", [usersFile(row.record)], row.live)
        #expect(steps.lines("match") == [row.line])
    }

    @Test func namesTheMemberWhoHoldsTheEmail() throws {
        let files = [
            usersFile(
                #"{"email":"ann@acme.com","external_id":"1"}"#,
                #"{"email":"bob@acme.com","external_id":"2"}"#
            )
        ]
        let live = team([member("ann", ext: "roster:default/2"), member("old", ext: "roster:default/1")])
        let steps = try explain("ann@acme.com", files, live)
        #expect(steps.lines("match") == ["match external_id, held by m:ann ours(default)"])
        #expect(steps.lines("live") == ["live m:old ours(default)"])
    }

    @Test func blockedRecordsTellTheirFindingsOnce() throws {
        let live = team([member("eve") { $0.secondaryEmails = ["ann@acme.com"] }])
        let steps = try explain("ann@acme.com", [usersFile(Self.ann)], live)
        #expect(steps.lines("findings").isEmpty)
        #expect(steps.lines("transition").isEmpty)
        #expect(steps.lines("changes") == ["changes"])
    }

    @Test(arguments: [
        ("active", MemberStatus?.none, "transition active absent create", "changes user.create:ann"),
        ("active", .removed(isRecoverable: true), "transition active recoverable recover", "changes user.recover:ann"),
        ("active", .invited, "transition active invited await_invitation", "changes"),
        ("active", .suspended, "transition active suspended unsuspend", "changes user.unsuspend:ann"),
        ("suspended", nil, "transition suspended absent create_if_provision_disabled", "changes"),
        ("suspended", .removed(isRecoverable: true), "transition suspended recoverable stay_removed", "changes"),
        ("suspended", .invited, "transition suspended invited cannot_suspend_invited", "changes"),
        ("suspended", .active, "transition suspended active suspend", "changes user.suspend:ann"),
        ("active", .unknown, "transition active unknown leave_alone", "changes"),
        ("active", .active, "transition active active keep", "changes"),
    ])
    func tellsTheDecision(_ status: String, _ live: MemberStatus?, _ transition: String, _ changes: String) throws {
        let steps = try explain(
            "ann@acme.com",
            [usersFile(#"{"email":"ann@acme.com","status":"\#(status)"}"#)],
            team(live.map { [member("ann", $0)] } ?? [])
        )
        #expect(steps.lines("transition") == [transition])
        #expect(steps.lines("changes") == [changes])
    }

    @Test func releasedRecordsHaveNoDecision() throws {
        let steps = try explain(
            "ann@acme.com",
            [usersFile(#"{"email":"ann@acme.com","lifecycle":"released"}"#)],
            team([member("ann", ext: "roster:default/1")])
        )
        #expect(
            steps.lines == [
                "record users.json:3:1 default released",
                "values email=ann lifecycle=released",
                "match email",
                "live m:ann ours(default)",
                "changes user.update:ann",
                "gates confirmation:confirm",
            ]
        )
    }

    @Test func everyAttributeIsTold() throws {
        let record = #"""
            {"email":"ann@acme.com","external_id":"7","given_name":"Ann","surname":"Lee","status":"active","role":"member_only","groups":[],"send_welcome_email":false,"wipe_data":true,"is_directory_restricted":false,"persistent_id":"p","previous_emails":["a@acme.com","b@acme.com"]}
            """#
        let steps = try explain("ann@acme.com", [usersFile(record)])
        #expect(
            steps.lines("values") == [
                """
                values email=ann external_id=7 given_name=Ann surname=Lee status=active role=member_only groups= \
                is_directory_restricted=false persistent_id=p send_welcome_email=false wipe_data=true \
                previous_emails=a+b
                """
            ]
        )
    }

    @Test func theActingAdminAndTheLastAdminAreProtected() throws {
        let steps = try explain("admin@acme.com", [usersFile(Self.ann)])
        #expect(
            steps.lines("protection") == [
                """
                protection the acting admin, whose token is in use, is always protected; \
                the team's only active team admin is always protected
                """
            ]
        )
        let two = team([member("boss", role: Roles.admin)])
        #expect(try explain("boss@acme.com", [usersFile(Self.ann)], two).lines("protection").isEmpty)
    }

    @Test func chainsOfEmailsAreNotMixedUp() throws {
        let files = [
            usersFile(
                #"{"email":"ann@acme.com","external_id":"1"}"#,
                #"{"email":"bob@acme.com","external_id":"2"}"#
            )
        ]
        let live = team([member("ann", ext: "roster:default/2"), member("old", ext: "roster:default/1")])
        #expect(try explain("ann@acme.com", files, live).lines("changes") == ["changes user.update:ann"])
        #expect(try explain("bob@acme.com", files, live).lines("record") == ["record users.json:4:1 default managed"])
        #expect(try explain("old@acme.com", files, live).resource == .user("ann@acme.com"))
    }
}

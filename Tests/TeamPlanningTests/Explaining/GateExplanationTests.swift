import Testing

@testable import TeamPlanning

/// Gates are told where they hold up what is explained, and only there.
struct GateExplanationTests {
    private static let everybody = team(
        [member("ann", ext: "roster:default/1"), member("bob", .suspended, ext: "roster:default/2"), member("eve")],
        [liveGroup("Old"), liveGroup("Sales", ["ann", "eve"])],
        seats: 4
    )

    /// Zero is allowed everywhere, so that whatever is counted is refused.
    private static let files = [
        policyFile(
            #"""
            "users":{"deprovision":true},
            "limits":{"group_deletions":0,"user_removals":0,"user_suspensions":0,"membership_removals":0}
            """#
        ),
        usersFile(#"{"email":"new@acme.com"}"#, #"{"email":"bob@acme.com","status":"active","external_id":"2"}"#),
        groupsFile(#"{"name":"Sales","members":["ann@acme.com"]}"#),
    ]

    @Test(arguments: [
        ("new@acme.com", ["gates licences:refuse confirmation:confirm"]),
        ("bob@acme.com", ["gates confirmation:confirm"]),
        ("ann@acme.com", ["gates user_suspensions:refuse confirmation:confirm"]),
        ("eve@acme.com", ["gates membership_removals:refuse confirmation:confirm"]),
        ("admin@acme.com", []),
        ("Old", ["gates group_deletions:refuse confirmation:confirm"]),
        ("Sales", ["gates membership_removals:refuse confirmation:confirm"]),
    ])
    func gatesThatCountTheChanges(_ name: String, _ lines: [String]) throws {
        #expect(try explain(name, Self.files, Self.everybody).lines("gates") == lines)
    }

    @Test func removalsAreCountedByTheirOwnGate() throws {
        let policy = policyFile(
            #""users":{"deprovision":true,"remove_action":"delete"},"limits":{"user_removals":0}"#
        )
        let steps = try explain("ann@acme.com", [usersFile(), policy], Self.everybody)
        #expect(steps.lines("gates") == ["gates user_removals:refuse confirmation:confirm"])
    }

    @Test func aSuspectReadIsToldToCandidates() throws {
        var live = Self.everybody
        live.team.provisionedUsers = 100
        let policy = policyFile(#""users":{"deprovision":true}"#)
        #expect(try explain("ann@acme.com", [policy], live).lines("gates") == ["gates complete_read:refuse"])
    }

    @Test func thePinAndTheSwitchHoldUpEverything() throws {
        let connection = file("c.json", "Connection", #""team_id":"dbtid:other","enabled":false"#)
        let files = [connection, usersFile(#"{"email":"new@acme.com"}"#)]
        let gates = "gates team_id:refuse connection_enabled:refuse confirmation:confirm"
        #expect(try explain("new@acme.com", files).lines("gates") == [gates])
        #expect(try explain("admin@acme.com", files).lines("gates").isEmpty)
    }
}

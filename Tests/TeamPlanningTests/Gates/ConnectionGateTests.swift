import Testing

@testable import TeamPlanning

/// The team's pin, the switch of the connection, and the seats (contract §2.1, §3 rule 9 and §3.1).
struct ConnectionGateTests {
    @Test(
        arguments: [
            (nil, .pass), ("dbtid:acme", .pass), ("dbtid:other", .refuse), ("dbtid:ACME", .refuse),
        ] as [(String?, GateVerdict.Verdict)]
    )
    func teamID(pin: String?, verdict: GateVerdict.Verdict) {
        let plan = plan(team()) { $0.connection.teamID = pin }
        #expect(plan.verdict(.teamID)?.verdict == verdict)
        #expect(plan.isApplicable == (verdict == .pass))
    }

    @Test(arguments: [(true, .pass), (false, .refuse)] as [(Bool, GateVerdict.Verdict)])
    func enabled(isEnabled: Bool, verdict: GateVerdict.Verdict) {
        let plan = plan(team(), users: [user("ann")]) { $0.connection.isEnabled = isEnabled }
        #expect(plan.verdict(.connectionEnabled)?.verdict == verdict)
        #expect(plan.lines == ["user.create ann"], "plan works all the same")
    }

    @Test func everyGateSpeaksInItsPlace() {
        let names = plan(team()).gates.map(\.gate.rawValue)
        #expect(
            names == [
                "complete_read", "team_id", "connection_enabled", "licences", "group_deletions", "user_removals",
                "user_suspensions", "membership_removals", "confirmation",
            ]
        )
    }

    // MARK: Licences

    /// Four seats are used: active, invited and suspended members and the acting admin. One may leave.
    private static let members = [
        member("ann"), member("bob", .invited), member("out", .suspended, ext: "roster:default/9"),
        member("gone", .removed(isRecoverable: true)), member("past", .removed(isRecoverable: false)),
    ]

    @Test(arguments: [
        ("nobody comes, too few seats as it is", 2, [], false, 0, GateVerdict.Verdict.pass),
        ("as many as there are seats", 5, ["new"], false, 1, .pass),
        ("one too many", 5, ["new", "newer"], false, 2, .refuse),
        ("a recovery needs a seat", 4, ["gone"], false, 1, .refuse),
        ("a seat freed in the same plan counts", 4, ["new"], true, 1, .pass),
        ("but only one", 4, ["new", "newer"], true, 2, .refuse),
    ])
    func licences(
        _ name: String,
        seats: Int,
        coming: [String],
        leaves: Bool,
        needed: Int,
        verdict: GateVerdict.Verdict
    ) {
        let policy = deprovisioning {
            $0.users.removeAction = .delete
            $0.users.deprovision = leaves
        }
        let live = team(Self.members, seats: seats)
        let users = coming.map { user($0, .active) }
        let plan = plan(live, users: users, policy: policy)
        #expect(plan.licences == LicenceUse(total: seats, used: 4, needed: needed, freed: leaves ? 1 : 0))
        #expect(plan.verdict(.licences)?.verdict == verdict, Comment(rawValue: name))

        var warning = policy
        warning.licences = .warn
        let warned = TeamPlanningTests.plan(live, users: users, policy: warning)
        #expect(warned.verdict(.licences)?.verdict == .pass)
        #expect(warned.verdict(.licences)?.message.contains("may buy seats") == (verdict == .refuse))
        #expect(warned.findings.contains { $0.code == .licencesShort } == (verdict == .refuse))
        #expect(!plan.findings.contains { $0.code == .licencesShort })
    }
}

import Testing

@testable import TeamPlanning

/// A fingerprint stands for the ordered changes: it moves with everything that is sent, and with nothing else.
struct FingerprintTests {
    private static let live = team(
        [member("ann"), member("bob", ext: "roster:default/2"), member("cat", .removed(isRecoverable: true))],
        [liveGroup("Sales", ["ann"]), liveGroup("Old")]
    )

    private static let users = [user("ann") { $0.surname = "A" }, user("new"), user("cat", .active)]
    private static let groups = [wanted("Sales", ["new"]), wanted("Help", ["ann"])]

    private static func fingerprint(
        _ live: LiveState = live,
        users: [DesiredUser] = users,
        groups: [DesiredGroup] = groups,
        _ change: (inout Manifests) -> Void = { _ in }
    ) -> String {
        plan(live, users: users, groups: groups, policy: deprovisioning(), change).fingerprint
    }

    @Test func itsForm() {
        #expect(Self.fingerprint().wholeMatch(of: /[0-9a-f]{64}/) != nil)
        #expect(Self.fingerprint() == Self.fingerprint())
    }

    @Test func itMovesWithEverythingThatIsSent() {
        var otherTeam = Self.live
        otherTeam.team.id = "dbtid:other"
        var otherMember = Self.live
        otherMember.members[1].id = MemberID("m:ann2")
        var otherGroup = Self.live
        otherGroup.groups[1].id = GroupID("g:Old2")
        let fingerprints = [
            Self.fingerprint(),
            Self.fingerprint(otherTeam),
            Self.fingerprint(otherMember),
            Self.fingerprint(otherGroup),
            Self.fingerprint(users: []),
            Self.fingerprint { $0.users[0].surname = "B" },
            Self.fingerprint { $0.users[1].sendWelcomeEmail = false },
            Self.fingerprint { $0.users[1].givenName = "N" },
            Self.fingerprint { $0.users[1].email.value = "newer@acme.com" },
            Self.fingerprint { $0.users[2].status = .suspended },
            Self.fingerprint { $0.groups[0].members = located(["new", "cat"]) },
            Self.fingerprint { $0.groups[0].membership = .additive },
            Self.fingerprint { $0.groups[1].name.value = "help" },
            Self.fingerprint { $0.groups[1].management = .userManaged },
            Self.fingerprint { $0.policy.users.removeAction = .delete },
            Self.fingerprint {
                $0.policy.users.removeAction = .delete
                $0.policy.users.deleteOptions.permanentlyDeleteFiles = true
            },
        ]
        #expect(Set(fingerprints).count == fingerprints.count)
    }

    @Test func itStaysWithWhatIsOnlySaid() {
        let first = Self.fingerprint()
        #expect(first == Self.fingerprint { $0.policy.limits.groupDeletions = .count(0) })
        #expect(first == Self.fingerprint { $0.users[1].previousEmails = ["nobody@acme.com"] })
        #expect(first == Self.fingerprint { $0.rules.insert(RuleName(rawValue: "ldap")) })
        #expect(first == Self.fingerprint { $0.users.reverse() })
        #expect(first == Self.fingerprint { $0.groups.reverse() })
        var seats = Self.live
        seats.team.licensedSeats = 50
        #expect(first == Self.fingerprint(seats))
        let empty = plan(team(), users: []).fingerprint
        #expect(empty == plan(team([member("ann")]), users: [user("ann")]).fingerprint)
    }

    @Test func partsDoNotRunIntoEachOther() {
        var first = CanonicalBytes()
        first.append("ab")
        first.append("c")
        var second = CanonicalBytes()
        second.append("a")
        second.append("bc")
        #expect(first.bytes != second.bytes)
    }
}

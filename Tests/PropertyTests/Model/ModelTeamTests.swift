import TeamPlanning
import Testing

@testable import TestSupport

/// The model refuses what Dropbox refuses; without that, the other properties would prove nothing.
struct ModelTeamTests {
    private static let gone = Member(
        id: MemberID("m:gone"),
        email: "gone@acme.com",
        externalID: "roster:default/1",
        status: .removed(isRecoverable: true)
    )

    private static func team(seats: Int = 10) -> ModelTeam {
        let members = [
            Member(id: MemberID("m:admin"), email: "admin@acme.com", status: .active, roles: [Pool.roles[0].id]),
            Member(id: MemberID("m:ann"), email: "ann@acme.com", secondaryEmails: ["annie@acme.com"], status: .active),
            Member(id: MemberID("m:new"), email: "new@acme.com", status: .invited),
            gone,
        ]
        return ModelTeam(
            LiveState(
                team: Team(id: "dbtid:acme", name: "Acme", licensedSeats: seats, provisionedUsers: 3),
                actingAdmin: ActingAdmin(id: MemberID("m:admin"), email: "admin@acme.com"),
                members: members,
                groups: [
                    Group(id: GroupID("g:1"), name: "Sales", memberCount: 1, members: [Membership(member: 1)]),
                    Group(id: GroupID("g:2"), name: "All", management: .systemManaged, memberCount: 0, members: []),
                ],
                roles: Pool.roles
            )
        )
    }

    private static func refusal(
        seats: Int = 10,
        _ act: (inout ModelTeam) throws(ModelTeam.Refusal) -> Void
    ) -> String? {
        var team = team(seats: seats)
        do throws(ModelTeam.Refusal) {
            try act(&team)
            return nil
        } catch {
            return error.description
        }
    }

    private static func invite(_ email: String, externalID: String? = nil, seats: Int = 10) -> String? {
        refusal(seats: seats) { team throws(ModelTeam.Refusal) in
            var new = NewUser(email: email, sendWelcomeEmail: true)
            new.externalID = externalID
            try team.create(new, by: ChangeID("c"))
        }
    }

    @Test func emailsAreHeldByMembersTheirSecondaryAddressesAndWhoCanBeRecovered() {
        #expect(Self.invite("zoe@acme.com") == nil)
        for email in ["ANN@acme.com", "annie@acme.com", "gone@acme.com"] {
            #expect(Self.invite(email) == "email_reserved_for_other_user")
        }
    }

    @Test func externalIDsAreHeldByWhoCanBeRecovered() {
        #expect(Self.invite("zoe@acme.com", externalID: "roster:default/1") == "external_id_used_by_other_user")
        #expect(Self.invite("zoe@acme.com", externalID: "roster:default/2") == nil)
    }

    @Test func seatsAreCounted() {
        #expect(Self.invite("zoe@acme.com", seats: 3) == "team_license_limit")
        #expect(Self.refusal(seats: 3) { team throws(ModelTeam.Refusal) in try team.recover(Self.gone.id) } != nil)
        let freed = Self.refusal(seats: 3) { team throws(ModelTeam.Refusal) in
            try team.remove(MemberID("m:ann"), RemovalOptions())
            try team.recover(Self.gone.id)
        }
        #expect(freed == nil)
    }

    @Test func statusesAllowOnlyTheirOwnTransitions() {
        let ann = MemberID("m:ann")
        let new = MemberID("m:new")
        #expect(Self.refusal { team throws(ModelTeam.Refusal) in try team.suspend(new) } == "suspend_inactive_user")
        #expect(Self.refusal { team throws(ModelTeam.Refusal) in try team.unsuspend(ann) } != nil)
        #expect(Self.refusal { team throws(ModelTeam.Refusal) in try team.recover(ann) } == "user_unrecoverable")
        #expect(
            Self.refusal { team throws(ModelTeam.Refusal) in try team.suspend(MemberID("m:admin")) } == "last_admin"
        )
        let suspended = Self.refusal { team throws(ModelTeam.Refusal) in
            try team.suspend(ann)
            try team.setRole(ann, Pool.roles[0].id)
        }
        #expect(suspended == "cannot_set_permissions")
    }

    @Test func aRemovalTakesTheMembershipsAndARecoveryBringsThemBack() throws {
        var team = Self.team()
        let ann = MemberID("m:ann")
        try team.remove(ann, RemovalOptions())
        #expect(team.groups[GroupID("g:1")]?.members.isEmpty == true)
        #expect(team.members[ann]?.profile.status == .removed(isRecoverable: true))
        try team.recover(ann)
        #expect(team.groups[GroupID("g:1")]?.members[ann] == .member)
        try team.remove(MemberID("m:new"), RemovalOptions())
        #expect(team.members[MemberID("m:new")]?.profile.status == .removed(isRecoverable: false))
    }

    @Test func groupsKeepNamesApartAndSystemGroupsAsTheyAre() {
        let new = NewGroup(name: "SALES", externalID: "x", management: .companyManaged)
        let created = Self.refusal { team throws(ModelTeam.Refusal) in try team.create(new, by: ChangeID("c")) }
        #expect(created == "group_name_already_used")
        let deleted = Self.refusal { team throws(ModelTeam.Refusal) in try team.delete(GroupID("g:2")) }
        #expect(deleted == "system_managed_group_disallowed")
    }
}

import DropboxSimulator
import TeamPlanning

extension TeamSeed {
    /// A simulator's team that equals a live state; `formerGroups` are those to which removed members return.
    init(_ live: LiveState, formerGroups: [MemberID: Set<GroupID>] = [:]) {
        self.init(
            team: Team(
                id: live.team.id,
                name: live.team.name,
                licensedUsers: live.team.licensedSeats,
                allowsPersistentIDs: true
            ),
            actingAdmin: live.actingAdmin.email,
            members: live.members.map { member in
                var seed = TeamSeed.Member(member, in: live)
                let former = (formerGroups[member.id] ?? []).sorted()
                seed.formerGroups = former.map { TeamSeed.FormerGroup(groupID: $0.rawValue, access: .member) }
                return seed
            },
            groups: live.groups.map { TeamSeed.Group($0, in: live) }
        )
    }
}

extension TeamSeed.Member {
    init(_ member: TeamPlanning.Member, in live: LiveState) {
        let key = live.roles.first { $0.id == member.roles.first }?.key
        self.init(
            id: member.id.rawValue,
            email: member.email,
            givenName: member.givenName,
            surname: member.surname,
            status: TeamSeed.Status(rawValue: member.status.name) ?? .active,
            role: key.flatMap(TeamSeed.Role.init(rawValue:)) ?? .memberOnly,
            externalID: member.externalID,
            secondaryEmails: member.secondaryEmails,
            suspendedOn: member.suspendedOn,
            persistentID: member.persistentID,
            isDirectoryRestricted: member.isDirectoryRestricted,
            isRecoverable: member.status == .removed(isRecoverable: true)
        )
    }
}

extension TeamSeed.Group {
    init(_ group: TeamPlanning.Group, in live: LiveState) {
        self.init(
            id: group.id.rawValue,
            name: group.name,
            externalID: group.externalID,
            management: TeamSeed.Management(rawValue: group.management.rawValue) ?? .companyManaged,
            members: group.members.map {
                TeamSeed.Membership(
                    email: live.members[$0.member].email,
                    access: $0.access == .owner ? .owner : .member
                )
            }
        )
    }
}

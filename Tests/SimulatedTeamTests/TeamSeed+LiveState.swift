import DropboxSimulator
import TeamPlanning

extension TeamSeed {
    /// A simulator's team that equals a live state.
    init(_ live: LiveState) {
        self.init(
            team: Team(id: live.team.id, name: live.team.name, licensedUsers: live.team.licensedSeats),
            actingAdmin: live.actingAdmin.email,
            members: live.members.map { TeamSeed.Member($0, in: live) },
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

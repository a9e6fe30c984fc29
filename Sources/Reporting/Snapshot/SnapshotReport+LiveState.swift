public import TeamPlanning

extension SnapshotReport {
    /// Stores a live state, in an order that does not depend on the state's.
    ///
    /// - Parameters:
    ///   - live: The state, read with all that any workspace could need.
    ///   - rosterVersion: The version of roster that read it.
    ///   - readAt: When it had been read, RFC 3339 in UTC.
    public init(_ live: LiveState, rosterVersion: String, readAt: String) {
        let inGroups = Set(live.groups.flatMap { $0.members.map(\.member) })
        let kept = live.members.indices.filter {
            live.members[$0].status != .removed(isRecoverable: false) || inGroups.contains($0)
        }
        self.init(
            format: Self.format,
            rosterVersion: rosterVersion,
            readAt: readAt,
            team: Team(live.team),
            actingAdmin: AdminReport(live.actingAdmin),
            roles: live.roles.map(Role.init).sorted { $0.roleID < $1.roleID },
            members: kept.map { Member(live.members[$0]) }.sorted { $0.teamMemberID < $1.teamMemberID },
            groups: live.groups.map { Group($0, in: live) }.sorted { $0.groupID < $1.groupID }
        )
    }

    /// The state that was stored.
    ///
    /// - Throws: ``SnapshotFault`` for an ID that stands for two things, or for none, and for a number that no team has.
    func liveState() throws(SnapshotFault) -> LiveState {
        try Self.check(team.licensedUsers, at: [.key("team"), .key("num_licensed_users")])
        try Self.check(team.provisionedUsers, at: [.key("team"), .key("num_provisioned_users")])
        var positions: [String: Int] = [:]
        positions.reserveCapacity(members.count)
        for (index, member) in members.enumerated()
        where positions.updateValue(index, forKey: member.teamMemberID) != nil {
            throw SnapshotFault(.repeatedID(member.teamMemberID), at: [.key("members"), .item(index)])
        }
        var groupIDs: Set<String> = []
        for (index, group) in groups.enumerated() where !groupIDs.insert(group.groupID).inserted {
            throw SnapshotFault(.repeatedID(group.groupID), at: [.key("groups"), .item(index)])
        }
        var live = LiveState(
            team: TeamPlanning.Team(team),
            actingAdmin: ActingAdmin(id: MemberID(actingAdmin.teamMemberID), email: actingAdmin.email),
            members: members.map(TeamPlanning.Member.init),
            groups: [],
            roles: roles.map { TeamPlanning.Role(id: RoleID($0.roleID), name: $0.name, key: $0.key) }
        )
        live.groups.reserveCapacity(groups.count)
        for (index, group) in groups.enumerated() {
            live.groups.append(try group.liveGroup(positions, at: [.key("groups"), .item(index)]))
        }
        return live
    }
}

extension SnapshotReport {
    /// No count of a team is larger, and none is negative.
    private static let plausibleCounts = 0...1_000_000_000

    fileprivate static func check(_ count: Int, at path: [SnapshotFault.Step]) throws(SnapshotFault) {
        guard plausibleCounts.contains(count) else { throw SnapshotFault(.wrongValue, at: path) }
    }
}

extension SnapshotReport.Team {
    init(_ team: Team) {
        self.init(
            teamID: team.id,
            name: team.name,
            licensedUsers: team.licensedSeats,
            provisionedUsers: team.provisionedUsers
        )
    }
}

extension Team {
    fileprivate init(_ team: SnapshotReport.Team) {
        self.init(
            id: team.teamID,
            name: team.name,
            licensedSeats: team.licensedUsers,
            provisionedUsers: team.provisionedUsers
        )
    }
}

extension SnapshotReport.Role {
    init(_ role: Role) { self.init(roleID: role.id.rawValue, name: role.name, key: role.key) }
}

extension SnapshotReport.Group {
    init(_ group: Group, in live: LiveState) {
        self.init(
            groupID: group.id.rawValue,
            name: group.name,
            externalID: group.externalID,
            management: group.management,
            memberCount: group.memberCount,
            members: group.members
                .map {
                    SnapshotReport.Membership(teamMemberID: live.members[$0.member].id.rawValue, access: $0.access)
                }
                .sorted { $0.teamMemberID < $1.teamMemberID }
        )
    }

    fileprivate func liveGroup(
        _ positions: [String: Int],
        at path: [SnapshotFault.Step]
    ) throws(SnapshotFault) -> Group {
        try SnapshotReport.check(memberCount, at: path + [.key("member_count")])
        var memberships: [Membership] = []
        memberships.reserveCapacity(members.count)
        var seen: Set<Int> = []
        for (index, membership) in members.enumerated() {
            let place = path + [.key("members"), .item(index)]
            guard let member = positions[membership.teamMemberID] else {
                throw SnapshotFault(.unknownMember(membership.teamMemberID), at: place)
            }
            guard seen.insert(member).inserted else {
                throw SnapshotFault(.repeatedID(membership.teamMemberID), at: place)
            }
            memberships.append(Membership(member: member, access: membership.access))
        }
        return Group(
            id: GroupID(groupID),
            name: name,
            externalID: externalID,
            management: management,
            memberCount: memberCount,
            members: memberships
        )
    }
}

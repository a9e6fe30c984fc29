import TeamPlanning

@testable import TestSupport

/// A team as a pure value with Dropbox's own rules: what Dropbox refuses, this refuses.
struct ModelTeam {
    struct MemberRecord {
        var profile: Member
        var formerGroups: Set<GroupID> = []

        /// A removed member keeps email and external ID for the seven days in which they can be recovered.
        var holdsNames: Bool { profile.status.isLive || profile.status == .removed(isRecoverable: true) }
    }

    struct GroupRecord {
        var name: String
        var externalID: String?
        var management: GroupManagement
        var members: [MemberID: GroupAccess] = [:]
    }

    struct Refusal: Error, CustomStringConvertible {
        let description: String
        init(_ tag: String) { description = tag }
    }

    var members: [MemberID: MemberRecord] = [:]
    var groups: [GroupID: GroupRecord] = [:]
    var createdMembers: [ChangeID: MemberID] = [:]
    var createdGroups: [ChangeID: GroupID] = [:]
    /// Members whom the plan at work brought back, with old memberships.
    var recovered: Set<MemberID> = []
    private var lastID = 0
    let origin: LiveState

    init(_ live: LiveState, formerGroups: [MemberID: Set<GroupID>] = [:]) {
        origin = live
        for member in live.members {
            members[member.id] = MemberRecord(profile: member, formerGroups: formerGroups[member.id] ?? [])
        }
        for group in live.groups {
            var record = GroupRecord(name: group.name, externalID: group.externalID, management: group.management)
            for membership in group.members {
                record.members[live.members[membership.member].id] = membership.access ?? .member
            }
            groups[group.id] = record
        }
    }

    mutating func nextID() -> Int {
        lastID += 1
        return lastID
    }

    /// The team as a fresh read would show it.
    var live: LiveState {
        var state = origin
        state.members = members.values.map(\.profile).sorted { $0.id < $1.id }
        state.team.provisionedUsers = state.members.count { $0.status.isLive }
        let positions = Dictionary(uniqueKeysWithValues: state.members.enumerated().map { ($1.id, $0) })
        state.groups = groups.sorted { $0.key < $1.key }.map { id, record in
            let memberships = record.members.compactMap { member, access in
                positions[member].map { Membership(member: $0, access: access) }
            }
            return Group(
                id: id,
                name: record.name,
                externalID: record.externalID,
                management: record.management,
                memberCount: memberships.count,
                members: memberships.sorted { $0.member < $1.member }
            )
        }
        return state
    }

    /// What is left of the members who are gone.
    var formerGroups: [MemberID: Set<GroupID>] { members.mapValues(\.formerGroups) }
}

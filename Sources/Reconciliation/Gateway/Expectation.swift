public import TeamPlanning

/// What an object was like in the plan, where something is to be taken away: it is done to no other object.
///
/// Between the plan and the call a group may be given another name and purpose, or an account another owner. People
/// consented to what they saw.
public enum Expectation: Sendable, Equatable {
    /// Of a member who is to be suspended or removed.
    case member(MemberExpectation)
    /// Of a group that is to be deleted.
    case group(GroupExpectation)

    /// What a suspension, a removal or a deletion expects, told from what the plan saw; `nil` for every other change.
    ///
    /// - Parameter effects: what the same plan does before.
    public init?(_ change: Change, after effects: PlannedEffects = PlannedEffects([])) {
        switch change.operation {
        case .deleteGroup:
            guard let expectation = GroupExpectation(change, after: effects) else { return nil }
            self = .group(expectation)
        case .suspendUser, .removeUser:
            guard let member = change.member else { return nil }
            self = .member(MemberExpectation(member, after: effects))
        default: return nil
        }
    }
}

/// What a member was like in the plan.
public struct MemberExpectation: Sendable, Equatable {
    /// The emails that the member may have. The first one is what the plan read, the others are what it gives them.
    private var emails: [String]
    /// The external IDs, in the same order; `nil` for none.
    private var externalIDs: [String?]
    private var status: MemberStatus
    private var roles: Set<RoleID>

    init(_ member: Member, after effects: PlannedEffects) {
        let updates = effects.updates[member.id] ?? []
        emails = [member.email] + updates.compactMap(\.email)
        externalIDs = [member.externalID] + updates.compactMap(\.externalID).map { $0.isEmpty ? nil : $0 }
        status = member.status
        roles = effects.roles[member.id, default: []].union(member.roles)
    }

    /// In what the member is another person now, as a sentence; `nil` when they are as expected.
    ///
    /// - Parameters:
    ///   - goal: the state that the change is to bring about: who is in it already is no other person.
    ///   - teamAdminRoles: those of the member's roles that make a team admin.
    public func difference(from member: Member, goal: MemberStatus?, teamAdminRoles: Set<RoleID>) -> String? {
        if let email = emails.first, !emails.contains(where: { FoldedName($0) == FoldedName(member.email) }) {
            return "the member's email was \(email) and is \(member.email) now"
        }
        if let externalID = externalIDs.first, !externalIDs.contains(member.externalID) {
            return differenceOfExternalIDs(externalID, member.externalID)
        }
        if member.status != status, member.status != goal {
            return "the member was \(status.name) and is \(member.status.name) now"
        }
        return teamAdminRoles.isSubset(of: roles) ? nil : "the member was no team admin and is one now"
    }
}

/// What a group was like in the plan.
public struct GroupExpectation: Sendable, Equatable {
    private var name: String
    private var management: GroupManagement?
    /// The most members: removals of the same plan may have made them fewer, and recoveries more.
    private var memberCount: Int?
    private var externalID: String?

    /// - Parameter change: the group's deletion, which shows it whole.
    init?(_ change: Change, after effects: PlannedEffects) {
        var fields: [String: FieldValue] = [:]
        for field in change.before ?? [] { fields[field.name] = field.value }
        guard case .text(let name)? = fields["name"] else { return nil }
        self.name = name
        if case .text(let text)? = fields["management"] { management = GroupManagement(rawValue: text) }
        if case .number(let count)? = fields["member_count"] { memberCount = count + effects.recoveries }
        if case .text(let text)? = fields["external_id"] { externalID = text }
    }

    /// In what the group is another one now, as a sentence; `nil` when it is as expected.
    public func difference(from group: Group) -> String? {
        if group.name != name { return "the group was called \"\(name)\" and is called \"\(group.name)\" now" }
        if group.externalID != externalID { return differenceOfExternalIDs(externalID, group.externalID) }
        if let management, group.management != management {
            return "the group was \(management.rawValue) and is \(group.management.rawValue) now"
        }
        if let memberCount, group.memberCount > memberCount {
            return "the group had \(memberCount) members and has \(group.memberCount) now"
        }
        return nil
    }
}

private func differenceOfExternalIDs(_ planned: String?, _ present: String?) -> String {
    func label(_ id: String?) -> String { id.map { "\"\($0)\"" } ?? "none" }
    return "the external ID was \(label(planned)) and is \(label(present)) now"
}

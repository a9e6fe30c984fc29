extension PlanningContext {
    /// How a desired user was recognised in a member, in the order of ``UserMatching``.
    func basis(ofUser user: Int, as member: Int) -> MatchBasis {
        let record = manifests.users[user]
        if record.lifecycle != .released, let id = record.externalID,
            index.holder(ofExternalID: ownership.written(id.value, rule: record.rule)) == member
        {
            return .externalID
        }
        return FoldedName(live.members[member].email) == userEmails[user] ? .email : .previousEmail
    }

    /// How a desired group was recognised in a live one, in the order of ``GroupMatching``.
    func basis(ofGroup record: Int, as group: Int) -> MatchBasis {
        let isReleased = manifests.groups[record].lifecycle == .released
        if !isReleased, index.groupByExternalID[groupWrittenIDs[record]] == group { return .externalID }
        return FoldedName(live.groups[group].name) == groupNames[record] ? .name : .previousName
    }

    /// A live member as an explanation shows them.
    func liveObject(member position: Int) -> Explanation.LiveObject {
        let member = live.members[position]
        var fields = member.fields(roles: roles)
        if !member.secondaryEmails.isEmpty {
            fields.append(Field("secondary_emails", .text(member.secondaryEmails.joined(separator: ", "))))
        }
        if let since = member.suspendedOn { fields.append(Field("suspended_on", .text(since))) }
        return Explanation.LiveObject(owner: ObjectOwner(ownership.owner(of: member.externalID)), fields: fields)
    }

    /// A live group as an explanation shows it.
    func liveObject(group position: Int) -> Explanation.LiveObject {
        let group = live.groups[position]
        return Explanation.LiveObject(
            owner: ObjectOwner(ownership.owner(of: group.externalID)),
            fields: group.fields
        )
    }
}

extension ObjectOwner {
    fileprivate init(_ owner: Ownership.Owner) {
        switch owner {
        case .nobody: self = .nobody
        case .roster(let rule): self = .roster(rule: rule)
        case .foreign: self = .foreign
        }
    }
}

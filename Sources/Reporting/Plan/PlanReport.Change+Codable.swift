import TeamPlanning

extension PlanReport.Change {
    private enum CodingKeys: String, CodingKey {
        case id, action, resource, before, after, options, add, remove, reason, destructive, irreversible, source,
            origin
        case targetID = "target_id"
        case setAccess = "set_access"
        case memberCount = "member_count"
        case dependsOn = "depends_on"
    }

    /// Reads a change; `add`, `remove` and `set_access` belong to `group.members` alone.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func members(_ key: CodingKeys) throws -> [PlanReport.Membership] {
            try container.decodeIfPresent([PlanReport.Membership].self, forKey: key) ?? []
        }
        id = try container.decode(String.self, forKey: .id)
        action = try container.decode(Action.self, forKey: .action)
        resource = try container.decode(Resource.self, forKey: .resource)
        targetID = try container.decodeIfPresent(String.self, forKey: .targetID)
        before = try container.decodeIfPresent([String: FieldValue].self, forKey: .before)
        after = try container.decodeIfPresent([String: FieldValue].self, forKey: .after)
        options = try container.decodeIfPresent([String: FieldValue].self, forKey: .options) ?? [:]
        memberships =
            action == .groupMembers
            ? PlanReport.Memberships(
                add: try members(.add),
                remove: try members(.remove),
                setAccess: try members(.setAccess),
                memberCount: try container.decodeIfPresent(PlanReport.MemberCount.self, forKey: .memberCount)
            )
            : nil
        reason = try container.decode(String.self, forKey: .reason)
        destructive = try container.decode(Bool.self, forKey: .destructive)
        irreversible = try container.decode(Bool.self, forKey: .irreversible)
        dependsOn = try container.decode([String].self, forKey: .dependsOn)
        source = try container.decodeIfPresent(PlanReport.Source.self, forKey: .source)
        origin = try container.decodeIfPresent(PlanReport.Origin.self, forKey: .origin)
    }

    /// Writes a change; `before` and `after` are always there, as `null` where they do not apply.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(action, forKey: .action)
        try container.encode(resource, forKey: .resource)
        try container.encodeIfPresent(targetID, forKey: .targetID)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
        if !options.isEmpty { try container.encode(options, forKey: .options) }
        try container.encodeIfPresent(memberships?.add, forKey: .add)
        try container.encodeIfPresent(memberships?.remove, forKey: .remove)
        try container.encodeIfPresent(memberships?.setAccess, forKey: .setAccess)
        try container.encodeIfPresent(memberships?.memberCount, forKey: .memberCount)
        try container.encode(reason, forKey: .reason)
        try container.encode(destructive, forKey: .destructive)
        try container.encode(irreversible, forKey: .irreversible)
        try container.encode(dependsOn, forKey: .dependsOn)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encodeIfPresent(origin, forKey: .origin)
    }
}

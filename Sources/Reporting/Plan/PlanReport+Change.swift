public import TeamPlanning

extension PlanReport {
    /// One change of a plan.
    public struct Change: Codable, Hashable, Sendable {
        /// Unique in its plan and the same in every plan that holds this change.
        public var id: String
        /// What is done.
        public var action: Action
        /// The object.
        public var resource: Resource
        /// Dropbox's ID of the member or group; left out for what is yet to be created.
        public var targetID: String?
        /// The fields that change, as they are; `null` for a creation.
        public var before: [String: FieldValue]?
        /// The fields that change, as they will be; `null` for a deletion.
        public var after: [String: FieldValue]?
        /// How the action is carried out, such as `wipe_data`; left out when empty.
        public var options: [String: FieldValue]
        /// The memberships that change; only in `group.members`, where its parts stand beside the other fields.
        public var memberships: Memberships?
        /// Why this is planned.
        public var reason: String
        /// The change takes something away.
        public var destructive: Bool
        /// The change cannot be undone.
        public var irreversible: Bool
        /// The IDs of changes that have to come first.
        public var dependsOn: [String]
        /// The manifest record that asks for it.
        public var source: Source?
        /// With a base: whether the branch brings the change in or it is planned from the base as well.
        public var origin: Origin?
    }

    /// The memberships of one group that change.
    public struct Memberships: Hashable, Sendable {
        /// Members to add.
        public var add: [Membership]
        /// Members to remove.
        public var remove: [Membership]
        /// Members whose access changes.
        public var setAccess: [Membership]
        /// How the group's size changes; left out in plans of versions that did not tell.
        public var memberCount: MemberCount?
    }

    /// How many members a group has before and after a plan.
    public struct MemberCount: Codable, Hashable, Sendable {
        /// The members as the team was read.
        public var before: Int
        /// The members once the whole plan is applied.
        public var after: Int
    }

    /// A person with their access in a group.
    public struct Membership: Codable, Hashable, Sendable {
        /// The person's email.
        public var email: String
        /// The access, where it is spoken of.
        public var access: GroupAccess?
        /// Dropbox's ID of the member; left out for a person whom the plan creates.
        public var teamMemberID: String?

        private enum CodingKeys: String, CodingKey {
            case email, access
            case teamMemberID = "team_member_id"
        }
    }

    /// A place in a manifest.
    public struct Source: Codable, Hashable, Sendable {
        /// The file as the user named it.
        public var file: String
        /// The line, counted from 1.
        public var line: Int
        /// The column in Unicode scalars, counted from 1.
        public var column: Int
    }
}

extension PlanReport.Change {
    init(_ change: Change) {
        self.init(
            id: change.id.rawValue,
            action: change.action,
            resource: change.resource,
            targetID: change.operation.existingID,
            before: change.before.map(Self.values),
            after: change.after.map(Self.values),
            options: Self.values(change.options),
            memberships: PlanReport.Memberships(change),
            reason: change.reason,
            destructive: change.isDestructive,
            irreversible: change.isIrreversible,
            dependsOn: change.dependsOn.map(\.rawValue),
            source: change.source.map { PlanReport.Source(file: $0.file, line: $0.line, column: $0.column) }
        )
    }

    private static func values(_ fields: [Field]) -> [String: FieldValue] {
        fields.reduce(into: [:]) { $0[$1.name] = $1.value }
    }
}

extension PlanReport.Memberships {
    fileprivate init?(_ planned: Change) {
        guard case .changeMembers(let change) = planned.operation else { return nil }
        func report(_ members: [MemberAccess]) -> [PlanReport.Membership] {
            members.map(PlanReport.Membership.init)
        }
        self.init(
            add: report(change.add),
            remove: report(change.remove),
            setAccess: report(change.setAccess),
            memberCount: planned.memberCount.map { PlanReport.MemberCount(before: $0.before, after: $0.after) }
        )
    }
}

extension PlanReport.Membership {
    fileprivate init(_ member: MemberAccess) {
        email = member.email
        access = member.access
        if case .existing(let id) = member.member { teamMemberID = id.rawValue }
    }
}

extension Wire {
    /// `GroupCreateArg`: the management type is always sent, as the default is not specified.
    struct CreateGroupArgument: Encodable, Sendable {
        let name: String
        let externalID: String?
        let management: GroupManagement

        private enum CodingKeys: String, CodingKey {
            case name = "group_name"
            case externalID = "group_external_id"
            case management = "group_management_type"
        }
    }

    /// The new values of `GroupUpdateArgs`; nil leaves a value as it is.
    public struct GroupChanges: Sendable, Hashable {
        /// The new name.
        public var name: String?
        /// The new external ID; empty clears it.
        public var externalID: String?
        /// The new management type.
        public var management: GroupManagement?

        /// No change yet.
        public init() {}
    }

    /// `GroupUpdateArgs`.
    struct UpdateGroupArgument: Encodable, Sendable {
        let group: GroupSelector
        let changes: GroupChanges

        private enum CodingKeys: String, CodingKey {
            case group
            case returnMembers = "return_members"
            case name = "new_group_name"
            case externalID = "new_group_external_id"
            case management = "new_group_management_type"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(group, forKey: .group)
            try container.encode(false, forKey: .returnMembers)
            try container.encodeIfPresent(changes.name, forKey: .name)
            try container.encodeIfPresent(changes.externalID, forKey: .externalID)
            try container.encodeIfPresent(changes.management, forKey: .management)
        }
    }
}

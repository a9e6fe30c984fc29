/// The groups that a plan deletes and the token by which a person consents to exactly these.
public struct DeletionConfirmation: Sendable, Hashable {
    /// The token, such as `delete-2-groups-3f9a1c20`.
    public let token: String
    /// The groups, in the order of the plan.
    public let groups: [DoomedGroup]

    /// A group that the plan deletes.
    public struct DoomedGroup: Sendable, Hashable {
        /// The live name.
        public let name: String
        /// The group's ID.
        public let groupID: GroupID
        /// How many members lose it.
        public let memberCount: Int
        /// The emails of the members who were read, sorted.
        public let members: [String]

        /// Describes a group.
        public init(name: String, groupID: GroupID, memberCount: Int, members: [String] = []) {
            self.name = name
            self.groupID = groupID
            self.memberCount = memberCount
            self.members = members
        }
    }

    /// Derives the token from exactly this set of IDs and names; `nil` for no groups.
    public init?(groups: [DoomedGroup], digest: Digest) {
        guard !groups.isEmpty else { return nil }
        var bytes = CanonicalBytes()
        for group in groups.sorted(by: { $0.groupID < $1.groupID }) {
            bytes.append(group.groupID.rawValue)
            bytes.append(group.name)
        }
        let noun = groups.count == 1 ? "group" : "groups"
        token = "delete-\(groups.count)-\(noun)-\(digest.hexadecimal(bytes.bytes).prefix(8))"
        self.groups = groups
    }
}

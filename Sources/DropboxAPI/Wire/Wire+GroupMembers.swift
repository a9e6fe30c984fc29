extension Wire {
    /// `GroupAccessType`.
    public enum GroupAccess: Codable, Sendable, Hashable {
        /// An ordinary member.
        case member
        /// May manage the group; only in user-managed groups.
        case owner
        /// A type this version does not know.
        case other(String)

        /// Decodes the union.
        public init(from decoder: any Decoder) throws {
            switch try decoder.union().tag {
            case "member": self = .member
            case "owner": self = .owner
            case let tag: self = .other(tag)
            }
        }

        /// Writes the union.
        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .member: try encoder.encodeUnion(tag: "member")
            case .owner: try encoder.encodeUnion(tag: "owner")
            case .other(let tag): try encoder.encodeUnion(tag: tag)
            }
        }
    }

    /// `GroupMemberInfo`.
    public struct GroupMember: Decodable, Sendable, Hashable {
        /// Who it is; without `groups`.
        public let profile: MemberProfile
        /// Member or owner.
        public let access: GroupAccess

        private enum CodingKeys: String, CodingKey {
            case profile
            case access = "access_type"
        }
    }

    /// `GroupsMembersListArg`.
    struct ListGroupMembersArgument: Encodable, Sendable {
        let group: GroupSelector
        let limit: Int
    }

    /// `GroupsMembersListResult`.
    struct GroupMembersPage: Decodable, Sendable, Page {
        let members: [GroupMember]
        let cursor: String
        let hasMore: Bool

        var items: [GroupMember] { members }

        private enum CodingKeys: String, CodingKey {
            case members, cursor
            case hasMore = "has_more"
        }
    }

    /// `MemberAccess`: who is to be added to a group, and as what.
    public struct MemberAccess: Encodable, Sendable, Hashable {
        /// Who.
        public let member: MemberID
        /// As what.
        public let access: GroupAccess

        /// `member` as `access`.
        public init(member: MemberID, access: GroupAccess) {
            self.member = member
            self.access = access
        }

        private enum CodingKeys: String, CodingKey {
            case user
            case access = "access_type"
        }

        /// Writes the documented fields.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(UserSelector(member), forKey: .user)
            try container.encode(access, forKey: .access)
        }
    }
}

extension Wire {
    /// `GroupSummary`, and `GroupFullInfo` without its members.
    public struct GroupSummary: Decodable, Sendable, Hashable {
        /// The group's ID.
        public let id: GroupID
        /// The group's name.
        public let name: String
        /// The external ID.
        public let externalID: String?
        /// How many members it has, when Dropbox says so.
        public let memberCount: Int?
        /// Who manages it.
        public let management: GroupManagement

        private enum CodingKeys: String, CodingKey {
            case id = "group_id"
            case name = "group_name"
            case externalID = "group_external_id"
            case memberCount = "member_count"
            case management = "group_management_type"
        }
    }

    /// `GroupManagementType`.
    public enum GroupManagement: Codable, Sendable, Hashable {
        /// By its owners.
        case userManaged
        /// By team admins.
        case companyManaged
        /// By Dropbox, such as "Everyone"; never to be written to.
        case systemManaged
        /// A type this version does not know.
        case other(String)

        /// Decodes the union.
        public init(from decoder: any Decoder) throws {
            switch try decoder.union().tag {
            case "user_managed": self = .userManaged
            case "company_managed": self = .companyManaged
            case "system_managed": self = .systemManaged
            case let tag: self = .other(tag)
            }
        }

        /// Writes the union.
        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .userManaged: try encoder.encodeUnion(tag: "user_managed")
            case .companyManaged: try encoder.encodeUnion(tag: "company_managed")
            case .systemManaged: try encoder.encodeUnion(tag: "system_managed")
            case .other(let tag): try encoder.encodeUnion(tag: tag)
            }
        }
    }

    /// `GroupsListArg`.
    struct ListArgument: Encodable, Sendable {
        let limit: Int
    }

    /// `GroupsListResult`.
    struct GroupsPage: Decodable, Sendable, Page {
        let groups: [GroupSummary]
        let cursor: String
        let hasMore: Bool

        var items: [GroupSummary] { groups }

        private enum CodingKeys: String, CodingKey {
            case groups, cursor
            case hasMore = "has_more"
        }
    }
}

extension Wire {
    /// `MembersListArg`.
    struct ListMembersArgument: Encodable, Sendable {
        let limit: Int
        let includeRemoved: Bool

        private enum CodingKeys: String, CodingKey {
            case limit
            case includeRemoved = "include_removed"
        }
    }

    /// `MembersListV2Result`.
    struct MembersPage: Decodable, Sendable, Page {
        let members: [Member]
        let cursor: String
        let hasMore: Bool

        var items: [Member] { members }

        private enum CodingKeys: String, CodingKey {
            case members, cursor
            case hasMore = "has_more"
        }
    }

    /// `MembersGetInfoV2Arg`.
    struct MemberInfoArgument: Encodable, Sendable {
        let members: [MemberLookup]
    }

    /// `MembersGetInfoV2Result`.
    struct MemberInfoResult: Decodable, Sendable {
        let items: [MemberInfoItem]

        private enum CodingKeys: String, CodingKey { case items = "members_info" }
    }

    /// `MembersGetInfoItemV2`: what one lookup found.
    public enum MemberInfoItem: Decodable, Sendable, Hashable {
        /// The member.
        case member(Member)
        /// Nobody goes by this ID or email.
        case notFound(String)
        /// An answer this version does not know.
        case other(String)

        /// Decodes the union; a member's fields lie beside the tag.
        public init(from decoder: any Decoder) throws {
            let (tag, fields) = try decoder.union()
            switch (tag, fields) {
            case ("member_info", _): self = .member(try Member(from: decoder))
            case ("id_not_found", let fields?): self = .notFound(try fields.payload(String.self, of: tag))
            default: self = .other(tag)
            }
        }
    }
}

// `return_members` is no parameter of these: Dropbox's default of true lists the whole group in every answer.
extension Wire {
    /// `GroupMembersAddArg`.
    struct AddGroupMembersArgument: Encodable, Sendable {
        let group: GroupSelector
        let members: [MemberAccess]
        let returnMembers = false

        private enum CodingKeys: String, CodingKey {
            case group, members
            case returnMembers = "return_members"
        }
    }

    /// `GroupMembersRemoveArg`.
    struct RemoveGroupMembersArgument: Encodable, Sendable {
        let group: GroupSelector
        let users: [UserSelector]
        let returnMembers = false

        private enum CodingKeys: String, CodingKey {
            case group, users
            case returnMembers = "return_members"
        }
    }

    /// `GroupMembersSetAccessTypeArg`.
    struct SetAccessTypeArgument: Encodable, Sendable {
        let group: GroupSelector
        let user: UserSelector
        let access: GroupAccess
        let returnMembers = false

        private enum CodingKeys: String, CodingKey {
            case group, user
            case access = "access_type"
            case returnMembers = "return_members"
        }
    }

    /// `GroupMembersChangeResult`; its job ID is deprecated, always blank, and not decoded.
    struct GroupMembersChange: Decodable, Sendable {
        let group: GroupSummary

        private enum CodingKeys: String, CodingKey { case group = "group_info" }
    }
}

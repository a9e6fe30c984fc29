extension Wire {
    /// Names a member in a write: by ID only, as an email or external ID may move while a plan is carried out.
    struct UserSelector: Encodable, Sendable {
        let id: MemberID

        init(_ id: MemberID) { self.id = id }

        func encode(to encoder: any Encoder) throws {
            try encoder.encodeUnion(tag: "team_member_id", payload: id)
        }
    }

    /// Names a member in a read; email and external ID serve to find out what became of a lost write.
    public enum MemberLookup: Encodable, Sendable, Hashable {
        /// By ID.
        case id(MemberID)
        /// By email.
        case email(String)
        /// By external ID.
        case externalID(String)

        /// Writes the union `UserSelectorArg`.
        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .id(let id): try encoder.encodeUnion(tag: "team_member_id", payload: id)
            case .email(let email): try encoder.encodeUnion(tag: "email", payload: email)
            case .externalID(let id): try encoder.encodeUnion(tag: "external_id", payload: id)
            }
        }
    }

    /// Names a group, by ID only.
    struct GroupSelector: Encodable, Sendable {
        let id: GroupID

        init(_ id: GroupID) { self.id = id }

        func encode(to encoder: any Encoder) throws {
            try encoder.encodeUnion(tag: "group_id", payload: id)
        }
    }
}

/// Unions in arguments: `{".tag": "x"}`, for variants without payload also the bare string `"x"`.
extension FieldType {
    /// A union whose variants carry no payload.
    static func tag(_ variants: [String: Value]) -> FieldType {
        FieldType { value, path throws(ArgumentFault) in
            let tag: String
            if case .string(let bare) = value {
                tag = bare
            } else {
                var reader = try ObjectReader(value, path: path)
                tag = try reader.required(".tag", .string)
                try reader.finish()
            }
            guard let result = variants[tag] else { throw unknownTag(tag, variants.keys.sorted(), path) }
            return result
        }
    }

    /// A union whose variants carry one payload, nested under the tag.
    static func union(_ variants: [String: FieldType]) -> FieldType {
        FieldType { value, path throws(ArgumentFault) in
            var reader = try ObjectReader(value, path: path)
            let tag = try reader.required(".tag", .string)
            guard let variant = variants[tag] else { throw unknownTag(tag, variants.keys.sorted(), path) }
            let result = try reader.required(tag, variant)
            try reader.finish()
            return result
        }
    }

    /// The same type with its value converted.
    func map<Result>(_ transform: @escaping @Sendable (Value) -> Result) -> FieldType<Result> {
        FieldType<Result> { value, path throws(ArgumentFault) in transform(try self.read(value, path)) }
    }

    private static func unknownTag(_ tag: String, _ known: [String], _ path: String) -> ArgumentFault {
        ArgumentFault(path: path, problem: "unknown tag '\(tag)', expected one of \(known.joined(separator: ", "))")
    }
}

/// How an argument names a member: `team.UserSelectorArg`.
enum UserSelector: Sendable, Equatable {
    case teamMemberID(String)
    case externalID(String)
    case email(String)

    /// The ID or email as it was sent, which is what errors list.
    var text: String {
        switch self {
        case .teamMemberID(let text), .externalID(let text), .email(let text): text
        }
    }
}

extension FieldType<UserSelector> {
    static let user = union([
        "team_member_id": FieldType<String>.string.map(UserSelector.teamMemberID),
        "external_id": FieldType<String>.memberExternalID.map(UserSelector.externalID),
        "email": FieldType<String>.email.map(UserSelector.email),
    ])
}

/// How an argument names a group: `team.GroupSelector`.
enum GroupSelector: Sendable, Equatable {
    case id(String)
    case externalID(String)

    /// The ID as it was sent.
    var text: String {
        switch self {
        case .id(let text), .externalID(let text): text
        }
    }
}

extension FieldType<GroupSelector> {
    static let group = union([
        "group_id": FieldType<String>.string.map(GroupSelector.id),
        "group_external_id": FieldType<String>.string.map(GroupSelector.externalID),
    ])
}

extension FieldType<[GroupSelector]> {
    /// `team.GroupsSelector`.
    static let groups = union([
        "group_ids": FieldType<[String]>.list(of: .string).map { $0.map(GroupSelector.id) },
        "group_external_ids": FieldType<[String]>.list(of: .string).map { $0.map(GroupSelector.externalID) },
    ])
}

extension FieldType<TeamSeed.Access> {
    /// `team.GroupAccessType`.
    static let access = tag(["member": .member, "owner": .owner])
}

extension FieldType<TeamSeed.Management> {
    /// `team_common.GroupManagementType`.
    static let management = tag([
        "user_managed": .userManaged, "company_managed": .companyManaged, "system_managed": .systemManaged,
    ])
}

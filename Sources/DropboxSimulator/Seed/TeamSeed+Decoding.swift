extension TeamSeed {
    /// Reads a seed or state file.
    ///
    /// - Parameter json: the file's bytes, UTF-8.
    /// - Throws: ``SeedError`` naming the place and the fault: broken JSON, unknown fields, wrong types and values,
    ///   two holders of one ID, email, name or external ID, a membership of nobody.
    public init(json: [UInt8]) throws(SeedError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONParser.parse(json)
        } catch {
            throw SeedError(code: .invalidJSON, place: "line \(error.line)", problem: error.problem)
        }
        do throws(ArgumentFault) {
            self = try FieldType<TeamSeed>.seed.read(value, "")
        } catch {
            throw SeedError(
                code: .invalidField,
                place: error.path.isEmpty ? "top level" : error.path,
                problem: error.problem
            )
        }
        try checkConsistency()
    }
}

extension FieldType {
    /// One of an enumeration's raw values.
    fileprivate static func oneOf(_ type: Value.Type) -> FieldType
    where Value: RawRepresentable<String> & CaseIterable {
        FieldType { value, path throws(ArgumentFault) in
            let text = try FieldType<String>.string.read(value, path)
            guard let result = Value(rawValue: text) else {
                let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
                throw ArgumentFault(path: path, problem: "'\(text)' is not one of \(known)")
            }
            return result
        }
    }
}

extension FieldType<TeamSeed> {
    fileprivate static let seed = structure { reader throws(ArgumentFault) in
        TeamSeed(
            team: try reader.required("team", .team),
            actingAdmin: try reader.required("acting_admin", .email),
            members: try reader.optional("members", .list(of: .member), default: []),
            groups: try reader.optional("groups", .list(of: .group), default: []),
            nextID: try reader.optional("next_id", .integer(1...Int.max))
        )
    }
}

extension FieldType<TeamSeed.Team> {
    fileprivate static let team = structure { reader throws(ArgumentFault) in
        TeamSeed.Team(
            id: try reader.required("team_id", .string(length: 1...255)),
            name: try reader.required("name", .string(length: 1...255)),
            licensedUsers: try reader.required("num_licensed_users", .integer(0...Int(UInt32.max))),
            allowsPersistentIDs: try reader.optional("allows_persistent_ids", .boolean, default: false),
            allowsDirectoryRestriction: try reader.optional("allows_directory_restriction", .boolean, default: true)
        )
    }
}

extension FieldType<TeamSeed.Member> {
    fileprivate static let member = structure { reader throws(ArgumentFault) in
        TeamSeed.Member(
            id: try reader.required("team_member_id", .string(length: 1...255)),
            email: try reader.required("email", .email),
            givenName: try reader.required("given_name", .namePart),
            surname: try reader.required("surname", .namePart),
            status: try reader.required("status", .oneOf(TeamSeed.Status.self)),
            role: try reader.required("role", .oneOf(TeamSeed.Role.self)),
            externalID: try reader.optional("external_id", .string(length: 1...64)),
            secondaryEmails: try reader.optional("secondary_emails", .list(of: .email)) ?? [],
            invitedOn: try reader.optional("invited_on", .timestamp),
            joinedOn: try reader.optional("joined_on", .timestamp),
            suspendedOn: try reader.optional("suspended_on", .timestamp),
            persistentID: try reader.optional("persistent_id", .string(length: 1...255)),
            isDirectoryRestricted: try reader.optional("is_directory_restricted", .boolean),
            isRecoverable: try reader.optional("is_recoverable", .boolean) ?? false,
            isDisconnected: try reader.optional("is_disconnected", .boolean) ?? false,
            isWiped: try reader.optional("wiped", .boolean) ?? false,
            formerGroups: try reader.optional("former_groups", .list(of: .formerGroup)) ?? []
        )
    }
}

extension FieldType<TeamSeed.FormerGroup> {
    fileprivate static let formerGroup = structure { reader throws(ArgumentFault) in
        TeamSeed.FormerGroup(
            groupID: try reader.required("group_id", .string(length: 1...255)),
            access: try reader.required("access", .oneOf(TeamSeed.Access.self))
        )
    }
}

extension FieldType<TeamSeed.Group> {
    fileprivate static let group = structure { reader throws(ArgumentFault) in
        TeamSeed.Group(
            id: try reader.required("group_id", .string(length: 1...255)),
            name: try reader.required("name", .string(length: 1...255)),
            externalID: try reader.optional("external_id", .string(length: 1...255)),
            management: try reader.required("management", .oneOf(TeamSeed.Management.self)),
            created: try reader.optional("created", .integer(0...Int.max)) ?? TeamSeed.Group.defaultCreated,
            members: try reader.optional("members", .list(of: .membership)) ?? []
        )
    }
}

extension FieldType<TeamSeed.Membership> {
    fileprivate static let membership = structure { reader throws(ArgumentFault) in
        TeamSeed.Membership(
            email: try reader.required("email", .email),
            access: try reader.required("access", .oneOf(TeamSeed.Access.self))
        )
    }
}

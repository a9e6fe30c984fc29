/// What manifests would say of live members and groups: only what planning would find unchanged.
struct LiveRecords {
    let context: PlanningContext

    // MARK: Users

    /// The record of a member; `nil` when their email is none that a manifest may hold.
    func record(of member: Member) -> JSONNode? {
        guard TextRule.email.problem(in: member.email) == nil else { return nil }
        let fields: [(String, JSONValue?)] = [
            ("email", .string(member.email)),
            ("given_name", name(member.givenName)),
            ("surname", name(member.surname)),
            ("status", status(of: member).map { .string($0.rawValue) }),
            ("role", role(of: member).map(JSONValue.string)),
            ("external_id", externalID(of: member).map(JSONValue.string)),
            ("persistent_id", persistentID(of: member)),
            ("is_directory_restricted", member.isDirectoryRestricted == true ? .bool(true) : nil),
        ]
        return .record(fields)
    }

    /// The attributes that a record states and in which the member differs, with the member's values.
    func differences(_ record: DesiredUser, _ member: Member) -> [(field: String, value: JSONValue)] {
        var found: [(String, JSONValue?)] = []
        if FoldedName(record.email.value) != FoldedName(member.email) {
            found.append(("email", TextRule.email.problem(in: member.email) == nil ? .string(member.email) : nil))
        }
        if let stated = record.givenName, stated != member.givenName {
            found.append(("given_name", fitting(member.givenName, .namePart)))
        }
        if let stated = record.surname, stated != member.surname {
            found.append(("surname", fitting(member.surname, .namePart)))
        }
        if let stated = record.status, let status = status(of: member), stated != status {
            found.append(("status", .string(status.rawValue)))
        }
        if let stated = record.role, !means(stated.value, roleOf: member) {
            found.append(("role", role(of: member).map(JSONValue.string)))
        }
        if let stated = record.externalID, let id = externalID(of: member), stated.value != id {
            found.append(("external_id", .string(id)))
        }
        if let stated = record.persistentID, stated != member.persistentID {
            found.append(("persistent_id", persistentID(of: member)))
        }
        if let stated = record.isDirectoryRestricted, stated != (member.isDirectoryRestricted ?? false) {
            found.append(("is_directory_restricted", .bool(!stated)))
        }
        return found.compactMap { field, value in value.map { (field, $0) } }
    }

    /// What a record would say of the status; an invitation counts as active.
    func status(of member: Member) -> DesiredStatus? {
        switch member.status {
        case .active, .invited: .active
        case .suspended: .suspended
        case .removed, .unknown: nil
        }
    }

    /// The ID without marker, if the rule `default` would write it as it is.
    func externalID(of member: Member) -> String? {
        ownID(member.externalID).flatMap { TextRule.externalID.problem(in: $0) == nil ? $0 : nil }
    }

    /// The role by a name that manifests know it by.
    private func role(of member: Member) -> String? {
        let label = context.roles.label(member.roles.first)
        return means(label, roleOf: member) && TextRule.nonEmpty.problem(in: label) == nil ? label : nil
    }

    private func means(_ role: String, roleOf member: Member) -> Bool {
        context.roles.choice(named: role) == (member.roles.first.map(RoleTable.Choice.role) ?? RoleTable.Choice.none)
    }

    /// A name that Dropbox has not got yet, as of who was just invited, is left for later.
    private func name(_ name: String) -> JSONValue? { name.isEmpty ? nil : fitting(name, .namePart) }

    private func persistentID(of member: Member) -> JSONValue? {
        member.persistentID.flatMap { fitting($0, .nonEmpty) }
    }

    private func fitting(_ text: String, _ rule: TextRule) -> JSONValue? {
        rule.problem(in: text) == nil ? .string(text) : nil
    }

    // MARK: Groups

    /// The record of a group.
    ///
    /// - Parameter id: what the record states as its ID.
    func record(of group: Group, id: String?) -> JSONNode {
        let isUserManaged = group.management == .userManaged
        let owners = isUserManaged ? group.members.filter { $0.access == .owner } : []
        let others = group.members.filter { !(isUserManaged && $0.access == .owner) }
        let isComplete = group.members.allSatisfy { canBeNamed($0.member) }
        return .record([
            ("name", .string(group.name)),
            ("id", id.map(JSONValue.string)),
            ("management", .string(group.management.rawValue)),
            ("membership", isComplete ? nil : .string(MembershipMode.additive.rawValue)),
            ("members", emails(others)),
            ("owners", isUserManaged ? emails(owners) : nil),
        ])
    }

    /// Whether a member's email may stand in a manifest.
    func canBeNamed(_ member: Int) -> Bool {
        TextRule.email.problem(in: context.live.members[member].email) == nil
    }

    /// The ID without marker, if the rule `default` would write it as it is.
    func id(of group: Group) -> String? {
        ownID(group.externalID).flatMap { TextRule.nonEmpty.problem(in: $0) == nil ? $0 : nil }
    }

    private func emails(_ memberships: [Membership]) -> JSONValue {
        let emails = memberships.filter { canBeNamed($0.member) }.map { context.live.members[$0.member].email }
        let keys = emails.map { (SortKey($0), $0) }.sorted { $0.0 < $1.0 }
        return .array(keys.map { JSONNode(.string($0.1), offset: 0) })
    }

    private func ownID(_ externalID: String?) -> String? {
        guard let externalID else { return nil }
        let prefix = context.ownership.written("", rule: .default)
        guard externalID.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: externalID.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}

extension JSONNode {
    /// An object of the fields that have a value.
    static func record(_ fields: [(String, JSONValue?)]) -> JSONNode {
        let members = fields.compactMap { key, value in
            value.map { JSONMember(key: key, keyOffset: 0, node: JSONNode($0, offset: 0)) }
        }
        return JSONNode(.object(members), offset: 0)
    }
}

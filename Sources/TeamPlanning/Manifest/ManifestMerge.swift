/// Collects manifests file by file and finds what they contradict each other in.
struct ManifestMerge {
    private var manifests = Manifests()
    private var findings: [Finding] = []
    private var policyLocation: SourceLocation?
    private var mappings = MappingRegister()
    private var users = UserRegister()
    private var groups = GroupRegister()
    /// Users and Groups manifests, which wait until all mappings are known.
    private var waiting: [(kind: ManifestKind, reader: ObjectReader)] = []
    /// The record of each user, which `members_where` looks at.
    private var userRecords: [JSONNode] = []

    /// Reads one file and adds what it holds.
    mutating func add(_ file: ManifestFile) {
        guard let document = JSONDocument.read(file.bytes, file: file.path, into: &findings) else { return }
        guard var reader = ObjectReader(document.root, at: "", in: document) else {
            findings.append(
                Finding(
                    .error,
                    .wrongType,
                    "The manifest has to be an object, not \(typeName(of: document.root)).",
                    remedy: "Write one JSON object with \"apiVersion\" and \"kind\".",
                    at: document.location(of: document.root)
                )
            )
            return
        }
        let kind = reader.header()
        switch kind {
        case .connection: addConnection(&reader)
        case .policy: addPolicy(&reader)
        case .mapping: mappings.insert(&reader)
        case .users, .groups: break
        case nil:
            findings += reader.findings
            return
        }
        if let kind, kind == .users || kind == .groups {
            waiting.append((kind, reader))
        } else {
            reader.finish()
            findings += reader.findings
        }
    }

    /// Reads the records and hands out everything that was collected.
    mutating func finish() -> ManifestLoad {
        manifests.rules = mappings.names
        addRecords(of: .users) { $0.addUsers(&$1) }
        addRecords(of: .groups) { $0.addGroups(&$1) }
        selectMembers()
        if manifests.policy.users.deleteOptions.keepAccount {
            findings += manifests.users.filter(\.wipeData).map(wipeConflict)
        }
        return ManifestLoad(manifests: manifests, findings: findings.sorted(by: Finding.inOrder))
    }

    private mutating func addRecords(
        of kind: ManifestKind,
        _ body: (inout ManifestMerge, inout ObjectReader) -> Void
    ) {
        for var reader in waiting.filter({ $0.kind == kind }).map(\.reader) {
            body(&self, &reader)
            reader.finish()
            findings += reader.findings
        }
    }

    private mutating func addConnection(_ reader: inout ObjectReader) {
        let connection = Connection(reading: &reader)
        if let first = manifests.connection.location {
            reader.reportSecond("Connection", first: first)
        } else {
            manifests.connection = connection
        }
    }

    private mutating func addPolicy(_ reader: inout ObjectReader) {
        let policy = Policy(reading: &reader)
        if let first = policyLocation {
            reader.reportSecond("Policy", first: first)
        } else {
            manifests.policy = policy
            policyLocation = reader.location
        }
    }

    private mutating func addUsers(_ reader: inout ObjectReader) {
        let rule = mappings.reference(in: &reader, speaksOf: "users") { $0.users != nil }
        let count = manifests.users.count + (reader.node["users"]?.array?.count ?? 0)
        users.reserveCapacity(count)
        manifests.users.reserveCapacity(count)
        if case .none = rule { manifests.rules.insert(.default) }
        var hasUnreadStatus = false
        reader.objects("users") { record in
            guard let user = rule.user(from: &record) else { return }
            if case .rule(let mapping) = rule, !hasUnreadStatus {
                hasUnreadStatus = mapping.noteUnreadStatus(in: &record)
            }
            users.insert(user, &record)
            manifests.users.append(user)
            userRecords.append(record.node)
        }
    }

    private mutating func addGroups(_ reader: inout ObjectReader) {
        let rule = mappings.reference(in: &reader, speaksOf: "groups") { $0.groups != nil }
        let references = users.referenceIDs
        let selection = SelectionCheck(records: userRecords)
        reader.objects("groups") { record in
            guard var group = rule.group(from: &record, references: references) else { return }
            if group.membersWhere != nil {
                group.selectsByUnknownAttribute = selection.noteUnknownAttribute(in: &record)
            }
            groups.insert(group, &record)
            manifests.groups.append(group)
        }
    }

    /// Adds the users whom `members_where` selects to the members that groups name.
    private mutating func selectMembers() {
        for index in manifests.groups.indices {
            guard let filter = manifests.groups[index].membersWhere else { continue }
            var members = manifests.groups[index].members ?? []
            for (user, record) in zip(manifests.users, userRecords)
            where user.lifecycle == .managed && filter.value.matches(record) {
                members.append(Located(user.email.value, at: filter.location))
            }
            manifests.groups[index].members = members
        }
    }

    /// Dropbox answers `cannot_keep_account_and_delete_data` (spec: `team/members/remove`).
    private func wipeConflict(_ user: DesiredUser) -> Finding {
        Finding(
            .error,
            .conflictingFields,
            "\(user.email.value) is to be wiped on removal, but the policy keeps the accounts of removed people.",
            remedy: "Remove \"wipe_data\" here, or \"keep_account\" from the policy's delete_options.",
            resource: "user:\(user.email.value)",
            at: user.location
        )
    }
}

extension ObjectReader {
    /// Reads `apiVersion` and `kind`; `nil` when the rest of the file cannot be understood.
    fileprivate mutating func header() -> ManifestKind? {
        if let schema = value("$schema"), schema.string == nil {
            reportType(of: schema, at: fieldPath("$schema"), expected: "a string")
        }
        let version = required("apiVersion")
        let kind = required("kind")
        if let version, !isSupported(version) { return nil }
        guard let kind else { return nil }
        let names = ManifestKind.allCases.map(\.rawValue)
        guard let text = kind.string else {
            reportType(of: kind, at: fieldPath("kind"), expected: alternatives(names))
            return nil
        }
        if let known = ManifestKind(rawValue: text) { return known }
        let message = "kind has to be \(alternatives(names)), not \(quoted(text))."
        let remedy = nearestName(to: text, among: names).map { "Did you mean \(quoted($0))?" }
        report(.unknownKind, message, remedy: remedy ?? "Write one of these kinds.", at: kind)
        return nil
    }

    private mutating func isSupported(_ version: JSONNode) -> Bool {
        let expected = quoted(manifestAPIVersion)
        guard let text = version.string else {
            reportType(of: version, at: fieldPath("apiVersion"), expected: expected)
            return false
        }
        if text == manifestAPIVersion { return true }
        let message = "apiVersion has to be \(expected), not \(quoted(text))."
        report(.unsupportedVersion, message, remedy: "Write \(expected), or use a roster that reads it.", at: version)
        return false
    }

    fileprivate mutating func reportSecond(_ kind: String, first: SourceLocation) {
        report(
            .duplicateManifest,
            "A second \(kind) manifest; the first is at \(first.description).",
            remedy: "Keep one of the two.",
            at: node
        )
    }
}

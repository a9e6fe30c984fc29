/// Collects manifests file by file and finds what they contradict each other in.
struct ManifestMerge {
    private var manifests = Manifests()
    private var findings: [Finding] = []
    private var policyLocation: SourceLocation?
    private var users = UserRegister()
    private var groups = GroupRegister()

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
        if let kind = reader.header() {
            addContent(of: kind, &reader)
            reader.finish()
        }
        findings += reader.findings
    }

    /// Hands out everything that was collected.
    func finish() -> ManifestLoad {
        var findings = findings
        if manifests.policy.users.deleteOptions.keepAccount {
            findings += manifests.users.filter(\.wipeData).map(wipeConflict)
        }
        return ManifestLoad(manifests: manifests, findings: findings.sorted(by: Finding.inOrder))
    }

    private mutating func addContent(of kind: ManifestKind, _ reader: inout ObjectReader) {
        switch kind {
        case .connection: addConnection(&reader)
        case .policy: addPolicy(&reader)
        case .mapping: reader.reportMapping()
        case .users: addUsers(&reader)
        case .groups: addGroups(&reader)
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
        guard !reader.hasMapping(recordsIn: "users") else { return }
        reader.objects("users") { record in
            guard let user = DesiredUser(reading: &record) else { return }
            users.insert(user, &record)
            manifests.users.append(user)
        }
    }

    private mutating func addGroups(_ reader: inout ObjectReader) {
        guard !reader.hasMapping(recordsIn: "groups") else { return }
        reader.objects("groups") { record in
            guard let group = DesiredGroup(reading: &record) else { return }
            groups.insert(group, &record)
            manifests.groups.append(group)
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

    /// Whether records are free-form, to be read through a mapping; adds the one finding that says so.
    fileprivate mutating func hasMapping(recordsIn name: String) -> Bool {
        guard let mapping = value("mapping") else { return false }
        objects(name) { $0.skipFields() }
        guard mapping.string != nil else {
            reportType(of: mapping, at: fieldPath("mapping"), expected: "the name of a Mapping manifest")
            return true
        }
        reportNotSupported("mapping names a provisioning rule", at: mapping)
        return true
    }

    /// Reports a Mapping manifest, whose fields are not looked at.
    fileprivate mutating func reportMapping() {
        reportNotSupported("The manifest is a Mapping", at: node["kind"] ?? node)
        skipFields()
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

/// A mapping rewrites a directory's record into the record that a manifest without mapping would hold, and leaves the
/// rest to the decoders of such records. So every value is checked by the same rules, at its place in the record.
extension Mapping {
    /// The user that a record describes; `nil` when a filter leaves it out, or findings say why there is none.
    func user(from record: inout ObjectReader) -> DesiredUser? {
        record.skipFields()
        guard let users, selects(record.node, users.filter) else { return nil }
        guard var members = record.translated(by: users, part: "users", of: name.value) else { return nil }
        if users.expressions[.status] == nil, let status = statusOfEnabledField(in: record.node) {
            members.append(status)
        }
        return record.rewritten(with: members) { reader in
            var user = DesiredUser(reading: &reader)
            user?.rule = name.value
            user?.referenceID = reader.text(UserAttribute.id.rawValue, .nonEmpty)
            return user
        }
    }

    /// Warns of a field `enabled` that is no Boolean where the rule maps no status: nothing reads it, so that who is switched
    /// off in the directory stays active. Says whether it is so.
    func noteUnreadStatus(in record: inout ObjectReader) -> Bool {
        guard users?.expressions[.status] == nil, let field = record.node.member(named: "enabled"), !field.isNull,
            field.bool == nil
        else { return false }
        let message =
            "\(record.fieldPath("enabled")) is \(typeName(of: field)), so it says nothing of the status: without \"status\" in "
            + "the mapping \(quoted(name.value.rawValue)) only a Boolean does."
        let remedy =
            "To the mapping's users, add \"status\": {\"from\": \"enabled\", \"cases\": {\"TRUE\": \"active\", "
            + "\"FALSE\": \"suspended\"}} with the values of your records."
        let place = record.document.location(of: field)
        record.add(Finding(.warning, .wrongType, message, remedy: remedy, resource: record.resource, at: place))
        return true
    }

    /// The group that a record describes; `nil` when a filter leaves it out, or findings say why there is none.
    func group(from record: inout ObjectReader) -> DesiredGroup? {
        record.skipFields()
        guard let groups, selects(record.node, groups.filter) else { return nil }
        guard let members = record.translated(by: groups, part: "groups", of: name.value) else { return nil }
        return record.rewritten(with: members) { reader in
            var group = DesiredGroup(reading: &reader, people: .nonEmpty)
            group?.rule = name.value
            return group
        }
    }

    /// A part's own filter stands in for the rule's, which may ask for what only the other part's records have.
    private func selects(_ record: JSONNode, _ ofPart: Filter?) -> Bool {
        (ofPart ?? filter)?.matches(record) ?? true
    }

    /// What a Boolean field `enabled` says of the status, for a rule that maps no status.
    private func statusOfEnabledField(in record: JSONNode) -> JSONMember? {
        guard let field = record.member(named: "enabled"), let flag = field.bool else { return nil }
        let status: DesiredStatus = flag ? .active : .suspended
        let node = JSONNode(.string(status.rawValue), offset: field.offset)
        return JSONMember(key: UserAttribute.status.rawValue, keyOffset: field.offset, node: node)
    }
}

extension ObjectReader {
    /// Reads a rewritten record in this one's place, and takes over what is found in it.
    fileprivate mutating func rewritten<Object>(
        with members: [JSONMember],
        _ read: (inout ObjectReader) -> Object?
    ) -> Object? {
        let rewritten = JSONNode(.object(members), offset: node.offset)
        guard var inner = ObjectReader(rewritten, at: path, in: document, resource: resource) else { return nil }
        let object = read(&inner)
        resource = inner.resource
        absorb(inner)
        return object
    }
}

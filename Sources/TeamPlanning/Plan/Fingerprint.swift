extension [Change] {
    /// A SHA-256 over the team and the ordered changes: everything that is sent, nothing that is only said about it.
    func fingerprint(team: String, digest: Digest) -> String {
        var bytes = CanonicalBytes()
        bytes.append(team)
        bytes.append(count)
        for change in self { bytes.append(change) }
        return digest.hexadecimal(bytes.bytes)
    }
}

extension CanonicalBytes {
    fileprivate mutating func append(_ change: Change) {
        append(change.id.rawValue)
        append(change.operation.target)
        append(change.before)
        append(change.after)
        append(change.options)
        append(change.dependsOn.count)
        for id in change.dependsOn { append(id.rawValue) }
        if case .changeMembers(let members) = change.operation {
            for list in [members.add, members.remove, members.setAccess] {
                append(list.count)
                for entry in list { append(entry) }
            }
        }
    }

    private mutating func append(_ fields: [Field]?) {
        append(fields?.count ?? -1)
        for field in fields ?? [] {
            append(field.name)
            switch field.value {
            case .none: append("none")
            case .text(let text): append("text"); append(text)
            case .flag(let flag): append("flag"); append(flag ? 1 : 0)
            case .number(let number): append("number"); append(number)
            }
        }
    }

    private mutating func append(_ entry: MemberAccess) {
        switch entry.member {
        case .existing(let id): append(id.rawValue)
        case .created(let change): append(change.rawValue)
        }
        append(entry.email)
        append(entry.access?.rawValue ?? "")
    }
}

extension Operation {
    /// Names the object that the operation is sent to; empty for what is yet to be created.
    var target: String {
        if case .changeMembers(let members) = self, case .created(let change) = members.group { return change.rawValue }
        return existingID ?? ""
    }
}

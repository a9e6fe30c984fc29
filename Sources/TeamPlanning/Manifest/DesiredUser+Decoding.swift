extension DesiredUser {
    /// Reads one record of a Users manifest without mapping; `nil` when it has no usable email.
    init?(reading reader: inout ObjectReader) {
        let email = reader.requiredText("email", .email)
        let place = reader.location
        if let email { reader.resource = "user:\(email.value)" }
        var user = DesiredUser(email: email ?? Located("", at: place), location: place)
        user.readProfile(&reader)
        user.readAccess(&reader)
        guard email != nil else { return nil }
        self = user
    }

    private mutating func readProfile(_ reader: inout ObjectReader) {
        givenName = reader.namePart("given_name")
        surname = reader.namePart("surname")
        externalID = reader.located("external_id", .externalID)
        persistentID = reader.text("persistent_id", .nonEmpty)
        isDirectoryRestricted = reader.bool("is_directory_restricted")
        previousEmails = reader.texts("previous_emails", .email, sameWhen: foldedName)?.map(\.value) ?? []
    }

    private mutating func readAccess(_ reader: inout ObjectReader) {
        status = reader.status("status")
        role = reader.located("role", .nonEmpty)
        groups = reader.texts("groups", .nonEmpty, sameWhen: foldedName)
        sendWelcomeEmail = reader.bool("send_welcome_email") ?? true
        wipeData = reader.bool("wipe_data") ?? false
        lifecycle = reader.choice("lifecycle") ?? .managed
    }
}

extension ObjectReader {
    /// A given name or surname. White space around it is a warning: what Dropbox makes of it is not documented.
    fileprivate mutating func namePart(_ name: String) -> String? {
        guard let node = value(name), let text = checkedText(node, at: fieldPath(name), .namePart) else { return nil }
        if hasOuterWhitespace(text) {
            let message = "\(fieldPath(name)) is \(quoted(text)), with white space around the name."
            let place = document.location(of: node)
            let remedy = "Remove the white space around the name."
            add(Finding(.warning, .outerWhitespace, message, remedy: remedy, resource: resource, at: place))
        }
        return text
    }

    /// The status, with the way out spelled out for directory exports that carry a Boolean.
    fileprivate mutating func status(_ name: String) -> DesiredStatus? {
        guard let node = value(name), let flag = node.bool else { return choice(name) }
        let status: DesiredStatus = flag ? .active : .suspended
        reportType(
            of: node,
            at: fieldPath(name),
            expected: alternatives(DesiredStatus.allCases.map(\.rawValue)),
            remedy: "Write \"\(status.rawValue)\" instead of \(flag)."
        )
        return nil
    }
}

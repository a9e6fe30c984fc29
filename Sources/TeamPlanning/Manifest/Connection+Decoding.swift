extension Connection {
    /// Reads a Connection manifest.
    init(reading reader: inout ObjectReader) {
        location = reader.location
        name = reader.text("name", .nonEmpty)
        isEnabled = reader.bool("enabled") ?? true
        serviceURI = reader.text("service_uri", .serviceURL)
        teamID = reader.text("team_id", .nonEmpty)
        reader.object("authentication") { authentication in
            hasAuthentication = true
            _ = authentication.choice("method", AuthenticationMethod.self)
            _ = authentication.choice("grant_type", GrantType.self)
            tokenEndpoint = authentication.text("token_endpoint", .serviceURL)
            clientID = authentication.clientID("client_id")
            clientSecret = authentication.secret("client_secret")
            refreshToken = authentication.secret("refresh_token")
        }
    }

    /// How roster authenticates.
    private enum AuthenticationMethod: String, CaseIterable {
        case oauth
    }

    /// The OAuth grants that roster uses (RFC 6749 §6).
    private enum GrantType: String, CaseIterable {
        case refreshToken = "refresh_token"
    }
}

extension ObjectReader {
    fileprivate mutating func clientID(_ name: String) -> ClientID? {
        guard let node = value(name) else { return nil }
        if node.string != nil { return checkedText(node, at: fieldPath(name), .nonEmpty).map(ClientID.plain) }
        return secretReference(node, name, expected: "a string, {\"env\": NAME} or {\"file\": PATH}")
            .map(ClientID.reference)
    }

    fileprivate mutating func secret(_ name: String) -> SecretReference? {
        guard let node = value(name) else { return nil }
        guard node.string == nil else {
            report(
                .secretInManifest,
                "\(fieldPath(name)) is written out, and a manifest in git is no place for a secret.",
                remedy:
                    "Revoke the secret if the file was ever committed, and write {\"env\": NAME} or {\"file\": PATH}.",
                at: node
            )
            return nil
        }
        return secretReference(node, name, expected: "{\"env\": NAME} or {\"file\": PATH}")
    }

    private mutating func secretReference(_ node: JSONNode, _ name: String, expected: String) -> SecretReference? {
        guard var inner = ObjectReader(node, at: fieldPath(name).description, in: document, resource: resource) else {
            reportType(of: node, at: fieldPath(name), expected: expected)
            return nil
        }
        let variable = inner.value("env")
        let file = inner.value("file")
        var reference: SecretReference?
        switch (variable, file) {
        case (let variable?, nil):
            let text = inner.checkedText(variable, at: inner.fieldPath("env"), .environmentName)
            reference = text.map(SecretReference.environment)
        case (nil, let file?):
            reference = inner.checkedText(file, at: inner.fieldPath("file"), .nonEmpty).map(SecretReference.file)
        case (.some, .some):
            let message = "\(inner.path) names both an environment variable and a file."
            inner.report(.conflictingFields, message, remedy: "Keep one of \"env\" and \"file\".", at: node)
        case (nil, nil):
            let message = "\(inner.path) names neither an environment variable nor a file."
            inner.report(.missingField, message, remedy: "Write \(expected).", at: node)
        }
        inner.finish()
        absorb(inner)
        return reference
    }
}

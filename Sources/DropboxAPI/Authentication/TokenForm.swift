/// The form sent to the token endpoint, `application/x-www-form-urlencoded`.
enum TokenForm: Sendable {
    case refresh(RefreshGrant)
    case exchange(AuthorizationCode)

    /// The facts that decide on retries.
    var route: RouteFacts {
        switch self {
        case .refresh: TokenEndpoint.route
        case .exchange: TokenEndpoint.exchangeRoute
        }
    }

    /// The form's bytes as text; holds secrets.
    var encoded: String {
        fields.map { "\($0.0)=\(Self.percentEncoded($0.1))" }.joined(separator: "&")
    }

    /// What must not show up in an error.
    var secrets: [Secret] {
        switch self {
        case .refresh(let grant): [grant.refreshToken, grant.clientSecret].compactMap { $0 }
        case .exchange(let code): [code.code, code.verifier, code.clientSecret].compactMap { $0 }
        }
    }

    private var fields: [(String, String)] {
        var fields: [(String, String)]
        let secret: Secret?
        switch self {
        case .refresh(let grant):
            fields = [
                ("grant_type", "refresh_token"),
                ("refresh_token", grant.refreshToken.reveal()),
                ("client_id", grant.clientID),
            ]
            secret = grant.clientSecret
        case .exchange(let code):
            fields = [
                ("grant_type", "authorization_code"),
                ("code", code.code.reveal()),
                ("client_id", code.clientID),
            ]
            if let verifier = code.verifier { fields.append(("code_verifier", verifier.reveal())) }
            if let redirectURI = code.redirectURI { fields.append(("redirect_uri", redirectURI)) }
            secret = code.clientSecret
        }
        if let secret { fields.append(("client_secret", secret.reveal())) }
        return fields
    }

    /// Everything but the unreserved characters of RFC 3986 §2.3 as `%XX`.
    static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result.append("%")
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }
}

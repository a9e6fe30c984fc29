/// The form of a refresh grant, `application/x-www-form-urlencoded` (RFC 6749 §6).
struct TokenForm: Sendable {
    private let grant: RefreshGrant

    init(_ grant: RefreshGrant) { self.grant = grant }

    /// The form's bytes as text; holds secrets.
    var encoded: String {
        fields.map { "\($0.0)=\(Self.percentEncoded($0.1))" }.joined(separator: "&")
    }

    /// What must not show up in an error.
    var secrets: [Secret] { [grant.refreshToken, grant.clientSecret].compactMap { $0 } }

    private var fields: [(String, String)] {
        var fields = [
            ("grant_type", "refresh_token"),
            ("refresh_token", grant.refreshToken.reveal()),
            ("client_id", grant.clientID),
        ]
        if let secret = grant.clientSecret { fields.append(("client_secret", secret.reveal())) }
        return fields
    }

    /// Everything but the unreserved characters of RFC 3986 §2.3 as `%XX`.
    private static func percentEncoded(_ text: String) -> String {
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

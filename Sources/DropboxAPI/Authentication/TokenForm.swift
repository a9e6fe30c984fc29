/// The form of one grant, `application/x-www-form-urlencoded` (RFC 6749 appendix B).
struct TokenForm: Sendable {
    private let fields: [(name: String, value: String)]
    /// What must not show up in an error.
    let secrets: [Secret]
    /// What an `invalid_grant` answer says of this kind of grant.
    let refusal: DropboxError.Code

    /// The refresh grant (RFC 6749 §6).
    init(_ grant: RefreshGrant) {
        var fields = [
            ("grant_type", "refresh_token"),
            ("refresh_token", grant.refreshToken.reveal()),
            ("client_id", grant.clientID),
        ]
        if let secret = grant.clientSecret { fields.append(("client_secret", secret.reveal())) }
        self.fields = fields
        secrets = [grant.refreshToken, grant.clientSecret].compactMap { $0 }
        refusal = .invalidGrant
    }

    /// The exchange of a code (RFC 6749 §4.1.3) with the verifier that its challenge was made from (RFC 7636 §4.5).
    init(_ code: AuthorizationCode) {
        var fields = [
            ("grant_type", "authorization_code"),
            ("code", code.code.reveal()),
            ("client_id", code.clientID),
            ("code_verifier", code.verifier.reveal()),
        ]
        if let uri = code.redirectURI { fields.append(("redirect_uri", uri)) }
        self.fields = fields
        secrets = [code.code, code.verifier]
        refusal = .invalidCode
    }

    /// The form's bytes as text; holds secrets.
    var encoded: String { PercentEncoding.form(fields) }
}

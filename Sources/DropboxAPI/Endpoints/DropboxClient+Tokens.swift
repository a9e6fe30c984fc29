extension DropboxClient {
    /// Ends the access token in use, its refresh token, and all other access tokens of that. Route: `auth/token/revoke`.
    ///
    /// - Throws: `DropboxError`; `outcomeUnknown` when the answer was lost, and then the token may be revoked.
    public func revokeToken() async throws {
        _ = try await call(Routes.revokeToken, Wire.Nothing())
    }
}

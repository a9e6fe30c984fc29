extension DropboxClient {
    /// The team's name, ID and licences. Route: `team/get_info`.
    ///
    /// - Throws: `DropboxError`.
    public func teamInfo() async throws -> Wire.TeamInfo {
        try await call(Routes.teamInfo, Wire.Nothing()).value
    }

    /// The admin who authorised the token. Route: `team/token/get_authenticated_admin`.
    ///
    /// - Throws: `DropboxError`; tags `mapping_not_found`, `admin_not_active`.
    public func authenticatedAdmin() async throws -> Wire.MemberProfile {
        try await call(Routes.authenticatedAdmin, Wire.Nothing()).value.profile
    }
}

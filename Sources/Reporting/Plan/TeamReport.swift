public import TeamPlanning

/// The team in a report.
public struct TeamReport: Codable, Hashable, Sendable {
    /// The team's ID.
    public var teamID: String
    /// The team's name.
    public var name: String

    private enum CodingKeys: String, CodingKey {
        case name
        case teamID = "team_id"
    }

    init(id: String, name: String) {
        teamID = id
        self.name = name
    }

    /// Reports a team.
    public init(_ team: Team) {
        teamID = team.id
        name = team.name
    }
}

/// The acting admin in a report.
public struct AdminReport: Codable, Hashable, Sendable {
    /// The admin's member ID.
    public var teamMemberID: String
    /// The admin's email.
    public var email: String

    private enum CodingKeys: String, CodingKey {
        case email
        case teamMemberID = "team_member_id"
    }

    /// Reports an admin.
    public init(_ admin: ActingAdmin) {
        teamMemberID = admin.id.rawValue
        email = admin.email
    }
}

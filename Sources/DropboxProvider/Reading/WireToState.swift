import DropboxAPI
import TeamPlanning

// How Dropbox's types become planning types.

extension Team {
    init(_ info: Wire.TeamInfo) {
        self.init(
            id: info.teamID,
            name: info.name,
            licensedSeats: info.licensedUsers,
            provisionedUsers: info.provisionedUsers
        )
    }
}

extension ActingAdmin {
    init(_ profile: Wire.MemberProfile) {
        self.init(id: MemberID(profile.id.rawValue), email: profile.email)
    }
}

extension Member {
    init(_ row: Wire.Member) {
        let profile = row.profile
        self.init(
            id: MemberID(profile.id.rawValue),
            email: profile.email,
            secondaryEmails: profile.secondaryEmails.map(\.email),
            externalID: profile.externalID.flatMap { $0.isEmpty ? nil : $0 },
            status: MemberStatus(profile.status),
            givenName: profile.name.given,
            surname: profile.name.surname,
            roles: (row.roles ?? []).map { RoleID($0.id.rawValue) },
            persistentID: profile.persistentID,
            isDirectoryRestricted: profile.isDirectoryRestricted,
            suspendedOn: profile.suspendedOn,
            invitedOn: profile.invitedOn
        )
    }
}

extension MemberStatus {
    /// An account that was turned into a personal one is disconnected, and cannot be recovered.
    init(_ status: Wire.MemberStatus) {
        switch status {
        case .active: self = .active
        case .invited: self = .invited
        case .suspended: self = .suspended
        case .removed(let isRecoverable, let isDisconnected):
            self = .removed(isRecoverable: isRecoverable && !isDisconnected)
        case .other: self = .unknown
        }
    }
}

extension Group {
    init(_ summary: Wire.GroupSummary) {
        self.init(
            id: GroupID(summary.id.rawValue),
            name: summary.name,
            externalID: summary.externalID.flatMap { $0.isEmpty ? nil : $0 },
            management: GroupManagement(summary.management),
            memberCount: summary.memberCount ?? 0,
            members: []
        )
    }
}

extension GroupManagement {
    /// A type that this version does not know is nobody's to change, like Dropbox's own groups.
    init(_ management: Wire.GroupManagement) {
        switch management {
        case .userManaged: self = .userManaged
        case .companyManaged: self = .companyManaged
        case .systemManaged, .other: self = .systemManaged
        }
    }
}

extension GroupAccess {
    /// `nil` for an access that this version does not know.
    init?(_ access: Wire.GroupAccess) {
        switch access {
        case .member: self = .member
        case .owner: self = .owner
        case .other: return nil
        }
    }
}

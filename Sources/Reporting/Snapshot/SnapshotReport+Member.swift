import TeamPlanning

extension SnapshotReport.Member {
    init(_ member: Member) {
        self.init(
            teamMemberID: member.id.rawValue,
            email: member.email,
            secondaryEmails: member.secondaryEmails.isEmpty ? nil : member.secondaryEmails,
            externalID: member.externalID,
            status: Status(member.status),
            isRecoverable: member.status.isRecoverable,
            givenName: member.givenName,
            surname: member.surname,
            roleIDs: member.roles.isEmpty ? nil : member.roles.map(\.rawValue),
            persistentID: member.persistentID,
            isDirectoryRestricted: member.isDirectoryRestricted,
            suspendedOn: member.suspendedOn,
            invitedOn: member.invitedOn
        )
    }
}

extension SnapshotReport.Member.Status {
    fileprivate init(_ status: MemberStatus) {
        switch status {
        case .active: self = .active
        case .invited: self = .invited
        case .suspended: self = .suspended
        case .removed: self = .removed
        case .unknown: self = .unknown
        }
    }
}

extension MemberStatus {
    fileprivate var isRecoverable: Bool? {
        if case .removed(let isRecoverable) = self { isRecoverable } else { nil }
    }

    fileprivate init(_ member: SnapshotReport.Member) {
        switch member.status {
        case .active: self = .active
        case .invited: self = .invited
        case .suspended: self = .suspended
        case .removed: self = .removed(isRecoverable: member.isRecoverable ?? false)
        case .unknown: self = .unknown
        }
    }
}

extension Member {
    init(_ member: SnapshotReport.Member) {
        self.init(
            id: MemberID(member.teamMemberID),
            email: member.email,
            secondaryEmails: member.secondaryEmails ?? [],
            externalID: member.externalID,
            status: MemberStatus(member),
            givenName: member.givenName,
            surname: member.surname,
            roles: (member.roleIDs ?? []).map { RoleID($0) },
            persistentID: member.persistentID,
            isDirectoryRestricted: member.isDirectoryRestricted,
            suspendedOn: member.suspendedOn,
            invitedOn: member.invitedOn
        )
    }
}

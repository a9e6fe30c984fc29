import DropboxAPI
import Reconciliation
import TeamPlanning

// How planned operations become Dropbox's types.

extension Wire.MemberID {
    init(_ id: MemberID) { self.init(rawValue: id.rawValue) }
}

extension Wire.GroupID {
    init(_ id: GroupID) { self.init(rawValue: id.rawValue) }
}

extension Wire.NewMember {
    init(_ user: NewUser) {
        self.init(email: user.email, sendWelcomeEmail: user.sendWelcomeEmail)
        givenName = user.givenName
        surname = user.surname
        externalID = user.externalID
        persistentID = user.persistentID
        isDirectoryRestricted = user.isDirectoryRestricted
        role = user.role.map { Wire.RoleID(rawValue: $0.rawValue) }
    }
}

extension Wire.ProfileChanges {
    init(_ update: ProfileUpdate) {
        self.init()
        email = update.email
        givenName = update.givenName
        surname = update.surname
        externalID = update.externalID
        persistentID = update.persistentID
        isDirectoryRestricted = update.isDirectoryRestricted
    }
}

extension Wire.RemovalOptions {
    /// - Throws: ``GatewayError`` for a transfer of files that Dropbox would refuse.
    init(_ options: RemovalOptions) throws(GatewayError) {
        self.init(wipeData: options.wipeData)
        keepAccount = options.keepAccount
        retainTeamShares = options.retainTeamShares
        permanentlyDeleteFiles = options.permanentlyDeleteFiles
        guard let destination = options.transferDest else { return }
        guard let admin = options.transferAdmin else {
            throw GatewayError(.rejected, "a transfer of files needs an admin: set transfer_admin in the Policy")
        }
        transfer = Transfer(destination: Wire.MemberID(destination), admin: Wire.MemberID(admin))
    }
}

extension Wire.GroupChanges {
    init(_ update: GroupUpdate) {
        self.init()
        name = update.name
        externalID = update.externalID
        management = update.management.map { Wire.GroupManagement($0) }
    }
}

extension Wire.GroupManagement {
    init(_ management: DesiredManagement) {
        switch management {
        case .companyManaged: self = .companyManaged
        case .userManaged: self = .userManaged
        }
    }
}

extension Wire.MemberAccess {
    init(_ member: GroupMember) {
        self.init(member: Wire.MemberID(member.id), access: Wire.GroupAccess(member.access))
    }
}

extension Wire.GroupAccess {
    init(_ access: GroupAccess) {
        switch access {
        case .member: self = .member
        case .owner: self = .owner
        }
    }
}

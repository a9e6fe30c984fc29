extension Wire {
    /// `MembersUnsuspendArg` and `MembersRecoverArg`.
    struct MemberArgument: Encodable, Sendable {
        let user: UserSelector
    }

    /// `MembersDeactivateArg`: `wipe_data` is always sent, as Dropbox's default wipes.
    struct SuspendArgument: Encodable, Sendable {
        let user: UserSelector
        let wipeData: Bool

        private enum CodingKeys: String, CodingKey {
            case user
            case wipeData = "wipe_data"
        }
    }

    /// What happens to the account and the files of a removed member.
    public struct RemovalOptions: Sendable, Hashable {
        /// Whether the data on linked devices is deleted.
        public var wipeData: Bool
        /// Whether the account lives on as a personal one.
        public var keepAccount = false
        /// Whether a kept account keeps what was shared with it; needs `keepAccount`.
        public var retainTeamShares = false
        /// Whether the files are deleted for good.
        public var permanentlyDeleteFiles = false
        /// Who gets the files.
        public var transfer: Transfer?

        /// A plain removal, with devices wiped as told.
        public init(wipeData: Bool) { self.wipeData = wipeData }

        /// Dropbox accepts a destination only together with an admin who hears of errors.
        public struct Transfer: Sendable, Hashable {
            /// Who gets the files.
            public let destination: MemberID
            /// Who is told about errors.
            public let admin: MemberID

            /// A transfer to `destination`, supervised by `admin`.
            public init(destination: MemberID, admin: MemberID) {
                self.destination = destination
                self.admin = admin
            }
        }
    }

    /// `MembersRemoveArg`: `wipe_data` is always sent, as Dropbox's default wipes; the two flags that Dropbox's default
    /// leaves off are sent only to turn them on.
    struct RemoveMemberArgument: Encodable, Sendable {
        let user: UserSelector
        let options: RemovalOptions

        private enum CodingKeys: String, CodingKey {
            case user
            case wipeData = "wipe_data"
            case keepAccount = "keep_account"
            case retainTeamShares = "retain_team_shares"
            case permanentlyDeleteFiles = "permanently_delete_files"
            case transferDestination = "transfer_dest_id"
            case transferAdmin = "transfer_admin_id"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(user, forKey: .user)
            try container.encode(options.wipeData, forKey: .wipeData)
            try container.encode(options.keepAccount, forKey: .keepAccount)
            if options.retainTeamShares { try container.encode(true, forKey: .retainTeamShares) }
            if options.permanentlyDeleteFiles { try container.encode(true, forKey: .permanentlyDeleteFiles) }
            try container.encodeIfPresent(
                (options.transfer?.destination).map(UserSelector.init),
                forKey: .transferDestination
            )
            try container.encodeIfPresent((options.transfer?.admin).map(UserSelector.init), forKey: .transferAdmin)
        }
    }
}

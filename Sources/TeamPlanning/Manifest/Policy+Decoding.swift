extension Policy {
    /// Reads a Policy manifest. What is absent keeps its default.
    init(reading reader: inout ObjectReader) {
        self.init()
        reader.object("users") { users = UserPolicy(reading: &$0) }
        reader.object("groups") { groups = GroupPolicy(reading: &$0) }
        reader.object("ownership") { ownership = OwnershipPolicy(reading: &$0) }
        reader.object("protect") { protect = ProtectPolicy(reading: &$0) }
        reader.object("limits") { limits = LimitPolicy(reading: &$0) }
        licences = reader.choice("licences") ?? licences
        checkMarker(&reader)
    }
}

extension UserPolicy {
    fileprivate init(reading reader: inout ObjectReader) {
        self.init()
        create = reader.bool("create") ?? create
        update = reader.bool("update") ?? update
        disable = reader.bool("disable") ?? disable
        deprovision = reader.bool("deprovision") ?? deprovision
        removeAction = reader.choice("remove_action") ?? removeAction
        deleteAfterDays = reader.integer("delete_after_days", in: 1...36_500)
        provisionDisabled = reader.bool("provision_disabled") ?? provisionDisabled
        deprovisionOnRuleDeletion = reader.bool("deprovision_on_rule_deletion") ?? deprovisionOnRuleDeletion
        scope = reader.scope("scope", attributes: LiveMemberAttribute.names) ?? scope
        reader.object("delete_options") { deleteOptions = DeleteOptions(reading: &$0) }
        checkCombinations(&reader)
    }
}

extension DeleteOptions {
    fileprivate init(reading reader: inout ObjectReader) {
        self.init()
        keepAccount = reader.bool("keep_account") ?? keepAccount
        retainTeamShares = reader.bool("retain_team_shares") ?? retainTeamShares
        permanentlyDeleteFiles = reader.bool("permanently_delete_files") ?? permanentlyDeleteFiles
        transferDest = reader.located("transfer_dest", .email)
        transferAdmin = reader.located("transfer_admin", .email)
        checkCombinations(&reader)
    }
}

extension GroupPolicy {
    fileprivate init(reading reader: inout ObjectReader) {
        self.init()
        create = reader.bool("create") ?? create
        rename = reader.bool("rename") ?? rename
        updateMembers = reader.bool("update_members") ?? updateMembers
        delete = reader.choice("delete") ?? delete
        scope = reader.scope("scope", attributes: LiveGroupAttribute.names) ?? scope
        adopt = reader.bool("adopt") ?? adopt
        markExisting = reader.bool("mark_existing") ?? markExisting
        manageUserManaged = reader.bool("manage_user_managed") ?? manageUserManaged
    }
}

extension OwnershipPolicy {
    fileprivate init(reading reader: inout ObjectReader) {
        self.init()
        marker = reader.text("marker", .marker) ?? marker
        takeOver = reader.bool("take_over") ?? takeOver
    }
}

extension ProtectPolicy {
    fileprivate init(reading reader: inout ObjectReader) {
        self.init()
        users = reader.texts("users", .nonEmpty, sameWhen: foldedName)?.map(\.value) ?? users
        groups = reader.texts("groups", .nonEmpty, sameWhen: foldedName)?.map(\.value) ?? groups
    }
}

extension LimitPolicy {
    fileprivate init(reading reader: inout ObjectReader) {
        self.init()
        groupDeletions = reader.limit("group_deletions") ?? groupDeletions
        userRemovals = reader.limit("user_removals") ?? userRemovals
        userSuspensions = reader.limit("user_suspensions") ?? userSuspensions
        membershipRemovals = reader.limit("membership_removals") ?? membershipRemovals
    }
}

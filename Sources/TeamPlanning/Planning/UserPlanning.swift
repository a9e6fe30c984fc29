/// Plans every desired user: who is created, recovered, changed, suspended, or left alone.
struct UserPlanning {
    private(set) var drafts: [ChangeDraft?] = []
    private(set) var findings: [Finding] = []
    /// The draft that changes a member's profile, by member; the draft that invites, by desired user.
    private(set) var updateOfMember: [Int: Int] = [:]
    private(set) var creationOfUser: [Int: Int] = [:]

    private let context: PlanningContext
    private let matching: UserMatching

    init(_ context: PlanningContext, matching: UserMatching) {
        self.context = context
        self.matching = matching
        for user in context.userOrder { plan(user) }
    }

    /// Hands the drafts over: drafts are large, and a copy would be one of each.
    mutating func takeDrafts() -> [ChangeDraft?] {
        defer { drafts = [] }
        return drafts
    }

    private mutating func plan(_ user: Int) {
        switch (context.userLifecycles[user], matching.matches[user]) {
        case (_, .blocked), (.absent, _), (.released, .absent): return
        case (.released, .member(let member)): release(user, member)
        case (.managed, .absent): admit(user)
        case (.managed, .member(let member)): bringUpToDate(user, member)
        }
    }

    /// Plans a person who is not in the team.
    private mutating func admit(_ user: Int) {
        let record = context.manifests.users[user]
        switch UserTransition.decide(desired: record.status, live: .absent) {
        case .createOnlyIfProvisioningDisabled where !context.policy.users.provisionDisabled:
            find(
                user,
                .info,
                .switchedOff,
                "is to be suspended and not in the team, so nobody is invited",
                "set \"provision_disabled\": true in the Policy to invite such people"
            )
        case .createOnlyIfProvisioningDisabled: create(user, sendWelcomeEmail: false)
        default: create(user, sendWelcomeEmail: record.sendWelcomeEmail)
        }
    }

    /// Plans a person who is, or was, in the team.
    private mutating func bringUpToDate(_ user: Int, _ member: Int) {
        let presence = LivePresence(context.live.members[member].status)
        let desired = context.manifests.users[user].status
        switch UserTransition.decide(desired: desired, live: presence) {
        case .create, .createOnlyIfProvisioningDisabled: admit(user)
        case .stayRemoved:
            find(
                user,
                .info,
                .impossibleTransition,
                "is to be suspended and was removed from the team, so nothing is done",
                "set \"lifecycle\": \"absent\" or delete the record to keep them removed"
            )
        case .leaveAlone:
            find(
                user,
                .warning,
                .impossibleTransition,
                "has a status that this version does not know and is left alone",
                "look the member up in Dropbox's admin console"
            )
        case .recover: recover(user, member)
        case .keep: update(user, member, after: nil)
        case .awaitInvitation:
            find(user, .info, .invitationPending, "was invited and has not joined yet", nil)
            update(user, member, after: nil)
        case .cannotSuspendInvited:
            find(
                user,
                .warning,
                .impossibleTransition,
                "was invited and has not joined, and Dropbox cannot suspend an invited member",
                "set \"lifecycle\": \"absent\" to withdraw the invitation, or wait until they have joined"
            )
        case .unsuspend: unsuspend(user, member)
        case .suspend:
            update(user, member, after: nil)
            suspend(user, member)
        }
    }

    // MARK: Actions

    private mutating func create(_ user: Int, sendWelcomeEmail: Bool) {
        let record = context.manifests.users[user]
        guard context.policy.users.create else {
            return find(
                user,
                .warning,
                .switchedOff,
                "is not in the team and the policy does not create users",
                "set \"create\": true under \"users\" in the Policy, or invite them by hand"
            )
        }
        var new = NewUser(email: record.email.value, sendWelcomeEmail: sendWelcomeEmail)
        new.givenName = record.givenName
        new.surname = record.surname
        new.externalID = context.writtenID(ofUser: user)
        new.persistentID = record.persistentID
        new.isDirectoryRestricted = record.isDirectoryRestricted
        if case .role(let id) = wantedRole(user) { new.role = id }
        var draft = ChangeDraft(
            .userCreate,
            .user(record.email.value),
            .createUser(new),
            stage: .admit,
            reason: sendWelcomeEmail || record.status != .suspended
                ? "in the manifests, not in the team"
                : "in the manifests as suspended, not in the team: invited now, suspended once they have joined",
            source: record.location
        )
        draft.after = new.fields(role: context.roles.label(new.role))
        draft.options = [Field("send_welcome_email", .flag(sendWelcomeEmail))]
        creationOfUser[user] = drafts.count
        drafts.append(draft)
    }

    private mutating func recover(_ user: Int, _ member: Int) {
        let record = context.manifests.users[user]
        guard context.policy.users.create else {
            return find(
                user,
                .warning,
                .switchedOff,
                "was removed from the team and the policy does not recover users",
                "set \"create\": true under \"users\" in the Policy, or restore them by hand"
            )
        }
        let live = context.live.members[member]
        var draft = ChangeDraft(
            .userRecover,
            .user(record.email.value),
            .recoverUser(live.id),
            stage: .admit,
            reason: "in the manifests; removed from the team and can still be recovered",
            source: record.location
        )
        draft.before = [Field("status", .text(live.status.name))]
        draft.after = [Field("status", .text(DesiredStatus.active.rawValue))]
        drafts.append(draft)
        update(user, member, after: drafts.count - 1)
    }

    private mutating func unsuspend(_ user: Int, _ member: Int) {
        let record = context.manifests.users[user]
        guard context.policy.users.update else {
            return find(
                user,
                .warning,
                .switchedOff,
                "is suspended, should be active, and the policy does not update users",
                "set \"update\": true under \"users\" in the Policy"
            )
        }
        var draft = ChangeDraft(
            .userUnsuspend,
            .user(record.email.value),
            .unsuspendUser(context.live.members[member].id),
            stage: .admit,
            reason: "the manifest says active, the member is suspended",
            source: record.location
        )
        draft.before = [Field("status", .text("suspended"))]
        draft.after = [Field("status", .text("active"))]
        drafts.append(draft)
        update(user, member, after: drafts.count - 1)
    }

    private mutating func suspend(_ user: Int, _ member: Int) {
        let record = context.manifests.users[user]
        let live = context.live.members[member]
        guard context.policy.users.update, context.policy.users.disable else {
            return find(
                user,
                .warning,
                .switchedOff,
                "is active, should be suspended, and the policy does not suspend users",
                "set \"disable\": true and \"update\": true under \"users\" in the Policy"
            )
        }
        if let reason = context.protection.reason(for: live, as: record.email.value) {
            return find(user, .warning, .protected, "should be suspended, but \(reason)", "correct the record")
        }
        guard context.mayDestroy else { return }
        drafts.append(
            .suspension(
                of: live,
                as: record.email.value,
                wipeData: record.wipeData,
                reason: "the manifest says suspended",
                source: record.location
            )
        )
    }

    private mutating func release(_ user: Int, _ member: Int) {
        let record = context.manifests.users[user]
        let live = context.live.members[member]
        guard case .roster = context.ownership.owner(of: live.externalID) else { return }
        guard context.policy.users.update else {
            return find(
                user,
                .warning,
                .switchedOff,
                "is released but keeps the marker, because the policy does not update users",
                "set \"update\": true under \"users\" in the Policy"
            )
        }
        var difference = ProfileDifference()
        difference.setExternalID(from: live.externalID, to: nil)
        var draft = ChangeDraft(
            .userUpdate,
            .user(record.email.value),
            .updateUser(live.id, difference.update),
            stage: .updateUsers,
            reason: "released: the marker is cleared and the member is left alone from now on",
            source: record.location
        )
        draft.before = difference.before
        draft.after = difference.after
        drafts.append(draft)
    }

    // MARK: Attributes and roles

    /// Plans one update of all attributes that differ, and the role; `earlier` is a draft that has to come first.
    private mutating func update(_ user: Int, _ member: Int, after earlier: Int?) {
        var difference = ProfileDifference(
            desired: context.manifests.users,
            user,
            live: context.live.members,
            member,
            isSameEmail: matching.isSameEmail(user, member)
        )
        compareExternalID(user, member, &difference)
        let role = roleChange(user, member, isBeingAdmitted: earlier != nil)
        guard !difference.isEmpty || role != nil else { return }
        let record = context.manifests.users[user]
        let live = context.live.members[member]
        guard context.policy.users.update else {
            let names = (difference.after.map(\.name) + (role == nil ? [] : ["role"])).joined(separator: ", ")
            return find(
                user,
                .warning,
                .switchedOff,
                "differs in \(names) and the policy does not update users",
                "set \"update\": true under \"users\" in the Policy"
            )
        }
        if !difference.isEmpty {
            var draft = ChangeDraft(
                .userUpdate,
                .user(record.email.value),
                .updateUser(live.id, difference.update),
                stage: .updateUsers,
                reason: reason(for: difference, live),
                source: record.location
            )
            draft.before = difference.before
            draft.after = difference.after
            draft.needs = earlier.map { [$0] } ?? []
            updateOfMember[member] = drafts.count
            drafts.append(draft)
        }
        if let role { setRole(record, live, to: role, after: earlier) }
    }

    private func reason(for difference: ProfileDifference, _ live: Member) -> String {
        let isAdoption = difference.update.externalID != nil && context.ownership.owner(of: live.externalID) == .nobody
        let verb = difference.after.count == 1 ? "differs" : "differ"
        let differs = "\(difference.fieldNames) \(verb) from the manifest"
        return isAdoption ? "\(differs); the member becomes ours by the external ID" : differs
    }

    private mutating func compareExternalID(
        _ user: Int,
        _ member: Int,
        _ difference: inout ProfileDifference
    ) {
        guard !matching.isSameExternalID(user, member) else { return }
        let old = context.live.members[member].externalID
        guard let written = context.writtenID(ofUser: user), old != written else { return }
        if context.ownership.owner(of: old) == .foreign, !context.ownership.mayTakeOver {
            return find(
                user,
                .warning,
                .foreignExternalID,
                "carries the external ID \"\(old ?? "")\" of another system, which is kept",
                "set \"take_over\": true under \"ownership\" in the Policy once that system is switched off"
            )
        }
        difference.setExternalID(from: old, to: written)
    }

    private mutating func wantedRole(_ user: Int) -> RoleTable.Choice? {
        guard let role = context.manifests.users[user].role else { return nil }
        guard let choice = context.roles.choice(named: role.value) else {
            find(
                user,
                .error,
                .unknownRole,
                "should have the role \"\(role.value)\", which the team does not have",
                "use one of Dropbox's role keys or a role's display name"
            )
            return nil
        }
        return choice
    }

    private mutating func roleChange(_ user: Int, _ member: Int, isBeingAdmitted: Bool) -> RoleTable.Choice? {
        guard let choice = wantedRole(user) else { return nil }
        let live = context.live.members[member]
        let old = live.roles.first
        let new: RoleID? = if case .role(let id) = choice { id } else { nil }
        guard old != new else { return nil }
        if live.status == .suspended, !isBeingAdmitted {
            find(
                user,
                .warning,
                .impossibleTransition,
                "should get the role \(context.roles.label(new)), but Dropbox sets no roles of suspended members",
                "change the role while the member is active"
            )
            return nil
        }
        if context.roles.isDemotion(from: old, to: new),
            let reason = context.protection.reason(for: live, as: context.manifests.users[user].email.value)
        {
            find(
                user,
                .warning,
                .protected,
                "would lose the role \(context.roles.label(old)), but \(reason)",
                "correct the record"
            )
            return nil
        }
        return choice
    }

    private mutating func setRole(
        _ record: DesiredUser,
        _ live: Member,
        to choice: RoleTable.Choice,
        after earlier: Int?
    ) {
        let new: RoleID? = if case .role(let id) = choice { id } else { nil }
        var draft = ChangeDraft(
            .userSetRole,
            .user(record.email.value),
            .setRole(live.id, new),
            stage: .updateUsers,
            reason: "role differs from the manifest",
            source: record.location
        )
        draft.before = [Field("role", .text(context.roles.label(live.roles.first)))]
        draft.after = [Field("role", .text(context.roles.label(new)))]
        draft.needs = earlier.map { [$0] } ?? []
        drafts.append(draft)
    }

    private mutating func find(
        _ user: Int,
        _ severity: Severity,
        _ code: FindingCode,
        _ problem: String,
        _ remedy: String?
    ) {
        let record = context.manifests.users[user]
        findings.append(
            Finding(
                severity,
                code,
                "user \(record.email.value) \(problem)",
                remedy: remedy,
                resource: Resource.user(record.email.value).description,
                at: record.location
            )
        )
    }
}

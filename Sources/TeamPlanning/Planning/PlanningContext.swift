/// All that every step of planning looks at, computed once.
struct PlanningContext {
    let manifests: Manifests
    let live: LiveState
    let options: PlanOptions
    let index: LiveIndex
    let ownership: Ownership
    let protection: Protection
    let roles: RoleTable
    let readProblem: ReadProblem?
    /// The folded email of each desired user.
    let userEmails: [FoldedName]
    /// The desired user who has an email now.
    let userByEmail: NameIndex<FoldedName>
    /// What becomes of each desired user.
    let userLifecycles: [Lifecycle]
    /// Whether any desired user states groups.
    let usersSpeakOfGroups: Bool
    /// Whether any desired user has a reference ID.
    let usersHaveReferences: Bool
    /// Positions of the desired users in the one order in which they are planned.
    let userOrder: [Int]
    /// The external ID that roster writes for each desired group.
    let groupWrittenIDs: [String]
    /// The folded name of each desired group.
    let groupNames: [FoldedName]
    /// The desired group that has a name now.
    let recordByName: NameIndex<FoldedName>
    /// Positions of the desired groups in the one order in which they are planned.
    let groupOrder: [Int]
    /// The names of each live member's groups by the member's position; empty unless a filter may ask for them.
    let liveGroupNames: [Int: [String]]

    init(manifests: Manifests, live: LiveState, options: PlanOptions) {
        self.manifests = manifests
        self.live = live
        self.options = options
        index = LiveIndex(live)
        let ownership = Ownership(manifests.policy.ownership)
        self.ownership = ownership
        protection = Protection(manifests.policy.protect, live: live)
        roles = RoleTable(live.roles)
        readProblem = ReadProblem(in: live)
        // Positions instead of records throughout: a record is large, and copying it costs more than what is looked up.
        let users = manifests.users
        var emails: [FoldedName] = []
        var lifecycles: [Lifecycle] = []
        var usersSpeakOfGroups = false
        var usersHaveReferences = false
        emails.reserveCapacity(users.count)
        lifecycles.reserveCapacity(users.count)
        for user in users.indices {
            emails.append(FoldedName(users[user].email.value))
            lifecycles.append(users[user].lifecycle)
            if users[user].groups != nil { usersSpeakOfGroups = true }
            if users[user].referenceID != nil { usersHaveReferences = true }
        }
        userEmails = emails
        userByEmail = NameIndex(emails)
        userLifecycles = lifecycles
        self.usersSpeakOfGroups = usersSpeakOfGroups
        self.usersHaveReferences = usersHaveReferences
        userOrder = emails.indices.sorted { emails[$0] < emails[$1] }
        let groups = manifests.groups.indices
        let names = groups.map { FoldedName(manifests.groups[$0].name.value) }
        groupNames = names
        groupWrittenIDs = groups.map { group in
            let id = manifests.groups[group].id?.value ?? manifests.groups[group].name.value
            return ownership.written(id, rule: manifests.groups[group].rule)
        }
        recordByName = NameIndex(names)
        groupOrder = names.indices.sorted { names[$0] < names[$1] }
        liveGroupNames = if case .filter = manifests.policy.users.scope { live.groupNamesByMember } else { [:] }
    }

    var policy: Policy { manifests.policy }

    /// The external ID that roster writes for a desired user; `nil` where the record has none.
    func writtenID(ofUser user: Int) -> String? {
        guard let id = manifests.users[user].externalID?.value else { return nil }
        return ownership.written(id, rule: manifests.users[user].rule)
    }

    /// Whether anything may be taken away at all.
    var mayDestroy: Bool { readProblem == nil }
}

extension LiveState {
    /// The names of the groups of each member who is in any, by position.
    var groupNamesByMember: [Int: [String]] {
        var names: [Int: [String]] = [:]
        for group in groups {
            for membership in group.members { names[membership.member, default: []].append(group.name) }
        }
        return names
    }
}

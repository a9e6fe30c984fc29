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
    let userByEmail: [FoldedName: Int]
    /// The external ID that roster writes for each desired user; `nil` where the record has none.
    let userWrittenIDs: [String?]
    /// Positions of the desired users in the one order in which they are planned.
    let userOrder: [Int]
    /// The folded name of each desired group.
    let groupNames: [FoldedName]
    /// Every name that a desired group has now.
    let desiredNames: Set<FoldedName>
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
        let users = manifests.users.indices
        let emails = users.map { FoldedName(manifests.users[$0].email.value) }
        userEmails = emails
        userByEmail = Dictionary(zip(emails, users)) { _, last in last }
        userWrittenIDs = users.map { user in
            guard let id = manifests.users[user].externalID?.value else { return nil }
            return ownership.written(id, rule: manifests.users[user].rule)
        }
        userOrder = emails.indices.sorted { emails[$0] < emails[$1] }
        let names = manifests.groups.map { FoldedName($0.name.value) }
        groupNames = names
        desiredNames = Set(names)
        groupOrder = names.indices.sorted { names[$0] < names[$1] }
        liveGroupNames = if case .filter = manifests.policy.users.scope { live.groupNamesByMember } else { [:] }
    }

    var policy: Policy { manifests.policy }

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

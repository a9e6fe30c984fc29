import TeamPlanning

/// Manifests that validation accepts, over the same few names as the teams.
struct RandomManifests {
    private(set) var manifests = Manifests()
    private var line = 0

    init(using random: inout SplitMix64) {
        manifests.rules = random.percent(85) ? [.default, RuleName(rawValue: "ldap")] : [RuleName(rawValue: "ldap")]
        manifests.policy = Policy(using: &random)
        addUsers(&random)
        addGroups(&random)
    }

    private mutating func place() -> SourceLocation {
        line += 1
        return SourceLocation(file: "manifests/team.json", line: line, column: 1)
    }

    private mutating func located(_ values: [String]) -> [Located<String>] {
        values.map { Located($0, at: place()) }
    }

    // MARK: Users

    private mutating func addUsers(_ random: inout SplitMix64) {
        var keys = Pool.keys.shuffled(using: &random)
        var emails = random.some(of: Pool.people, upTo: 7)
        if random.percent(30) { emails.append(Pool.admin) }
        let speakOfGroups = random.percent(50)
        for email in emails {
            var user = DesiredUser(email: Located(email, at: place()), location: place())
            user.status = random.pick(nil, .active, .active, .suspended)
            if random.percent(60) { user.externalID = keys.popLast().map { Located($0, at: place()) } }
            if random.percent(30) { user.givenName = random.pick("A", "B") }
            if random.percent(20) {
                user.role = Located(
                    random.pick("team_admin", "member_only", "User management admin", "Nobody"),
                    at: place()
                )
            }
            if random.percent(20) { user.previousEmails = random.some(of: Pool.people, upTo: 2) }
            if speakOfGroups, random.percent(60) {
                user.groups = located(random.some(of: Pool.groups + ["Nowhere"], upTo: 3))
            }
            if random.percent(10) { user.rule = RuleName(rawValue: "ldap") }
            user.wipeData = random.percent(10) && !manifests.policy.users.deleteOptions.keepAccount
            user.lifecycle = lifecycle(&random)
            manifests.users.append(user)
        }
    }

    private func lifecycle(_ random: inout SplitMix64) -> Lifecycle {
        switch random.below(10) {
        case 0: .absent
        case 1: .released
        default: .managed
        }
    }

    // MARK: Groups

    private mutating func addGroups(_ random: inout SplitMix64) {
        var names: Set<FoldedName> = []
        var keys: Set<String> = []
        for name in random.some(of: Pool.groups, upTo: 5) {
            let id = random.percent(40) ? Pool.keys.randomElement(using: &random) : nil
            guard names.insert(FoldedName(name)).inserted, keys.insert(id ?? name).inserted else { continue }
            var group = DesiredGroup(name: Located(name, at: place()), location: place())
            group.id = id.map { Located($0, at: place()) }
            if random.percent(70) {
                group.members = NameList(located(random.some(of: Pool.people + ["nobody@acme.com"], upTo: 5)))
            }
            if random.percent(30) { group.management = random.pick(.companyManaged, .userManaged) }
            if group.management == .userManaged, random.percent(60) {
                group.owners = NameList(located(random.some(of: Pool.people, upTo: 2)))
            }
            if random.percent(30) { group.previousNames = random.some(of: Pool.groups, upTo: 2) }
            if random.percent(25) { group.membership = .additive }
            group.lifecycle = lifecycle(&random)
            manifests.groups.append(group)
        }
    }
}

extension Policy {
    /// A policy without the combinations that validation refuses.
    fileprivate init(using random: inout SplitMix64) {
        self.init()
        users = UserPolicy(using: &random)
        groups.create = !random.percent(10)
        groups.rename = !random.percent(10)
        groups.updateMembers = !random.percent(10)
        groups.delete = random.pick(.absent, .absent, .tombstone, .never)
        groups.scope = random.pick(.managed, .managed, .all)
        groups.adopt = !random.percent(15)
        groups.manageUserManaged = random.percent(50)
        ownership.takeOver = random.percent(15)
        if random.percent(20) { protect.users = ["*\(random.pick("a", "n", "e"))@acme.com", "bob*"] }
        if random.percent(20) { protect.groups = ["*eta", "gam*"] }
        licences = random.pick(.block, .warn)
    }
}

extension UserPolicy {
    fileprivate init(using random: inout SplitMix64) {
        self.init()
        create = !random.percent(10)
        update = !random.percent(10)
        disable = update && !random.percent(10)
        deprovision = random.percent(60)
        removeAction = disable ? random.pick(.disable, .delete) : .delete
        if disable, removeAction == .disable, random.percent(50) { deleteAfterDays = random.pick(1, 30) }
        provisionDisabled = random.percent(30)
        deprovisionOnRuleDeletion = random.percent(30)
        scope = random.pick(.managed, .managed, .all)
        switch random.below(10) {
        case 0: deleteOptions.keepAccount = true
        case 1: deleteOptions.permanentlyDeleteFiles = true
        case 2:
            let admin = Located(Pool.admin, at: SourceLocation(file: "manifests/policy.json", line: 1, column: 1))
            deleteOptions.transferDest = admin
            deleteOptions.transferAdmin = admin
        default: break
        }
    }
}

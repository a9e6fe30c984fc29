import TeamPlanning

/// The few names of which random teams and manifests are made, so that they collide often.
enum Pool {
    static let people = ["ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal"].map { "\($0)@acme.com" }
    static let admin = "admin@acme.com"
    static let keys = ["1", "2", "3", "4", "5", "6"]
    static let groups = ["Alpha", "Beta", "Gamma", "Delta", "alpha", "Epsilon", "Straße", "STRASSE"]
    static let roles = [
        Role(id: RoleID("role:admin"), name: "Team admin", key: "team_admin"),
        Role(id: RoleID("role:users"), name: "User management admin", key: "user_management_admin"),
    ]
}

/// A small live team that Dropbox could hold.
struct RandomTeam {
    private(set) var state: LiveState
    /// Memberships that removed members would bring back.
    private(set) var formerGroups: [MemberID: Set<GroupID>] = [:]

    init(using random: inout SplitMix64) {
        let admin = Member(
            id: MemberID("m:admin"),
            email: Pool.admin,
            status: .active,
            roles: [Pool.roles[0].id]
        )
        state = LiveState(
            team: Team(id: "dbtid:acme", name: "Acme", licensedSeats: 100, provisionedUsers: 1),
            actingAdmin: ActingAdmin(id: admin.id, email: admin.email),
            members: [admin],
            groups: [],
            roles: Pool.roles
        )
        addMembers(&random)
        demoteActingAdmin(&random)
        addGroups(&random)
        let used = state.members.count { $0.status.isLive }
        state.team.provisionedUsers = used
        state.team.licensedSeats = random.percent(20) ? used + random.below(3) : 100
    }

    private mutating func addMembers(_ random: inout SplitMix64) {
        var ids = Pool.keys.shuffled(using: &random)
        for (number, email) in random.some(of: Pool.people, upTo: 7).enumerated() {
            var member = Member(
                id: MemberID("m:\(number)"),
                email: random.percent(10) ? email.uppercased() : email,
                status: status(&random)
            )
            if random.percent(60), let key = ids.popLast() {
                member.externalID = random.pick(
                    "roster:default/\(key)",
                    "roster:default/\(key)",
                    "roster:old/\(key)",
                    "ad-\(key)"
                )
            }
            member.givenName = random.pick("", "A", "B")
            if random.percent(20) { member.roles = [random.pick(Pool.roles[0].id, Pool.roles[1].id)] }
            if member.status == .suspended {
                member.suspendedOn = random.pick("2026-11-19T00:00:00Z", "2026-01-01T00:00:00Z")
            }
            if random.percent(5) { member.secondaryEmails = ["second-\(number)@acme.com"] }
            state.members.append(member)
        }
    }

    /// The acting admin need not be a team admin as long as somebody else is.
    private mutating func demoteActingAdmin(_ random: inout SplitMix64) {
        let others = state.members.dropFirst().contains {
            $0.status == .active && $0.roles.first == Pool.roles[0].id
        }
        if others, random.percent(50) { state.members[0].roles = [Pool.roles[1].id] }
    }

    private func status(_ random: inout SplitMix64) -> MemberStatus {
        switch random.below(20) {
        case 0..<9: .active
        case 9..<12: .invited
        case 12..<15: .suspended
        case 15..<18: .removed(isRecoverable: true)
        case 18: .removed(isRecoverable: false)
        default: .unknown
        }
    }

    private mutating func addGroups(_ random: inout SplitMix64) {
        var ids = (Pool.keys + Pool.groups).shuffled(using: &random)
        for (number, name) in random.some(of: Pool.groups, upTo: 5).enumerated() {
            let isFolded = state.groups.contains { FoldedName($0.name) == FoldedName(name) }
            if isFolded, random.percent(70) { continue }
            let written = random.percent(10) ? "\(name)\u{A0}" : name
            var group = Group(id: GroupID("g:\(number)"), name: written, memberCount: 0, members: [])
            switch random.below(10) {
            case 0: group.management = .systemManaged
            case 1, 2: group.management = .userManaged
            default: group.management = .companyManaged
            }
            if group.management != .systemManaged, random.percent(75), let key = ids.popLast() {
                group.externalID = random.pick(
                    "roster:default/\(key)",
                    "roster:default/\(key)",
                    "roster:old/\(key)",
                    "ad-\(key)"
                )
            }
            for (position, member) in state.members.enumerated() where random.percent(40) {
                guard member.status.isLive else {
                    if member.status == .removed(isRecoverable: true), group.management != .systemManaged {
                        formerGroups[member.id, default: []].insert(group.id)
                    }
                    continue
                }
                let isOwner = group.management == .userManaged && member.status == .active && random.percent(30)
                group.members.append(Membership(member: position, access: isOwner ? .owner : .member))
            }
            group.memberCount = group.members.count
            state.groups.append(group)
        }
    }
}

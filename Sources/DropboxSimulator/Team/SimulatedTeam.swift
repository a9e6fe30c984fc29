/// The team and everything the routes need to answer: a plain value, changed by one route at a time.
struct SimulatedTeam {
    var facts: TeamSeed.Team
    var members = MemberTable()
    var groups = GroupTable()
    var memberships = Memberships()
    var cursors = CursorTable()
    var jobs: JobTable
    /// The time of the call being answered, as the API writes it.
    var now: Timestamp
    /// No page holds more, whatever the caller asks for.
    let pageLimit: Int
    /// The positions of an invitation that a fault refuses, during one call.
    var refusedInvitations: Set<Int> = []
    private(set) var effects: [RecordedCall.Effect] = []
    private let actingAdminEmail: String
    private let actingAdminID: String?
    private let synthesizedGroupID: String?
    private var nextID: Int

    /// - Parameter seed: a consistent seed; ``TeamSeed/checkConsistency()`` is the caller's.
    init(seed: TeamSeed, pageLimit: Int = 1000, pollsInProgress: Int = 0, now: Timestamp) {
        facts = seed.team
        jobs = JobTable(pollsInProgress: pollsInProgress)
        self.now = now
        self.pageLimit = pageLimit
        nextID = seed.nextID ?? seed.members.count + seed.groups.count + 1
        for member in seed.members { members.append(member) }
        actingAdminEmail = seed.actingAdmin
        actingAdminID = members.position(of: .email(seed.actingAdmin)).map { [members] in members[$0].id }
        let hasSystemGroup = seed.groups.contains { $0.management == .systemManaged }
        synthesizedGroupID = hasSystemGroup ? nil : Self.everyoneID
        if !hasSystemGroup {
            groups.append(
                TeamSeed.Group(id: Self.everyoneID, name: "Everyone at \(seed.team.name)", management: .systemManaged)
            )
        }
        for group in seed.groups { insert(group) }
    }

    private static let everyoneID = "g:everyone"

    private mutating func insert(_ group: TeamSeed.Group) {
        var bare = group
        bare.members = []
        groups.append(bare)
        guard group.management != .systemManaged else { return }
        for membership in group.members {
            guard let member = members.position(of: .email(membership.email)) else { continue }
            memberships.set(member, in: groups.end - 1, to: membership.access)
        }
    }

    /// The team as a seed: what is saved.
    var seed: TeamSeed {
        TeamSeed(
            team: facts,
            actingAdmin: actingAdmin.map { members[$0].email } ?? actingAdminEmail,
            members: members.all,
            groups: groups.all.filter { $0.group.id != synthesizedGroupID }.map { position, group in
                var full = group
                full.members = memberPositions(of: position, group).map { member, access in
                    TeamSeed.Membership(email: members[member].email, access: access)
                }
                return full
            },
            nextID: nextID
        )
    }
}

extension SimulatedTeam {
    /// Position of the admin who authorised the token.
    var actingAdmin: Int? {
        actingAdminID.flatMap { members.position(of: .teamMemberID($0)) }
    }

    /// Whether there is a seat for one more member.
    var hasFreeSeat: Bool {
        members.liveCount < facts.licensedUsers
    }

    /// A group's members in listing order. Everyone live is in a system-managed group.
    func memberPositions(of position: Int, _ group: TeamSeed.Group) -> [(member: Int, access: TeamSeed.Access)] {
        guard group.management == .systemManaged else { return memberships.members(of: position) }
        return members.all.indices.filter { members[$0].isLive }.map { (member: $0, access: .member) }
    }

    func memberCount(of position: Int, _ group: TeamSeed.Group) -> Int {
        group.management == .systemManaged ? members.liveCount : memberships.count(in: position)
    }

    /// IDs of a member's groups, the system-managed one first.
    func groupIDs(of position: Int) -> [String] {
        guard members[position].isLive else { return [] }
        let everyone = groups.systemManaged.map { [$0] } ?? []
        return everyone + memberships.groups(of: position).compactMap { groups[$0]?.id }
    }

    mutating func record(_ effect: RecordedCall.Effect) {
        effects.append(effect)
    }

    /// The effects of the call that has just been answered.
    mutating func takeEffects() -> [RecordedCall.Effect] {
        defer { effects = [] }
        return effects
    }

    mutating func makeMemberID() -> String {
        var id: String
        repeat { id = "dbmid:sim" + takeNumber() } while members.hasID(id)
        return id
    }

    mutating func makeGroupID() -> String {
        var id: String
        repeat { id = "g:sim" + takeNumber() } while groups.hasID(id)
        return id
    }

    private mutating func takeNumber() -> String {
        defer { nextID += 1 }
        return zeroPadded(nextID, to: 10)
    }
}

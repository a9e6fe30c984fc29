public import Reconciliation
public import TeamPlanning

/// A team in memory, with Dropbox's own rules: what Dropbox refuses, this refuses, with the same tag in the message.
///
/// `intercept` sees every call first: it may throw in its place, or wait.
public actor InMemoryTeam {
    /// Every call so far, in the order in which they came.
    public private(set) var calls: [TeamCall] = []
    /// Whether calls were told not to wait any more.
    public private(set) var stopsOfWaiting: [Bool] = []
    /// The most calls that were under way at one time.
    public private(set) var greatestConcurrency = 0

    var members: [MemberID: MemberRecord] = [:]
    var groups: [GroupID: GroupRecord] = [:]
    var lastID = 0
    let origin: LiveState
    private var underWay = 0
    private let intercept: @Sendable (TeamCall) async throws(GatewayError) -> Void

    /// Starts from a live state.
    public init(
        _ live: LiveState,
        intercept: @escaping @Sendable (TeamCall) async throws(GatewayError) -> Void = { _ in }
    ) {
        origin = live
        self.intercept = intercept
        for member in live.members { members[member.id] = MemberRecord(profile: member) }
        for group in live.groups {
            var record = GroupRecord(name: group.name, externalID: group.externalID, management: group.management)
            for membership in group.members {
                record.members[live.members[membership.member].id] = membership.access ?? .member
            }
            groups[group.id] = record
        }
    }

    /// Takes down that nobody is to wait any more.
    public func stopWaiting(forJobs: Bool) { stopsOfWaiting.append(forJobs) }

    /// Lets a removed member come back with these memberships when recovered.
    public func remember(_ groups: [GroupID: GroupAccess], of member: MemberID) {
        members[member]?.formerGroups = groups
    }

    /// The team as it is now, members and groups ordered by ID.
    public func liveState() -> LiveState {
        let people = members.values.map(\.profile).sorted { $0.id < $1.id }
        let positions = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id, $0) })
        var state = origin
        state.members = people
        state.team.provisionedUsers = people.count { $0.status.isLive }
        state.groups = groups.sorted { $0.key < $1.key }.map { id, record in
            let memberships = record.members.compactMap { member, access in
                positions[member].map { Membership(member: $0, access: access) }
            }
            return Group(
                id: id,
                name: record.name,
                externalID: record.externalID,
                management: record.management,
                memberCount: memberships.count,
                members: memberships.sorted { $0.member < $1.member }
            )
        }
        return state
    }

    /// Takes a call down and lets the interceptor have it before the team does.
    func admit(_ call: TeamCall) async throws(GatewayError) {
        calls.append(call)
        underWay += 1
        greatestConcurrency = max(greatestConcurrency, underWay)
        defer { underWay -= 1 }
        try await intercept(call)
    }

    /// A new ID, after all that exist.
    func nextID() -> Int {
        lastID += 1
        return lastID
    }
}

/// A refusal with Dropbox's tag.
func refusal(_ tag: String, offending: Set<MemberID> = []) -> GatewayError {
    GatewayError(.rejected, tag, requestID: "refused", offendingMembers: offending)
}

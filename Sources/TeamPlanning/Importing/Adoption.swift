/// What stands between a live team and manifests that describe all of it.
///
/// System-managed groups, removed members and the acting admin are not part of it.
public struct Adoption: Sendable, Equatable {
    /// Members whom no record names, by email.
    public var unmanagedMembers: [Member] = []
    /// Groups that no record names, by name.
    public var unmanagedGroups: [Group] = []
    /// Members who have one name, apart from letter case and spaces: possibly two accounts of one person.
    public var namesakes: [[Member]] = []
    /// Groups whose names differ in nothing but letter case and spaces.
    public var similarGroups: [[Group]] = []
    /// Members who carry an external ID that is not ours.
    public var foreignMembers: [Member] = []
    /// Groups that carry an external ID that is not ours.
    public var foreignGroups: [Group] = []
    /// Invitations that have been pending for too long, oldest first.
    public var pendingInvitations: [Invitation] = []
    /// Groups with more members than Dropbox documents.
    public var largeGroups: [Group] = []

    /// An invitation that has not been accepted.
    public struct Invitation: Sendable, Equatable {
        /// Who was invited.
        public let member: Member
        /// How many days ago.
        public let days: Int
    }

    /// Looks at a team and at the manifests that are to describe it.
    ///
    /// - Parameters:
    ///   - now: The time in seconds since 1970.
    ///   - pendingDays: How many days an invitation may be pending without being listed.
    public init(_ live: LiveState, _ manifests: Manifests, now: Int64, pendingDays: Int) {
        let context = PlanningContext(importing: manifests, live)
        let members = live.members.indices.filter {
            live.members[$0].status.isLive && live.members[$0].id != live.actingAdmin.id
        }
        let groups = live.groups.indices.filter { live.groups[$0].management != .systemManaged }
        let users = UserMatching(context)
        let groupMatching = GroupMatching(context)
        let isForeign = { (id: String?) in context.ownership.owner(of: id) == .foreign }

        unmanagedMembers = members.filter { users.userOfMember[$0] == nil }.map { live.members[$0] }.inOrder()
        unmanagedGroups = groups.filter { groupMatching.recordOfGroup[$0] == nil }.map { live.groups[$0] }.inOrder()
        let present = members.map { live.members[$0] }.inOrder()
        let shown = groups.map { live.groups[$0] }.inOrder()
        namesakes = Self.alike(present) { "\($0.givenName) \($0.surname)" }
        similarGroups = Self.alike(shown, by: \.name)
        foreignMembers = present.filter { isForeign($0.externalID) }
        foreignGroups = shown.filter { isForeign($0.externalID) }
        pendingInvitations = present.compactMap { Self.invitation($0, now) }.filter { $0.days >= pendingDays }
            .sorted { $0.days > $1.days }
        largeGroups = shown.filter { max($0.members.count, $0.memberCount) > MembershipPlanning.documentedGroupSize }
    }

    /// Whether there is nothing to report.
    public var isEmpty: Bool {
        unmanagedMembers.isEmpty && unmanagedGroups.isEmpty && namesakes.isEmpty && similarGroups.isEmpty
            && foreignMembers.isEmpty && foreignGroups.isEmpty && pendingInvitations.isEmpty && largeGroups.isEmpty
    }

    private static func invitation(_ member: Member, _ now: Int64) -> Invitation? {
        guard member.status == .invited, let since = member.invitedOn.flatMap(Timestamp.seconds), since <= now else {
            return nil
        }
        return Invitation(member: member, days: Int((now - since) / 86_400))
    }

    /// Those that have one text, apart from letter case and spaces; nobody without a text.
    private static func alike<Object>(_ objects: [Object], by text: (Object) -> String) -> [[Object]] {
        var order: [String] = []
        var byText: [String: [Object]] = [:]
        for object in objects {
            let letters = text(object).unicodeScalars.filter { !$0.properties.isWhitespace }
            let key = caseFolded(String(String.UnicodeScalarView(letters)))
            if key.isEmpty { continue }
            if byText[key] == nil { order.append(key) }
            byText[key, default: []].append(object)
        }
        return order.compactMap { byText[$0] }.filter { $0.count > 1 }
    }
}

extension [Member] {
    fileprivate func inOrder() -> [Member] { sorted { SortKey($0.email) < SortKey($1.email) } }
}

extension [Group] {
    fileprivate func inOrder() -> [Group] {
        sorted { (SortKey($0.name), $0.id) < (SortKey($1.name), $1.id) }
    }
}

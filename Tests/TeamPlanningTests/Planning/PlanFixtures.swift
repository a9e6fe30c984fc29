@testable import TeamPlanning

/// Short words for teams, manifests and plans: `ann` stands for `ann@acme.com` everywhere.
enum Roles {
    static let admin = Role(id: RoleID("role:admin"), name: "Team admin", key: "team_admin")
    static let users = Role(id: RoleID("role:users"), name: "User management admin", key: "user_management_admin")
    static let billing = Role(id: RoleID("role:billing"), name: "Billing admin", key: nil)
    static let all = [admin, users, billing]
}

let place = SourceLocation(file: "manifests/team.json", line: 1, column: 1)

func email(_ name: String) -> String { name.contains("@") ? name : "\(name)@acme.com" }

// MARK: The live team

func member(
    _ name: String,
    _ status: MemberStatus = .active,
    ext externalID: String? = nil,
    role: Role? = nil,
    _ change: (inout Member) -> Void = { _ in }
) -> Member {
    var member = Member(
        id: MemberID("m:\(name)"),
        email: email(name),
        externalID: externalID,
        status: status,
        roles: role.map { [$0.id] } ?? []
    )
    change(&member)
    return member
}

/// A live group before its members are looked up; without `ext` it is ours under its name.
struct LiveGroup: Sendable {
    var group: Group
    var members: [String]
    var owners: [String]
}

func liveGroup(
    _ name: String,
    _ members: [String] = [],
    owners: [String] = [],
    id: String? = nil,
    ext externalID: String?? = nil,
    management: GroupManagement = .companyManaged
) -> LiveGroup {
    let group = Group(
        id: GroupID("g:\(id ?? name)"),
        name: name,
        externalID: externalID ?? "roster:default/\(name)",
        management: management,
        memberCount: members.count + owners.count,
        members: []
    )
    return LiveGroup(group: group, members: members, owners: owners)
}

/// A team whose acting admin is `admin`, an active team admin.
func team(_ members: [Member] = [], _ groups: [LiveGroup] = [], seats: Int = 100) -> LiveState {
    let members = [member("admin", role: Roles.admin)] + members
    var state = LiveState(
        team: Team(
            id: "dbtid:acme",
            name: "Acme",
            licensedSeats: seats,
            provisionedUsers: members.count { $0.status.isLive }
        ),
        actingAdmin: ActingAdmin(id: members[0].id, email: members[0].email),
        members: members,
        groups: [],
        roles: Roles.all
    )
    state.groups = groups.map { live in
        var group = live.group
        group.members = members.indices.compactMap { position in
            let names = [members[position].email, members[position].id.rawValue]
            if live.owners.contains(where: { names.contains(email($0)) }) {
                return Membership(member: position, access: .owner)
            }
            let isMember = live.members.contains { names.contains(email($0)) }
            return isMember ? Membership(member: position, access: .member) : nil
        }
        return group
    }
    return state
}

// MARK: The manifests

func user(
    _ name: String,
    id externalID: String? = nil,
    _ status: DesiredStatus? = nil,
    _ change: (inout DesiredUser) -> Void = { _ in }
) -> DesiredUser {
    var user = DesiredUser(email: Located(email(name), at: place), location: place)
    user.externalID = externalID.map { Located($0, at: place) }
    user.status = status
    change(&user)
    return user
}

func wanted(
    _ name: String,
    _ members: [String]? = nil,
    id: String? = nil,
    previously: [String] = [],
    _ change: (inout DesiredGroup) -> Void = { _ in }
) -> DesiredGroup {
    var group = DesiredGroup(name: Located(name, at: place), location: place)
    group.members = members.map(located)
    group.id = id.map { Located($0, at: place) }
    group.previousNames = previously
    change(&group)
    return group
}

/// Names as manifests write people.
func located(_ names: [String]) -> NameList {
    NameList(names.map { Located(email($0), at: place) })
}

func policy(_ change: (inout Policy) -> Void) -> Policy {
    var policy = Policy()
    change(&policy)
    return policy
}

/// A policy that deprovisions everybody in scope.
func deprovisioning(_ change: (inout Policy) -> Void = { _ in }) -> Policy {
    policy {
        $0.users.deprovision = true
        change(&$0)
    }
}

// MARK: Plans

let digest = Digest(sha256: { bytes in
    // Not SHA-256: any 32 bytes that depend on all of the input serve here.
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return (0..<4).flatMap { word -> [UInt8] in
        state = (state ^ (state >> 29)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(word)
        return (0..<8).map { UInt8(truncatingIfNeeded: state >> UInt64($0 * 8)) }
    }
})

/// 2026-11-20T00:00:00Z.
let today: Int64 = 1_795_132_800

func plan(
    _ live: LiveState,
    users: [DesiredUser] = [],
    groups: [DesiredGroup] = [],
    policy: Policy = Policy(),
    overrides: LimitOverrides = [:],
    _ change: (inout Manifests) -> Void = { _ in }
) -> Plan {
    var manifests = Manifests()
    manifests.rules = [.default]
    manifests.users = users
    manifests.groups = groups
    manifests.policy = policy
    change(&manifests)
    return Plan(
        manifests: manifests,
        live: live,
        options: PlanOptions(now: today, overrides: overrides),
        digest: digest
    )
}

extension Plan {
    /// One line a change, such as `user.update ann given_name=Ann` or `group.members Sales +ann -bob eve:owner`.
    var lines: [String] { changes.map(\.line) }

    /// One line a finding, such as `protected ann`, sorted.
    var notes: [String] {
        findings.map { "\($0.code.rawValue) \(short($0.resource ?? "-"))" }.sorted()
    }

    func verdict(_ gate: GateName) -> GateVerdict? { gates.first { $0.gate == gate } }

    func change(_ line: String) -> Change? { changes.first { $0.line == line } }
}

extension Change {
    var line: String {
        var parts = [action.rawValue, short(resource.name)]
        switch operation {
        case .changeMembers(let members):
            parts += members.add.map { "+\($0.short)" }
            parts += members.remove.map { "-\($0.short)" }
            parts += members.setAccess.map { "~\($0.short)" }
        case .updateUser, .updateGroup, .setRole:
            parts += (after ?? []).map { "\($0.name)=\($0.value.short)" }
        default: break
        }
        return parts.joined(separator: " ")
    }
}

extension MemberAccess {
    fileprivate var short: String {
        TeamPlanningTests.short(email) + (access == .owner ? ":owner" : "")
    }
}

extension FieldValue {
    fileprivate var short: String {
        switch self {
        case .none: "-"
        case .text(let text): TeamPlanningTests.short(text)
        case .flag(let flag): "\(flag)"
        case .number(let number): "\(number)"
        }
    }
}

private func short(_ text: String) -> String {
    var text = text
    for prefix in ["user:", "group:"] where text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
    if text.hasSuffix("@acme.com") { text.removeLast("@acme.com".count) }
    return text
}

@testable import TeamPlanning

/// Plans built by hand: what reports are made from.
enum Fixture {
    static let digest = Digest(sha256: { bytes in
        // Not SHA-256: any 32 bytes that depend on the input serve here.
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return (0..<32).map { UInt8(truncatingIfNeeded: state >> UInt64(($0 % 8) * 8)) }
    })

    /// So many people's emails, sorted.
    static func emails(_ count: Int) -> [String] {
        (0..<count).map { "person\($0 + 100)@acme.example" }
    }

    static func change(
        _ action: Action,
        _ name: String,
        before: [Field]? = nil,
        after: [Field]? = nil,
        options: [Field] = [],
        reason: String = "the manifest says so",
        destructive: Bool = false,
        irreversible: Bool = false,
        dependsOn: [String] = [],
        line: Int? = 4,
        file: String = "manifests/users.json",
        members: MembershipChange? = nil,
        target: String = "0"
    ) -> Change {
        Change(
            id: ChangeID("\(action.rawValue):\(name)"),
            action: action,
            resource: action.concernsUser ? .user(name) : .group(name),
            before: before,
            after: after,
            options: options,
            reason: reason,
            isDestructive: destructive,
            isIrreversible: irreversible,
            dependsOn: dependsOn.map(ChangeID.init),
            source: line.map { SourceLocation(file: file, line: $0, column: 5) },
            operation: members.map(Operation.changeMembers) ?? operation(action, name, before, target),
            stage: .updateUsers
        )
    }

    /// An operation of the action, on the member `dbmid:<target>` or the group `g:<target>`, or the group that `before` names.
    private static func operation(_ action: Action, _ name: String, _ before: [Field]?, _ target: String) -> Operation {
        let member = MemberID("dbmid:\(target)")
        let named = before?.first { $0.name == "group_id" }?.value
        let groupID = if case .text(let id)? = named { id } else { "g:\(target)" }
        let group = GroupID(groupID)
        return switch action {
        case .userCreate: .createUser(NewUser(email: name, sendWelcomeEmail: false))
        case .userRecover: .recoverUser(member)
        case .userUpdate: .updateUser(member, ProfileUpdate())
        case .userSetRole: .setRole(member, nil)
        case .userSuspend: .suspendUser(member, wipeData: false)
        case .userUnsuspend: .unsuspendUser(member)
        case .userRemove: .removeUser(member, RemovalOptions())
        case .groupCreate: .createGroup(NewGroup(name: name, externalID: name, management: .companyManaged))
        case .groupUpdate: .updateGroup(group, GroupUpdate())
        case .groupDelete: .deleteGroup(group)
        case .groupMembers: .changeMembers(MembershipChange(group: .existing(group)))
        }
    }

    static func deletion(_ name: String, id: String, members: Int, line: Int? = nil) -> Change {
        change(
            .groupDelete,
            name,
            before: [
                Field("group_id", .text(id)), Field("name", .text(name)), Field("management", .text("company_managed")),
                Field("member_count", .number(members)), Field("external_id", .text("roster:default/\(name)")),
            ],
            reason: "no manifest names this group any more, and its external ID is ours",
            destructive: true,
            irreversible: true,
            line: line,
            file: "manifests/groups.json"
        )
    }

    static func creation(_ email: String, line: Int = 4) -> Change {
        change(
            .userCreate,
            email,
            after: [
                Field("email", .text(email)), Field("given_name", .text("Janet")), Field("surname", .text("Smith")),
            ],
            reason: "the manifests name a person whom the team does not have",
            line: line
        )
    }

    static func members(
        _ group: String,
        add: [String] = [],
        remove: [String] = [],
        owners: [String] = [],
        count: MemberCount? = nil
    ) -> Change {
        func accesses(_ emails: [String], _ access: GroupAccess?) -> [MemberAccess] {
            emails.map { MemberAccess(member: .existing(MemberID("dbmid:\($0)")), email: $0, access: access) }
        }
        var planned = change(
            .groupMembers,
            group,
            reason: "the group's members differ from the manifests",
            destructive: !remove.isEmpty,
            line: 9,
            file: "manifests/groups.json",
            members: MembershipChange(
                group: .existing(GroupID("g:1")),
                add: accesses(add, .member),
                remove: accesses(remove, nil),
                setAccess: accesses(owners, .owner)
            )
        )
        planned.memberCount = count
        return planned
    }

    static func plan(
        _ changes: [Change] = [],
        findings: [Finding] = [],
        gates: [GateVerdict]? = nil,
        doomed: [DeletionConfirmation.DoomedGroup] = [],
        team: Team = Team(id: "dbtid:AAAA", name: "Acme", licensedSeats: 20, provisionedUsers: 12),
        admin: String = "admin@acme.example"
    ) -> Plan {
        let confirmation = DeletionConfirmation(groups: doomed, digest: digest)
        return Plan(
            team: team,
            actingAdmin: ActingAdmin(id: MemberID("dbmid:1"), email: admin),
            changes: changes,
            findings: findings,
            summary: summary(changes),
            licences: LicenceUse(total: 20, used: 12, needed: changes.count { $0.action == .userCreate }, freed: 0),
            gates: gates ?? self.gates(changes, confirmation),
            confirmation: confirmation,
            fingerprint: String(repeating: "0a", count: 32)
        )
    }

    private static func gates(_ changes: [Change], _ confirmation: DeletionConfirmation?) -> [GateVerdict] {
        let consent =
            changes.isEmpty
            ? GateVerdict(.confirmation, .pass, "nothing to confirm")
            : GateVerdict(
                .confirmation,
                .confirm,
                confirmation.map { "apply takes --confirm-group-deletions \($0.token)" } ?? "apply asks for a yes",
                count: confirmation?.groups.count
            )
        return [
            GateVerdict(.completeRead, .pass, "12 members read, the acting admin among them"),
            GateVerdict(.groupDeletions, .pass, "0 of 9 groups deleted, 5 allowed", count: 0, limit: 5),
            consent,
        ]
    }

    private static func summary(_ changes: [Change]) -> PlanSummary {
        var summary = PlanSummary()
        for change in changes {
            switch change.action {
            case .userCreate: summary.users.create += 1
            case .userRecover: summary.users.recover += 1
            case .userUpdate: summary.users.update += 1
            case .userSetRole: summary.users.setRole += 1
            case .userSuspend: summary.users.suspend += 1
            case .userUnsuspend: summary.users.unsuspend += 1
            case .userRemove: summary.users.remove += 1
            case .groupCreate: summary.groups.create += 1
            case .groupUpdate: summary.groups.update += 1
            case .groupDelete: summary.groups.delete += 1
            case .groupMembers: break
            }
            guard case .changeMembers(let members) = change.operation else { continue }
            summary.memberships.add += members.add.count
            summary.memberships.remove += members.remove.count
            summary.memberships.setAccess += members.setAccess.count
        }
        summary.users.unchanged = 9
        summary.groups.unchanged = 1
        summary.memberships.unchanged = 31
        return summary
    }
}

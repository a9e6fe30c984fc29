import Reconciliation

@testable import TeamPlanning

extension Operation {
    /// The action and the stage that a planner gives to the operation.
    var usual: (action: Action, stage: Stage) {
        switch self {
        case .createUser: (.userCreate, .admit)
        case .recoverUser: (.userRecover, .admit)
        case .unsuspendUser: (.userUnsuspend, .admit)
        case .updateUser: (.userUpdate, .updateUsers)
        case .setRole: (.userSetRole, .updateUsers)
        case .suspendUser: (.userSuspend, .suspend)
        case .removeUser: (.userRemove, .removeUsers)
        case .createGroup: (.groupCreate, .updateGroups)
        case .updateGroup: (.groupUpdate, .updateGroups)
        case .deleteGroup: (.groupDelete, .deleteGroups)
        case .changeMembers: (.groupMembers, .addMembers)
        }
    }
}

extension Change {
    /// A change with the ID `<action>:<name>`.
    init(_ name: String, _ operation: Operation, stage: Stage? = nil, needs: [String] = []) {
        let action = operation.usual.action
        self.init(
            id: ChangeID("\(action.rawValue):\(name)"),
            action: action,
            resource: action.concernsUser ? .user(name) : .group(name),
            before: nil,
            after: nil,
            options: [],
            reason: "because",
            isDestructive: false,
            isIrreversible: false,
            dependsOn: needs.map(ChangeID.init(_:)),
            source: nil,
            operation: operation,
            stage: stage ?? operation.usual.stage
        )
    }

    static func createUser(_ email: String, needs: [String] = []) -> Change {
        Change(email, .createUser(NewUser(email: email, sendWelcomeEmail: false)), needs: needs)
    }

    static func updateUser(_ id: String, needs: [String] = []) -> Change {
        var update = ProfileUpdate()
        update.surname = "New"
        return Change(id, .updateUser(MemberID(id), update), needs: needs)
    }

    static func createGroup(_ name: String, needs: [String] = []) -> Change {
        let group = NewGroup(name: name, externalID: "roster:default/\(name)", management: .companyManaged)
        return Change(name, .createGroup(group), needs: needs)
    }

    static func members(_ name: String, _ members: MembershipChange, needs: [String] = []) -> Change {
        Change(name, .changeMembers(members), needs: needs)
    }
}

extension MemberAccess {
    static func existing(_ id: String, _ access: GroupAccess? = .member) -> MemberAccess {
        MemberAccess(member: .existing(MemberID(id)), email: "\(id)@example.com", access: access)
    }

    static func created(_ email: String, _ access: GroupAccess? = .member) -> MemberAccess {
        MemberAccess(member: .created(by: ChangeID("user.create:\(email)")), email: email, access: access)
    }
}

extension Plan {
    static func of(
        _ changes: [Change],
        gates: [GateVerdict] = [],
        returning: ReturningMembers = ReturningMembers()
    ) -> Plan {
        Plan(
            team: LiveState.fixture.team,
            actingAdmin: LiveState.fixture.actingAdmin,
            changes: changes,
            findings: [],
            summary: PlanSummary(),
            licences: LicenceUse(total: 100, used: 1, needed: 0, freed: 0),
            gates: gates,
            confirmation: nil,
            fingerprint: "f00d",
            returningMembers: returning
        )
    }

    /// The plan with everyone's consent.
    func approved() throws(ApprovalRefusal) -> ApprovedPlan {
        try approved(with: Consent(toChanges: true))
    }
}

extension LiveState {
    static var fixture: LiveState {
        LiveState(
            team: Team(id: "dbtid:test", name: "Test", licensedSeats: 100, provisionedUsers: 1),
            actingAdmin: ActingAdmin(id: MemberID("dbmid:admin"), email: "admin@example.com"),
            members: [],
            groups: [],
            roles: []
        )
    }
}

extension GateVerdict {
    static var refusedRead: GateVerdict { GateVerdict(.completeRead, .refuse, "incomplete") }
}

extension ReturningMembers {
    /// Someone returns who belongs into `desired`, of the exact groups `exact`.
    init(_ member: MemberID, desired: Set<GroupID>, exact: Set<GroupID>) {
        self.init()
        exactGroups = exact
        desiredGroups = [member: desired]
    }
}

/// A limit of the policy. The raw value is its name in the Policy and in `--override-limit`.
public enum LimitName: String, Sendable, Hashable, CaseIterable {
    /// Groups deleted.
    case groupDeletions = "group_deletions"
    /// Members removed.
    case userRemovals = "user_removals"
    /// Members suspended.
    case userSuspensions = "user_suspensions"
    /// Memberships removed.
    case membershipRemovals = "membership_removals"
}

/// Limits raised for one run.
public typealias LimitOverrides = [LimitName: Limit]

extension Limit {
    /// A percentage never allows fewer than this, so that small teams can work.
    static let percentageFloor = 3

    /// The number that is allowed among `total` live objects.
    func allowed(of total: Int) -> Int {
        switch self {
        case .count(let count): count
        case .percent(let percent): max((total * percent + 99) / 100, Self.percentageFloor)
        }
    }

    /// The form in a Policy and in `--override-limit`, such as `5` or `10%`.
    public var text: String {
        switch self {
        case .count(let count): "\(count)"
        case .percent(let percent): "\(percent)%"
        }
    }
}

extension GateContext {
    func limit(_ name: LimitName) -> GateVerdict {
        let policyLimit = policyLimit(name)
        let total = liveObjects(name)
        var allowed = policyLimit.allowed(of: total)
        var raised = ""
        if let override = overrides[name], override.allowed(of: total) > allowed {
            raised = " (raised from \(policyLimit.text) to \(override.text) by --override-limit)"
            allowed = override.allowed(of: total)
        }
        let count = counted(name)
        let gate = gateName(name)
        let measure = "\(count) of \(total) \(noun(name)), \(allowed) allowed\(raised)"
        if count <= allowed { return GateVerdict(gate, .pass, measure, count: count, limit: allowed) }
        return GateVerdict(
            gate,
            .refuse,
            "\(measure): check that this is meant, then raise it for one run with --override-limit \(name.rawValue)=\(count)",
            count: count,
            limit: allowed
        )
    }

    private func policyLimit(_ name: LimitName) -> Limit {
        let limits = manifests.policy.limits
        return switch name {
        case .groupDeletions: limits.groupDeletions
        case .userRemovals: limits.userRemovals
        case .userSuspensions: limits.userSuspensions
        case .membershipRemovals: limits.membershipRemovals
        }
    }

    private func gateName(_ name: LimitName) -> GateName {
        switch name {
        case .groupDeletions: .groupDeletions
        case .userRemovals: .userRemovals
        case .userSuspensions: .userSuspensions
        case .membershipRemovals: .membershipRemovals
        }
    }

    private func noun(_ name: LimitName) -> String {
        switch name {
        case .groupDeletions: "groups deleted"
        case .userRemovals: "members removed"
        case .userSuspensions: "members suspended"
        case .membershipRemovals: "memberships removed"
        }
    }

    private func liveObjects(_ name: LimitName) -> Int {
        switch name {
        case .groupDeletions: live.groups.count { $0.management != .systemManaged }
        case .userRemovals, .userSuspensions: licences.used
        case .membershipRemovals:
            live.groups.reduce(0) { $0 + ($1.management == .systemManaged ? 0 : $1.members.count) }
        }
    }

    private func counted(_ name: LimitName) -> Int {
        switch name {
        case .groupDeletions: changes.indices.count { changes[$0].action == .groupDelete }
        case .userRemovals: changes.indices.count { changes[$0].action == .userRemove }
        case .userSuspensions: changes.indices.count { changes[$0].action == .userSuspend }
        case .membershipRemovals: changes.indices.reduce(0) { $0 + changes[$1].removedMembershipCount }
        }
    }
}

extension Change {
    /// How many memberships the change removes.
    var removedMembershipCount: Int {
        guard case .changeMembers(let members) = operation else { return 0 }
        return members.remove.count
    }
}

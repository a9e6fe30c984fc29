public import TeamPlanning

/// What of a saved plan is not as roster wrote it.
public enum PlanAlteration: Error, Sendable, Hashable, CaseIterable {
    /// The changes are not those of the fingerprint.
    case fingerprint
    /// The summary counts other changes than there are.
    case summary
    /// The confirmation speaks of other group deletions than there are, or its token is another one.
    case confirmation
    /// A limit's gate counts other changes than there are, or its verdict is not the one of its numbers.
    case gates
    /// Whether the plan can be applied is not what the gates say.
    case applicable
}

extension PlanReport {
    /// Makes sure that the plan is of one piece: everything in it that follows from something else in it does.
    ///
    /// A plan that was edited by hand would show people something that roster never planned. This finds such edits; it is no
    /// signature, since whoever means to can work out a fingerprint too. What is applied never comes from a file.
    ///
    /// - Parameter digest: What fingerprints are made with.
    /// - Throws: The first ``PlanAlteration``.
    public func checkIntegrity(_ digest: Digest) throws(PlanAlteration) {
        let imprints = changes.lazy.map(ChangeImprint.init)
        guard imprints.fingerprint(team: team.teamID, digest: digest) == fingerprint else { throw .fingerprint }
        guard isSummaryRight else { throw .summary }
        guard isConfirmationRight(digest) else { throw .confirmation }
        guard gates.allSatisfy(isRight) else { throw .gates }
        guard applicable == gates.allSatisfy({ $0.verdict != .refuse }) else { throw .applicable }
    }

    // MARK: What follows from the changes

    private func count(_ action: Action) -> Int { changes.count { $0.action == action } }

    private func count(_ part: KeyPath<Memberships, [Membership]>) -> Int {
        changes.reduce(0) { $0 + ($1.memberships?[keyPath: part].count ?? 0) }
    }

    private var isSummaryRight: Bool {
        var counted = summary
        counted.users.create = count(.userCreate)
        counted.users.recover = count(.userRecover)
        counted.users.update = count(.userUpdate)
        counted.users.setRole = count(.userSetRole)
        counted.users.suspend = count(.userSuspend)
        counted.users.unsuspend = count(.userUnsuspend)
        counted.users.remove = count(.userRemove)
        counted.groups.create = count(.groupCreate)
        counted.groups.update = count(.groupUpdate)
        counted.groups.delete = count(.groupDelete)
        counted.memberships.add = count(\.add)
        counted.memberships.remove = count(\.remove)
        counted.memberships.setAccess = count(\.setAccess)
        return counted == summary
    }

    private func isConfirmationRight(_ digest: Digest) -> Bool {
        let deletions = changes.filter { $0.action == .groupDelete }
        guard let confirmation else { return deletions.isEmpty }
        let doomed = confirmation.groups.map {
            DeletionConfirmation.DoomedGroup(name: $0.name, groupID: GroupID($0.groupID), memberCount: $0.memberCount)
        }
        return confirmation.groups.map(\.groupID) == deletions.map { $0.targetID ?? "" }
            && confirmation.groups.map(\.name) == deletions.map(\.resource.name)
            && confirmation.token == DeletionConfirmation(groups: doomed, digest: digest)?.token
    }

    private func isRight(_ gate: Gate) -> Bool {
        guard let limit = LimitName(rawValue: gate.gate) else { return true }
        let counted =
            switch limit {
            case .groupDeletions: count(.groupDelete)
            case .userRemovals: count(.userRemove)
            case .userSuspensions: count(.userSuspend)
            case .membershipRemovals: count(\.remove)
            }
        guard gate.count == counted, let allowed = gate.limit else { return false }
        return gate.verdict == (counted > allowed ? .refuse : .pass)
    }
}

extension ChangeImprint {
    fileprivate init(_ change: PlanReport.Change) {
        func fields(_ values: [String: FieldValue]) -> [Field] { values.map { Field($0.key, $0.value) } }
        func entries(_ members: [PlanReport.Membership]) -> [Membership] {
            members.map { Membership(member: $0.teamMemberID, email: $0.email, access: $0.access) }
        }
        self.init(
            id: change.id,
            action: change.action,
            resource: change.resource,
            target: change.targetID,
            before: change.before.map(fields),
            after: change.after.map(fields),
            options: fields(change.options),
            isDestructive: change.destructive,
            isIrreversible: change.irreversible,
            dependsOn: change.dependsOn,
            memberships: change.memberships.map { [$0.add, $0.remove, $0.setAccess].map(entries) } ?? []
        )
    }
}

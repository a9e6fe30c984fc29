import TeamPlanning

extension Change {
    /// The stages in which the change has steps: group.members adds in one and removes in another.
    var stages: [Stage] {
        if case .changeMembers = operation { [.addMembers, .removeMembers] } else { [stage] }
    }

    /// Whether the change is skipped when `other` fails. Of a group.members change only the person concerned is left out.
    func cannotDoWithout(_ other: Change) -> Bool {
        guard case .changeMembers = operation else { return true }
        return !other.action.concernsUser
    }

    /// The outcome when something that the change needs was not carried out.
    func skipped(after cause: ChangeOutcome) -> ChangeOutcome {
        let what =
            switch cause.status {
            case .failed: "failed"
            case .unfinished: "is not finished"
            case .skipped, .applied: "was not carried out"
            }
        return ChangeOutcome(
            change: self,
            status: .skipped,
            error: "not tried, because it needs \(cause.change.id), which \(what)"
        )
    }

    /// What one call's outcome means for the change.
    func outcome(_ result: GatewayCall.Outcome) -> ChangeOutcome {
        switch result {
        case .done(let receipt), .recoveredUser(let receipt, _): applied(receipt.requestID)
        case .createdGroup(let group): applied(group.requestID)
        case .createdUsers(let users):
            switch users.first {
            case .success(let user)?: applied(user.requestID)
            case .failure(let error)?: failed(error)
            case nil: failed(GatewayError(.outcomeUnknown, "the service did not say what became of it"))
            }
        case .failed(let error): failed(error)
        }
    }

    private func applied(_ requestID: String?) -> ChangeOutcome {
        ChangeOutcome(change: self, status: .applied, requestID: requestID)
    }

    private func failed(_ error: GatewayError) -> ChangeOutcome {
        ChangeOutcome(
            change: self,
            status: error.outcomeStatus,
            error: error.description,
            requestID: error.requestID
        )
    }
}

extension GatewayCall.Outcome {
    /// A call's outcome taken apart for the changes that it served; a person without an answer gets an empty list.
    func perChange(_ count: Int) -> [GatewayCall.Outcome] {
        guard case .createdUsers(let users) = self else { return Array(repeating: self, count: count) }
        return (0..<count).map { .createdUsers($0 < users.count ? [users[$0]] : []) }
    }
}

extension Change {
    /// The one call that carries the change out; `nil` for creations, which are batched, and for what takes several.
    ///
    /// - Parameter effects: what the plan does before.
    func call(after effects: PlannedEffects) -> GatewayCall? {
        switch operation {
        case .createUser, .changeMembers, .recoverUser: nil
        case .updateUser(let member, let update): .updateUser(member, update)
        case .setRole(let member, let role): .setRole(member, role)
        case .suspendUser(let member, let wipeData):
            .suspendUser(member, wipeData: wipeData, Expectation(self, after: effects))
        case .unsuspendUser(let member): .unsuspendUser(member)
        case .removeUser(let member, let options): .removeUser(member, options, Expectation(self, after: effects))
        case .createGroup(let group): .createGroup(group)
        case .updateGroup(let group, let update): .updateGroup(group, update)
        case .deleteGroup(let group): .deleteGroup(group, Expectation(self, after: effects))
        }
    }
}

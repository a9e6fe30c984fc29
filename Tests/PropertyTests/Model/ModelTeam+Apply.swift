import TeamPlanning

@testable import TestSupport

extension ModelTeam {
    /// One thing that happens at one time: a change, or one of the two steps of a membership change.
    private struct Step {
        let change: Change
        let stage: Stage
    }

    /// Applies a plan stage by stage; inside a stage in any order that respects what a change depends on.
    mutating func apply(_ plan: Plan, using random: inout SplitMix64) throws(Refusal) {
        recovered = []
        var finished: Set<ChangeID> = []
        var steps = plan.changes.flatMap { change in
            guard case .changeMembers = change.operation else { return [Step(change: change, stage: change.stage)] }
            return [Step(change: change, stage: .addMembers), Step(change: change, stage: .removeMembers)]
        }
        while let stage = steps.map(\.stage).min() {
            let ready = steps.indices.filter { index in
                steps[index].stage == stage && steps[index].change.dependsOn.allSatisfy(finished.contains)
            }
            guard let chosen = ready.randomElement(using: &random) else {
                throw Refusal("nothing of \(stage) can start: \(steps.map(\.change.id))")
            }
            let step = steps.remove(at: chosen)
            do {
                try carryOut(step)
            } catch {
                throw Refusal("\(step.change.id): \(error)")
            }
            if !steps.contains(where: { $0.change.id == step.change.id }) { finished.insert(step.change.id) }
        }
        takeBack(plan.returningMembers)
    }

    private mutating func carryOut(_ step: Step) throws(Refusal) {
        switch step.change.operation {
        case .createUser(let user): try create(user, by: step.change.id)
        case .recoverUser(let id):
            try recover(id)
            recovered.insert(id)
        case .updateUser(let id, let update): try self.update(id, update)
        case .setRole(let id, let role): try setRole(id, role)
        case .suspendUser(let id, _): try suspend(id)
        case .unsuspendUser(let id): try unsuspend(id)
        case .removeUser(let id, let options): try remove(id, options)
        case .createGroup(let group): try create(group, by: step.change.id)
        case .updateGroup(let id, let update): try self.update(id, update)
        case .deleteGroup(let id): try delete(id)
        case .changeMembers(let change):
            if step.stage == .addMembers { try add(change) } else { try remove(change) }
        }
    }
}

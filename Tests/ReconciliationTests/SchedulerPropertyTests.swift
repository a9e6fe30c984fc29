import Testing

@testable import Reconciliation
@testable import TeamPlanning

/// Under any interleaving, with any failures and wherever it is stopped, an apply keeps its promises.
@Suite struct SchedulerPropertyTests {
    @Test(arguments: 0..<300)
    func anyInterleavingKeepsTheOrder(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let changes = randomChanges(&random)
        let concurrency = Int.random(in: 1...6, using: &random)
        var run = CheckedRun(changes, concurrency: concurrency)
        let stopAfter = Bool.random(using: &random) ? Int.random(in: 0...30, using: &random) : .max
        run.play(stopAfter: stopAfter, &random)
        #expect(run.faults.isEmpty, "\(run.faults)")
        #expect(run.scheduler.isFinished)
        #expect(run.scheduler.outcomes.allSatisfy { $0 != nil })
        #expect(run.greatestConcurrency <= concurrency)
    }

    @Test func withoutFailuresEverythingIsApplied() {
        var random = SeededGenerator(seed: 7)
        let changes = randomChanges(&random)
        var driver = SchedulerDriver(changes, concurrency: 3)
        driver.run(pick: { Int.random(in: 0..<$0, using: &random) })
        #expect(driver.finished.count == changes.count)
        #expect(driver.finished.allSatisfy { $0.status == .applied })
    }

    /// Changes of all stages; dependencies point backwards in the order of stages.
    private func randomChanges(_ random: inout SeededGenerator) -> [Change] {
        var changes: [Change] = []
        for index in 0..<Int.random(in: 1...60, using: &random) {
            let earlier = changes.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
            changes.append(randomChange(index, earlier, &random))
        }
        return changes.shuffled(using: &random)
    }

    private func randomChange(_ index: Int, _ earlier: ArraySlice<Change>, _ random: inout SeededGenerator) -> Change {
        let id = "x\(index)"
        let operations: [Operation] = [
            .createUser(NewUser(email: id, sendWelcomeEmail: false)),
            .recoverUser(MemberID(id)),
            .updateUser(MemberID(id), ProfileUpdate()),
            .createGroup(NewGroup(name: id, externalID: id, management: .companyManaged)),
            .suspendUser(MemberID(id), wipeData: false),
            .deleteGroup(GroupID(id)),
            .changeMembers(randomMembers(id, earlier, &random)),
            .changeMembers(randomMembers(id, earlier, &random)),
        ]
        let operation = operations[Int.random(in: 0..<operations.count, using: &random)]
        let stage = operation.usual.stage
        let needs = earlier.filter { ($0.stages.max() ?? $0.stage) <= stage }.map(\.id.rawValue)
        return Change(id, operation, needs: needs)
    }

    private func randomMembers(
        _ id: String,
        _ earlier: ArraySlice<Change>,
        _ random: inout SeededGenerator
    ) -> MembershipChange {
        let created = earlier.filter { $0.action == .userCreate }.map {
            MemberAccess(member: .created(by: $0.id), email: $0.resource.name, access: .member)
        }
        return MembershipChange(
            group: .existing(GroupID(id)),
            add: created + (0..<Int.random(in: 0...5, using: &random)).map { .existing("a\($0)") },
            remove: (0..<Int.random(in: 0...3, using: &random)).map { .existing("r\($0)") },
            setAccess: (0..<Int.random(in: 0...2, using: &random)).map { .existing("s\($0)", .owner) }
        )
    }
}

/// A run that checks every action against the rules and collects the faults.
private struct CheckedRun {
    var scheduler: ApplyScheduler
    private(set) var faults: [String] = []
    private(set) var greatestConcurrency = 0
    private var pending: [ScheduledWork] = []
    private var ended: [ChangeID: ChangeOutcome.Status] = [:]
    private var latestStage = Stage.freeLicences
    private var isStopped = false

    init(_ changes: [Change], concurrency: Int) {
        let limits = SchedulerLimits(concurrency: concurrency, usersPerCreate: 3, membersPerCall: 2)
        scheduler = ApplyScheduler(changes: changes, returning: ReturningMembers(), limits: limits)
    }

    mutating func play(stopAfter: Int, _ random: inout SeededGenerator) {
        check(scheduler.start())
        var answered = 0
        while !pending.isEmpty {
            if answered == stopAfter {
                isStopped = true
                check(scheduler.handle(.stop(reason: "stop")))
            }
            let work = pending.remove(at: Int.random(in: 0..<pending.count, using: &random))
            let actions = scheduler.handle(.finished(work: work.id, Self.outcome(of: work.call, &random)))
            if scheduler.stopReason != nil { isStopped = true }
            check(actions)
            answered += 1
        }
    }

    /// Mostly success; now and then a refusal, a lost answer, something unfinished or, rarely, the end of it all.
    private static func outcome(of call: GatewayCall, _ random: inout SeededGenerator) -> GatewayCall.Outcome {
        switch Int.random(in: 0..<100, using: &random) {
        case 0: return .failed(GatewayError(.accessLost, "no access"))
        case 1: return .failed(GatewayError(.notSent, "not sent"))
        case 2..<8: return .failed(GatewayError(.outcomeUnknown, "lost"))
        case 8..<14: return .failed(GatewayError(.unfinished, "still running"))
        case 14..<22: return .refused()
        case 22..<30: return .refused(offending: Set(call.people.shuffled(using: &random).prefix(1)))
        case 30..<40:
            guard case .createUsers(let users) = call else { return call.success }
            return .createdUsers(users.map { _ in .failure(GatewayError(.unfinished, "still running")) })
        default: return call.success
        }
    }

    private mutating func check(_ actions: [SchedulerAction]) {
        for action in actions {
            switch action {
            case .start(let work): checkStart(work)
            case .finish(let outcome): checkFinish(outcome)
            case .callFinished: break
            }
        }
    }

    private mutating func checkStart(_ work: ScheduledWork) {
        if isStopped { faults.append("\(work) started after the stop") }
        let stage = work.call.stage ?? scheduler.changes[work.changes[0]].stage
        if stage < latestStage { faults.append("\(work) started in \(stage), after \(latestStage)") }
        if stage > latestStage, !pending.isEmpty { faults.append("\(work) started before \(latestStage) had ended") }
        latestStage = stage
        for change in work.changes.map({ scheduler.changes[$0] }) {
            if ended[change.id] != nil { faults.append("\(change.id) started after its end") }
            for need in change.dependsOn where ended[need] == nil {
                faults.append("\(change.id) started before \(need)")
            }
            let lost = change.dependsOn.filter { ended[$0] != .applied }
            if !lost.isEmpty, change.action != .groupMembers { faults.append("\(change.id) started without \(lost)") }
        }
        if pending.contains(where: { !Set($0.changes).isDisjoint(with: work.changes) }) {
            faults.append("\(work) started while another call of its change was under way")
        }
        pending.append(work)
        greatestConcurrency = max(greatestConcurrency, pending.count)
    }

    private mutating func checkFinish(_ outcome: ChangeOutcome) {
        if ended.updateValue(outcome.status, forKey: outcome.change.id) != nil {
            faults.append("\(outcome.change.id) ended twice")
        }
        if pending.contains(where: { $0.changes.contains { scheduler.changes[$0].id == outcome.change.id } }) {
            faults.append("\(outcome.change.id) ended while a call of it was under way")
        }
        if outcome.status != .applied, outcome.error == nil { faults.append("\(outcome.change.id) does not say why") }
    }
}

extension GatewayCall {
    /// The people whom the call is about, where it is about several.
    fileprivate var people: [MemberID] {
        switch self {
        case .createUsers(let users): users.map { MemberID($0.email) }
        case .addMembers(_, let members): members.map(\.id)
        case .removeMembers(_, let members): members
        default: []
        }
    }

    /// The stage of a call for a group's members; their changes have two.
    fileprivate var stage: Stage? {
        switch self {
        case .addMembers, .setAccess: .addMembers
        case .removeMembers: .removeMembers
        default: nil
        }
    }
}

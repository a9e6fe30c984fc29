import TeamPlanning
import Testing

@testable import TestSupport

/// Nothing is deleted, removed or suspended for want of a record, or by a tombstone, that another record names.
struct NamedObjectTests {
    @Test(arguments: Scenario.batches)
    func nothingThatARecordNamesIsTakenAway(seeds: Range<Int>) {
        var judged = 0
        for seed in seeds {
            let scenario = Scenario(seed: seed)
            let plan = scenario.plan(against: scenario.live)
            for change in plan.changes {
                let problem: String?
                switch change.operation {
                case .removeUser(let id, _), .suspendUser(let id, _): problem = scenario.problem(of: change, id)
                case .deleteGroup(let id): problem = scenario.problem(of: change, id, in: plan)
                default: continue
                }
                judged += 1
                #expect(problem == nil, "seed \(seed): \(change.id) \(problem ?? "")")
            }
        }
        #expect(judged > seeds.count / 10, "random scenarios take something away")
    }

    /// A listing that gives two members, or two groups, one email or external ID.
    @Test(arguments: Scenario.batches)
    func nothingIsTakenFromTwins(seeds: Range<Int>) {
        for seed in seeds {
            var scenario = Scenario(seed: seed)
            var random = scenario.random
            let twins = scenario.addTwins(using: &random)
            let shuffled = Scenario(shuffling: scenario, using: &random)
            let plan = scenario.plan(against: scenario.live)
            for change in plan.changes where change.isDestructive {
                #expect(twins.isDisjoint(with: change.losers), "seed \(seed): \(change.id)")
            }
            let other = shuffled.plan(against: shuffled.live)
            #expect(plan.changes == other.changes, "seed \(seed)")
            #expect(plan.findings == other.findings, "seed \(seed)")
        }
    }
}

extension Change {
    /// The IDs of those from whom the change takes something, groups that lose members aside.
    fileprivate var losers: [String] {
        switch operation {
        case .removeUser(let id, _), .suspendUser(let id, _): [id.rawValue]
        case .deleteGroup(let id): [id.rawValue]
        case .changeMembers(let members):
            members.remove.compactMap { if case .existing(let id) = $0.member { id.rawValue } else { nil } }
        default: []
        }
    }
}

extension Scenario {
    /// Doubles a member and a group; says the IDs of all that share something then.
    fileprivate mutating func addTwins(using random: inout SplitMix64) -> Set<String> {
        var twins: Set<String> = []
        if var member = live.members.filter(\.status.isLive).randomElement(using: &random) {
            twins = [member.id.rawValue, "m:twin"]
            member.id = MemberID("m:twin")
            if member.externalID != nil, random.percent(50) { member.email = "twin@acme.com" }
            if member.email != "twin@acme.com", random.percent(50) { member.externalID = nil }
            live.members.append(member)
        }
        if var group = live.groups.filter({ $0.externalID != nil }).randomElement(using: &random) {
            twins.formUnion([group.id.rawValue, "g:twin"])
            group.id = GroupID("g:twin")
            group.name = random.pick("Twin", "Gamma")
            live.groups.append(group)
        }
        return twins
    }

    // MARK: Users

    /// What is wrong with a removal or suspension; `nil` for nothing. A record's own `status` may ask for a suspension.
    fileprivate func problem(of change: Change, _ id: MemberID) -> String? {
        guard let member = live.members.first(where: { $0.id == id }) else { return "is about nobody" }
        let own = manifests.users.first { $0.location == change.source }
        if let own, own.lifecycle != .absent { return nil }
        if change.resource != .user(member.email) { return "is not called by the present email" }
        for record in manifests.users where record.lifecycle != .absent {
            if own == nil, mentions(record, member) { return "is named by \(record.email.value)" }
            let isSomebodyElse = record.lifecycle == .managed && written(record).map { $0 != member.externalID } == true
            if isSame(record.email.value, member.email), !isSomebodyElse {
                return "has the email of \(record.email.value)"
            }
        }
        return nil
    }

    private func mentions(_ record: DesiredUser, _ member: Member) -> Bool {
        let emails = [member.email] + member.secondaryEmails
        let isNamed = ([record.email.value] + record.previousEmails).contains { name in
            emails.contains { isSame($0, name) }
        }
        return isNamed || written(record).map { $0 == member.externalID } == true
    }

    private func written(_ record: DesiredUser) -> String? {
        record.externalID.map { "roster:\(record.rule.rawValue)/\($0.value)" }
    }

    // MARK: Groups

    /// What is wrong with a deletion; `nil` for nothing. A name that goes to another group of the plan may be freed.
    fileprivate func problem(of change: Change, _ id: GroupID, in plan: Plan) -> String? {
        guard let group = live.groups.first(where: { $0.id == id }) else { return "is about no group" }
        let own = manifests.groups.first { $0.location == change.source }
        for record in manifests.groups where record.lifecycle != .absent {
            let name = record.name.value
            let carrier = live.groups.first { $0.id != id && $0.externalID == written(record) }
            if own == nil, written(record) == group.externalID { return "carries the external ID of \(name)" }
            if own == nil, record.previousNames.contains(where: { isSame($0, group.name) }) {
                return "is a previous name of \(name)"
            }
            guard isSame(name, group.name) else { continue }
            // A tombstone takes the group of its ID though a record of another ID wants the name.
            if own != nil, record.lifecycle == .managed, record.id != nil { continue }
            guard record.lifecycle == .managed, let carrier else { return "has the name of \(name)" }
            if own != nil || isSame(carrier.name, name) { continue }
            guard group.externalID?.hasPrefix("roster:") == true else { return "is not ours, and \(name) names it" }
            let isFreed = plan.changes.contains { other in
                guard case .updateGroup(carrier.id, let update) = other.operation else { return false }
                return update.name == name && other.dependsOn.contains(change.id)
            }
            if !isFreed { return "has the name of \(name), which does not get it" }
        }
        return nil
    }

    private func written(_ record: DesiredGroup) -> String {
        "roster:\(record.rule.rawValue)/\(record.id?.value ?? record.name.value)"
    }

    private func isSame(_ left: String, _ right: String) -> Bool { FoldedName(left) == FoldedName(right) }
}

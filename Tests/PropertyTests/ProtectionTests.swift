import TeamPlanning
import Testing

@testable import TestSupport

/// What is protected, foreign or kept by Dropbox itself comes out of every apply untouched.
struct ProtectionTests {
    @Test(arguments: Scenario.batches)
    func nothingProtectedIsTouched(seeds: Range<Int>) {
        var touched = 0
        for seed in seeds {
            let scenario = Scenario(seed: seed)
            let plan = scenario.plan(against: scenario.live)
            for change in plan.changes {
                touched += 1
                let problem = Watch(scenario, change).problem
                #expect(problem == nil, "seed \(seed): \(change.id) \(problem ?? "")")
            }
        }
        #expect(touched > seeds.count, "random scenarios have something to do")
    }

    @Test(arguments: Scenario.batches)
    func nothingDestructiveIsPlannedFromASuspectRead(seeds: Range<Int>) {
        for seed in seeds {
            var scenario = Scenario(seed: seed)
            scenario.live.team.provisionedUsers = scenario.live.members.count * 2
            let plan = scenario.plan(against: scenario.live)
            #expect(plan.changes.filter(\.isDestructive).map(\.id) == [], "seed \(seed)")
            #expect(!plan.isApplicable, "seed \(seed)")
        }
    }
}

/// Judges one change by the team as it was, in terms of its own.
private struct Watch {
    private let scenario: Scenario
    private let change: Change

    init(_ scenario: Scenario, _ change: Change) {
        self.scenario = scenario
        self.change = change
    }

    /// What is wrong with the change; `nil` for nothing.
    var problem: String? {
        switch change.operation {
        case .suspendUser(let id, let wipe): memberProblem(id) ?? wipeProblem(wipe)
        case .removeUser(let id, let options):
            memberProblem(id) ?? wipeProblem(options.wipeData)
                ?? (isForeign(member(id)?.externalID) ? "removes a foreign member" : nil)
        case .setRole(let id, let role): demotionProblem(id, role)
        case .updateUser(let id, let update): updateProblem(id, update)
        case .updateGroup(let id, let update): updateProblem(id, update)
        case .deleteGroup(let id): deletionProblem(id)
        case .changeMembers(let members): membershipProblem(members)
        case .createUser, .recoverUser, .unsuspendUser, .createGroup: nil
        }
    }

    // MARK: Users

    private func memberProblem(_ id: MemberID) -> String? {
        guard let member = member(id) else { return "is about nobody" }
        if id == scenario.live.actingAdmin.id { return "takes away the acting admin" }
        if isProtected(member) { return "takes away a protected member" }
        if !change.isDestructive { return "is destructive and does not say so" }
        guard record == nil, isForeign(member.externalID) else { return nil }
        return "takes away a foreign member whom no manifest names"
    }

    private func wipeProblem(_ wipe: Bool) -> String? {
        wipe && record?.wipeData != true ? "wipes devices unasked" : nil
    }

    private func demotionProblem(_ id: MemberID, _ role: RoleID?) -> String? {
        guard let member = member(id), let old = member.roles.first, role == nil || old == Pool.roles[0].id else {
            return nil
        }
        return id == scenario.live.actingAdmin.id || isProtected(member) ? "demotes a protected member" : nil
    }

    private func updateProblem(_ id: MemberID, _ update: ProfileUpdate) -> String? {
        let isForeign = isForeign(member(id)?.externalID)
        return update.externalID != nil && isForeign && !takesOver ? "overwrites a foreign external ID" : nil
    }

    // MARK: Groups

    private func updateProblem(_ id: GroupID, _ update: GroupUpdate) -> String? {
        guard let group = group(id) else { return "is about no group" }
        if !isRelease(update), let problem = stewardshipProblem(group) { return problem }
        if update.name != nil, isProtected(group) { return "renames a protected group" }
        let isForeign = isForeign(group.externalID)
        return update.externalID != nil && isForeign && !takesOver ? "overwrites a foreign external ID" : nil
    }

    /// Letting go of a group that its owners manage clears our marker and nothing else.
    private func isRelease(_ update: GroupUpdate) -> Bool {
        var release = GroupUpdate()
        release.externalID = ""
        return update == release
    }

    private func deletionProblem(_ id: GroupID) -> String? {
        guard let group = group(id) else { return "is about no group" }
        if let problem = stewardshipProblem(group) { return problem }
        if isProtected(group) { return "deletes a protected group" }
        if isForeign(group.externalID) { return "deletes a foreign group" }
        return change.isDestructive && change.isIrreversible ? nil : "is irreversible and does not say so"
    }

    private func membershipProblem(_ members: MembershipChange) -> String? {
        if members.remove.isEmpty == change.isDestructive { return "misjudges whether it is destructive" }
        guard case .existing(let id) = members.group, let group = group(id) else { return nil }
        return stewardshipProblem(group)
    }

    private func stewardshipProblem(_ group: Group) -> String? {
        switch group.management {
        case .systemManaged: "changes a group that Dropbox manages"
        case .userManaged where !scenario.manifests.policy.groups.manageUserManaged: "changes a group of its owners"
        case .userManaged, .companyManaged: nil
        }
    }

    // MARK: Facts

    private var record: DesiredUser? { scenario.manifests.users.first { $0.location == change.source } }
    private var takesOver: Bool { scenario.manifests.policy.ownership.takeOver }

    private func member(_ id: MemberID) -> Member? { scenario.live.members.first { $0.id == id } }
    private func group(_ id: GroupID) -> Group? { scenario.live.groups.first { $0.id == id } }

    private func isForeign(_ externalID: String?) -> Bool { externalID.map { !$0.hasPrefix("roster:") } ?? false }

    /// The patterns of random policies have a star at one end.
    private func isProtected(_ name: String, _ patterns: [String]) -> Bool {
        let name = FoldedName(name).rawValue
        return patterns.contains { pattern in
            pattern.hasPrefix("*") ? name.hasSuffix(pattern.dropFirst()) : name.hasPrefix(pattern.dropLast())
        }
    }

    private func isProtected(_ member: Member) -> Bool {
        isProtected(member.email, scenario.manifests.policy.protect.users)
    }

    private func isProtected(_ group: Group) -> Bool {
        isProtected(group.name, scenario.manifests.policy.protect.groups)
    }
}

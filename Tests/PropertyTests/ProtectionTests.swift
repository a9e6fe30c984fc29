import Foundation
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
        if isProtected(member) || isProtectedByRecord(member) { return "takes away a protected member" }
        if isOfLostRule(member) { return "takes away a member of a rule that no manifest has" }
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
        return id == scenario.live.actingAdmin.id || isProtected(member) || isProtectedByRecord(member)
            ? "demotes a protected member" : nil
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
        if isProtected(group) || isProtectedByTombstone(group) { return "deletes a protected group" }
        if isNamed(group) { return "deletes a group that a record names" }
        if isForeign(group.externalID) { return "deletes a foreign group" }
        return change.isDestructive && change.isIrreversible ? nil : "is irreversible and does not say so"
    }

    private func membershipProblem(_ members: MembershipChange) -> String? {
        if members.remove.isEmpty == change.isDestructive { return "misjudges whether it is destructive" }
        guard case .existing(let id) = members.group, let group = group(id) else { return nil }
        return stewardshipProblem(group) ?? (members.remove.isEmpty ? nil : removalProblem(members.remove))
    }

    /// A list that nobody can read, or that names somebody whose tombstone does nothing, takes nobody out.
    private func removalProblem(_ removed: [MemberAccess]) -> String? {
        guard let record = scenario.manifests.groups.first(where: { $0.name.value == change.resource.name }) else {
            return "is about no record"
        }
        let names = (record.members ?? []).map(\.value)
        if !names.isEmpty, !names.contains(where: isKnown) { return "removes people by a list of strangers" }
        guard !scenario.manifests.policy.users.deprovision else { return nil }
        let tombstones = scenario.manifests.users.filter { $0.lifecycle == .absent && names.contains($0.email.value) }
        let isWrong = removed.contains { person in tombstones.contains { $0.email.value == person.email } }
        return isWrong ? "removes somebody whose tombstone does nothing" : nil
    }

    private func isKnown(_ email: String) -> Bool {
        scenario.manifests.users.contains { isSame($0.email.value, email) }
            || scenario.live.members.contains { member in
                member.status != .removed(isRecoverable: false)
                    && ([member.email] + member.secondaryEmails).contains { isSame($0, email) }
            }
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

    private func written(_ id: String, _ rule: RuleName) -> String { "roster:\(rule.rawValue)/\(id)" }

    /// By Foundation's folding, which is not roster's.
    private func isSame(_ left: String, _ right: String) -> Bool {
        let folded = [left, right].map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines).folding(options: .caseInsensitive, locale: nil)
        }
        return folded[0] == folded[1]
    }

    /// Whether the email of the record that means a member is protected.
    private func isProtectedByRecord(_ member: Member) -> Bool {
        let byID = scenario.manifests.users.first { user in
            user.externalID.map { written($0.value, user.rule) == member.externalID } ?? false
        }
        return (byID ?? record).map { isProtected($0.email.value, scenario.manifests.policy.protect.users) } ?? false
    }

    private func isProtectedByTombstone(_ group: Group) -> Bool {
        scenario.manifests.groups.contains { record in
            record.lifecycle == .absent
                && written(record.id?.value ?? record.name.value, record.rule) == group.externalID
                && isProtected(record.name.value, scenario.manifests.policy.protect.groups)
        }
    }

    /// Whether a managed record that has no group of its ID names a group whose ID no record has.
    private func isNamed(_ group: Group) -> Bool {
        let ids = scenario.manifests.groups.map { written($0.id?.value ?? $0.name.value, $0.rule) }
        if let id = group.externalID, ids.contains(id) { return false }
        return zip(scenario.manifests.groups, ids).contains { record, id in
            record.lifecycle == .managed && isSame(record.name.value, group.name)
                && !scenario.live.groups.contains { $0.externalID == id }
        }
    }

    /// Whether no manifest has the rule of a member whom no record means.
    private func isOfLostRule(_ member: Member) -> Bool {
        guard record == nil, !scenario.manifests.policy.users.deprovisionOnRuleDeletion,
            let id = member.externalID, id.hasPrefix("roster:")
        else { return false }
        let isMeant = scenario.manifests.users.contains { user in
            user.externalID.map { written($0.value, user.rule) == id } ?? false
                || ([user.email.value] + user.previousEmails).contains { isSame($0, member.email) }
        }
        return !isMeant && !scenario.manifests.rules.contains { id.hasPrefix("roster:\($0.rawValue)/") }
    }

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

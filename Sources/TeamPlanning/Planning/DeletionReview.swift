/// Looks at each group that a tombstone or the want of a record would delete: what stands in the way, and what is the reason.
struct DeletionReview {
    private let context: PlanningContext
    private let matching: GroupMatching
    /// The groups that get another name, and the name.
    private let newNames: [Int: FoldedName]
    private let formerNames: FormerNames
    /// The names and IDs by which users' records name groups; empty where no group is deleted for want of a record.
    private let namedByUsers: Set<FoldedName>

    init(_ context: PlanningContext, matching: GroupMatching, newNames: [Int: FoldedName]) {
        self.context = context
        self.matching = matching
        self.newNames = newNames
        formerNames = FormerNames(ofGroups: context)
        var named: Set<FoldedName> = []
        if context.policy.groups.delete == .absent, context.usersSpeakOfGroups {
            for user in context.manifests.users where user.lifecycle == .managed {
                for name in user.groups ?? [] { named.insert(FoldedName(name.value)) }
            }
        }
        namedByUsers = named
    }

    /// Why a group is deleted.
    func reason(for group: Int) -> String {
        if matching.recordOfGroup[group] != nil { return "the manifest says absent" }
        guard let namesake = namesake(of: group) else { return "no manifest names this group" }
        let absence = "no manifest has its external ID \"\(context.live.groups[group].externalID ?? "")\""
        return namesake.hasName
            ? "\(absence); the record of this name means group \(namesake.group.id)"
            : "\(absence); its name goes to group \(namesake.group.name)"
    }

    /// What stands between a group and its deletion; `nil` for nothing.
    func finding(against group: Int) -> Finding? {
        let live = context.live.groups[group]
        let record = matching.recordOfGroup[group]
        var problem = problem(with: live, record.map { context.manifests.groups[$0] })
        if problem == nil, record == nil { problem = formerProblem(live) ?? namesakeProblem(group) }
        return problem.map { problem in
            Finding(
                .warning,
                problem.code,
                "group \(live.name) is not deleted: \(problem.text)",
                remedy: problem.remedy,
                resource: Resource.group(live.name).description,
                at: (problem.record ?? record).map { context.manifests.groups[$0].location }
            )
        }
    }

    private struct Problem {
        let code: FindingCode
        let text: String
        let remedy: String
        /// The record that stands in the way, if one does.
        var record: Int?
    }

    private func problem(with live: Group, _ record: DesiredGroup?) -> Problem? {
        if context.ownership.owner(of: live.externalID) == .foreign {
            return Problem(
                code: .foreignExternalID,
                text: "it carries the external ID of another system",
                remedy: "let that system delete it, or clear the external ID"
            )
        }
        if let reason = context.protection.reason(for: live, as: record?.name.value) {
            return Problem(code: .protected, text: reason, remedy: "write a record for it")
        }
        if record == nil, names(of: live).contains(where: { namedByUsers.contains(FoldedName($0)) }) {
            return Problem(
                code: .unknownGroup,
                text: "no Groups manifest has it, and users name it",
                remedy: "write a record for it, with \"lifecycle\": \"absent\" if it is to go"
            )
        }
        if live.management == .userManaged, !context.policy.groups.manageUserManaged {
            return Problem(
                code: .userManagedGroup,
                text: "its owners manage it",
                remedy: "set \"manage_user_managed\": true in the Policy, or let its owners delete it"
            )
        }
        if context.policy.groups.delete == .never {
            return Problem(
                code: .switchedOff,
                text: "the policy deletes no groups",
                remedy: "set \"delete\": \"tombstone\" under \"groups\" in the Policy"
            )
        }
        return nil
    }

    /// The names by which records may mean a group: its own, and the one from which its external ID was made.
    private func names(of live: Group) -> [String] {
        [live.name, context.ownership.id(in: live.externalID)].compactMap(\.self)
    }

    // MARK: Records that have the group's name

    /// A record that names the group as its former self.
    private func formerProblem(_ live: Group) -> Problem? {
        guard let (name, record) = formerNames.record(of: names(of: live)) else { return nil }
        let why =
            if case .group(let other) = matching.matches[record] {
                "but means group \(context.live.groups[other].name)"
            } else if FoldedName(name) != FoldedName(live.name) {
                "which is in its external ID and no longer its name"
            } else {
                "which is another record's name now"
            }
        let desired = context.manifests.groups[record].name.value
        return Problem(
            code: .ambiguousMatch,
            text: "the record \(desired) names \(name) in previous_names, \(why)",
            remedy:
                "write a record for it, with \"lifecycle\": \"absent\" if it is to go, or delete that previous name",
            record: record
        )
    }

    /// A record that has a group's name and means another group, and that group.
    private struct Namesake {
        let record: Int
        let group: Group
        /// Whether the other group has the name already.
        let hasName: Bool
        /// Whether the other group gets the name, and from this one alone.
        let getsName: Bool
    }

    private func namesake(of group: Int) -> Namesake? {
        let name = FoldedName(context.live.groups[group].name)
        guard let record = context.recordByName[name], context.manifests.groups[record].lifecycle == .managed,
            case .group(let other) = matching.matches[record]
        else { return nil }
        let hasName = FoldedName(context.live.groups[other].name) == name
        return Namesake(
            record: record,
            group: context.live.groups[other],
            hasName: hasName,
            getsName: !hasName && newNames[other] == name && context.index.groupsByName[name] == [group]
        )
    }

    /// A record whose group does not get the name that this deletion would free, or has it beside a group of nobody's.
    private func namesakeProblem(_ group: Int) -> Problem? {
        guard let namesake = namesake(of: group), !namesake.getsName else { return nil }
        if namesake.hasName, context.isOurs(context.live.groups[group].externalID) { return nil }
        let other = "group \(namesake.group.name) (\(namesake.group.id))"
        let why = namesake.hasName ? "and this one is not ours" : "which does not get the name"
        return Problem(
            code: .crossedMatch,
            text: "the record of this name means \(other) by its external ID, \(why)",
            remedy: "rename one of the two in Dropbox, or write a record for this one",
            record: namesake.record
        )
    }
}

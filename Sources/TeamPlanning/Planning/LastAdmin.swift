/// Keeps a team from losing its last team admin.
enum LastAdmin {
    /// Drops every suspension, removal and demotion of team admins when together they would leave no active one.
    static func protect(_ context: PlanningContext, _ drafts: inout [ChangeDraft?]) -> (
        kept: Set<MemberID>, findings: [Finding]
    ) {
        let admins = context.live.members.filter {
            $0.status == .active && context.roles.isTeamAdmin($0.roles.first)
        }
        let adminIDs = Set(admins.map(\.id))
        let leaving = drafts.indices.filter { index in
            drafts[index]?.memberLosingAdmin(context.roles).map(adminIDs.contains) ?? false
        }
        let leavingIDs = Set(leaving.compactMap { drafts[$0]?.memberLosingAdmin(context.roles) })
        guard !leaving.isEmpty, leavingIDs.count == adminIDs.count else { return ([], []) }
        var findings: [Finding] = []
        for index in leaving {
            guard let draft = drafts[index] else { continue }
            findings.append(
                Finding(
                    .warning,
                    .protected,
                    "\(draft.resource.name) stays as they are: the team would be left without an active team admin",
                    remedy: "make somebody else a team admin first, in an apply of its own",
                    resource: draft.resource.description,
                    at: draft.source
                )
            )
            drafts[index] = nil
        }
        return (leavingIDs, findings)
    }
}

extension ChangeDraft {
    /// The member who would no longer be an active team admin.
    fileprivate func memberLosingAdmin(_ roles: RoleTable) -> MemberID? {
        switch operation {
        case .suspendUser(let id, _), .removeUser(let id, _): id
        case .setRole(let id, let role) where !roles.isTeamAdmin(role): id
        default: nil
        }
    }
}

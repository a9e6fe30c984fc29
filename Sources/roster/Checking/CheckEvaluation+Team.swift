import DropboxAPI
import DropboxProvider
import Reporting
import TeamPlanning

// Which team it is, who acts in it, and whether it can be read in full.
extension CheckEvaluation {
    var team: Check {
        judge(.team, \.team) { .pass(.team, "\($0.name) (\($0.id))") }
    }

    var teamPin: Check {
        judge(.teamPin, \.team, otherwise: .team) { team in
            guard let pinned = sight.manifest.connection?.teamID else {
                let remedy = "set \"team_id\": \"\(team.id)\" in the Connection, so that no other team is ever changed"
                return sight.isSimulated
                    ? .skip(.teamPin, "a simulated team need not be pinned")
                    : .warn(.teamPin, "no team is pinned", remedy)
            }
            if pinned == team.id { return .pass(.teamPin, "\(team.id) is the pinned team") }
            return .fail(
                .teamPin,
                "the Connection pins \(pinned), but \(team.id) answers",
                "check which token is in use, or correct team_id"
            )
        }
    }

    var actingAdmin: Check {
        judge(.actingAdmin, \.admin) { admin in
            guard case .success(let members)? = sight.team?.members else { return .skip(.actingAdmin, after: .members) }
            guard let member = members.first(where: { $0.id == admin.id }) else {
                return .skip(.actingAdmin, "\(admin.email) is missing from the members that were read")
            }
            let remedy = "have a team admin authorise the app, and use the new token"
            guard isTeamAdmin(member) else {
                return .fail(.actingAdmin, "\(admin.email) is \(role(of: member)), not a team admin", remedy)
            }
            guard member.status == .active else {
                return .fail(.actingAdmin, "\(admin.email) is \(member.status.name)", remedy)
            }
            let others = members.count { $0.id != member.id && $0.status == .active && isTeamAdmin($0) }
            if others > 0 { return .pass(.actingAdmin, "\(admin.email), one of \(others + 1) team admins") }
            return .warn(
                .actingAdmin,
                "\(admin.email) is the only team admin",
                "make somebody else a team admin too, so that nobody is locked out when this account ends"
            )
        }
    }

    var members: Check {
        judge(.members, \.members) { members in
            let live = members.filter(\.status.isLive)
            let counts = ["active", "invited", "suspended"].map { name in
                "\(live.count { $0.status.name == name }) \(name)"
            }
            let sentence = "\(live.count) read: \(counts.joined(separator: ", "))"
            if case .success(let admin)? = sight.team?.admin, !members.contains(where: { $0.id == admin.id }) {
                let remedy = "try again with --page-size 100; until then plan refuses (complete_read)"
                return .fail(.members, "\(sentence); the acting admin is missing from them", remedy)
            }
            return .pass(.members, sentence)
        }
    }

    var groups: Check {
        judge(.groups, \.groups) { groups in
            let system = groups.count { $0.management == .systemManaged }
            return .pass(.groups, "\(groups.count) read" + (system > 0 ? ", \(system) of them kept by Dropbox" : ""))
        }
    }

    var licences: Check {
        judge(.licences, \.team, otherwise: .team) { team in
            // As in plans: whoever is in the team holds a seat.
            let members = try? sight.team?.members?.get()
            let used = members?.count { $0.status.isLive } ?? team.provisionedUsers
            let free = team.licensedSeats - used
            let sentence = "\(used) of \(team.licensedSeats) used, \(max(free, 0)) free"
            if free > 0 { return .pass(.licences, sentence) }
            return .warn(.licences, sentence, "buy seats or remove people before others are created or brought back")
        }
    }

    /// Whether everybody whom the policy protects is there: a misspelt name protects nobody.
    var protect: Check {
        if let obstacle { return .skip(.protect, after: obstacle) }
        let policy = sight.protect
        guard !policy.users.isEmpty || !policy.groups.isEmpty else { return .pass(.protect, "the policy names nobody") }
        guard case .success(let members)? = sight.team?.members else { return .skip(.protect, after: .members) }
        guard case .success(let groups)? = sight.team?.groups else { return .skip(.protect, after: .groups) }
        let idle = policy.idle(members: members, groups: groups)
        guard !idle.isEmpty else {
            return .pass(
                .protect,
                "every name is in the team: \(policy.users.count) of users, \(policy.groups.count) of groups"
            )
        }
        let names = idle.map { "\"\($0.pattern)\" under \($0.list.rawValue)" }.joined(separator: ", ")
        let nearest = idle.compactMap { name in name.nearest.map { "\"\($0)\" instead of \"\(name.pattern)\"" } }
        let guess = nearest.isEmpty ? "" : ", perhaps " + nearest.joined(separator: ", ")
        return .warn(.protect, "protect names nobody: \(names)", "correct the names in the Policy\(guess)")
    }

    /// Judges what came of one try, or says why there was none.
    private func judge<Value>(
        _ name: CheckReport.Name,
        _ outcome: (TeamProbe.Observation) -> Result<Value, DropboxError>?,
        otherwise cause: CheckReport.Name? = nil,
        _ judge: (Value) -> Check
    ) -> Check {
        if let obstacle { return .skip(name, after: obstacle) }
        switch sight.team.flatMap(outcome) {
        case .success(let value)?: return judge(value)
        case .failure(let error)?:
            return cause.map { .skip(name, after: $0) } ?? .fail(name, error.summary, error.nextStep)
        case nil: return .skip(name, after: .connection)
        }
    }

    private func isTeamAdmin(_ member: Member) -> Bool {
        sight.team?.roles.contains { $0.key == "team_admin" && member.roles.contains($0.id) } ?? false
    }

    private func role(of member: Member) -> String {
        sight.team?.roles.first { member.roles.contains($0.id) }.map { "“\($0.name)”" } ?? "a member without a role"
    }
}

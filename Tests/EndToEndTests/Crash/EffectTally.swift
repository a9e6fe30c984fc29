import DropboxSimulator

/// What happened to a simulated team, told by emails and names: two runs that gave out other IDs can be compared.
struct EffectTally: Equatable {
    /// How often each thing happened.
    private(set) var counts: [String: Int] = [:]

    /// Counts the effects of calls. `start` and `end` are the team before and after them.
    init(_ calls: [RecordedCall], start: TeamSeed, end: TeamSeed) {
        var names: [String: String] = [:]
        for team in [start, end] {
            for member in team.members { names[member.id] = member.email }
            for group in team.groups { names[group.id] = group.externalID ?? group.name }
        }
        for effect in calls.flatMap(\.effects) {
            counts[Self.describe(effect) { names[$0] ?? $0 }, default: 0] += 1
        }
    }

    /// What happened in one run more or less often than in the other.
    func difference(from other: EffectTally) -> [String] {
        Set(counts.keys).union(other.counts.keys).filter { counts[$0] != other.counts[$0] }.sorted()
            .map { "\($0): \(counts[$0] ?? 0) times instead of \(other.counts[$0] ?? 0)" }
    }

    private static func describe(_ effect: RecordedCall.Effect, _ name: (String) -> String) -> String {
        switch effect {
        case .invited(let member): "invited \(name(member))"
        case .profileChanged(let member): "profile of \(name(member))"
        case .roleChanged(let member): "role of \(name(member))"
        case .suspended(let member, let wiped): "suspended \(name(member)) \(wiped)"
        case .unsuspended(let member): "unsuspended \(name(member))"
        case .removed(let member, let wiped, let filesDeleted): "removed \(name(member)) \(wiped) \(filesDeleted)"
        case .recovered(let member): "recovered \(name(member))"
        case .welcomed(let member): "welcomed \(name(member))"
        case .groupCreated(let group): "created \(name(group))"
        case .groupChanged(let group): "changed \(name(group))"
        case .groupDeleted(let group): "deleted \(name(group))"
        case .joined(let group, let member): "\(name(member)) joined \(name(group))"
        case .left(let group, let member): "\(name(member)) left \(name(group))"
        case .accessChanged(let group, let member): "access of \(name(member)) in \(name(group))"
        }
    }
}

extension TeamSeed {
    /// The team without what may differ from run to run: IDs, times and order.
    var settled: TeamSeed {
        var team = self
        team.nextID = nil
        team.members = members.map { member in
            var member = member
            member.id = ""
            member.invitedOn = nil
            member.suspendedOn = member.suspendedOn.map { _ in "" }
            member.formerGroups = []
            return member
        }
        .sorted { ($0.email, $0.status.rawValue) < ($1.email, $1.status.rawValue) }
        team.groups = groups.map { group in
            var group = group
            group.id = ""
            group.created = 0
            group.members.sort { $0.email < $1.email }
            return group
        }
        .sorted { $0.name < $1.name }
        return team
    }
}

import DropboxSimulator

/// How often each thing was done to each object: the simulator's log, in words that are the same in every run.
///
/// IDs that the simulator made up differ from run to run; such objects go by email or name at the end.
struct EffectCount: Equatable {
    private var counts: [String: Int] = [:]

    init(_ calls: [RecordedCall], end: TeamSeed, start: TeamSeed) {
        let names = Names(start: start, end: end)
        for effect in calls.flatMap(\.effects) { counts[names.words(effect), default: 0] += 1 }
    }

    /// What happened more often or less often than there.
    func differences(from other: EffectCount) -> [String] {
        Set(counts.keys).union(other.counts.keys).sorted().compactMap { words in
            let (here, there) = (counts[words] ?? 0, other.counts[words] ?? 0)
            return here == there ? nil : "\(words): \(here) instead of \(there)"
        }
    }
}

private struct Names {
    private let byID: [String: String]

    init(start: TeamSeed, end: TeamSeed) {
        let old = (start.members.map(\.id) + start.groups.map(\.id)).map { ($0, $0) }
        let new = end.members.map { ($0.id, "new \($0.email)") } + end.groups.map { ($0.id, "new \($0.name)") }
        byID = Dictionary(old + new) { first, _ in first }
    }

    private func name(_ id: String) -> String { byID[id] ?? "gone" }

    func words(_ effect: RecordedCall.Effect) -> String {
        switch effect {
        case .invited(let member): "invited \(name(member))"
        case .profileChanged(let member): "profile of \(name(member))"
        case .roleChanged(let member): "role of \(name(member))"
        case .suspended(let member, let wiped): "suspended \(name(member))\(wiped ? " wiped" : "")"
        case .unsuspended(let member): "unsuspended \(name(member))"
        case .removed(let member, let wiped, let filesDeleted):
            "removed \(name(member))\(filesDeleted ? " with files" : "")\(wiped ? " wiped" : "")"
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

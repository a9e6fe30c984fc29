/// Puts drafts into the order in which they are carried out and makes them changes.
enum Ordering {
    static func changes(from drafts: [ChangeDraft?]) -> [Change] {
        let stages = stages(of: drafts)
        let keys = zip(drafts, stages).enumerated().compactMap { Key($1.0, stage: $1.1, index: $0) }
        let sorted = keys.sorted { $0.isBefore($1, drafts) }.map(\.index)
        let ids = uniqueIDs(drafts, sorted)
        var isEmitted = Array(repeating: false, count: drafts.count)
        var changes: [Change] = []
        changes.reserveCapacity(sorted.count)
        for start in sorted where !isEmitted[start] {
            var open = [start]
            while let index = open.last {
                guard let draft = drafts[index], !isEmitted[index] else {
                    open.removeLast()
                    continue
                }
                let missing = draft.needs.filter { ids[$0] != nil && !isEmitted[$0] }
                guard missing.isEmpty else {
                    open += missing.reversed()
                    continue
                }
                open.removeLast()
                isEmitted[index] = true
                let needs = draft.needs.compactMap { ids[$0] }.sorted()
                changes.append(draft.change(id: ids[index] ?? draft.id, dependsOn: needs, stage: stages[index]))
            }
        }
        return changes
    }

    /// What the order of a draft nearly always goes by. Drafts themselves are large, and sorting would copy them.
    private struct Key {
        let stage: Stage
        let rank: Int
        let name: FoldedName
        let index: Int

        init?(_ draft: ChangeDraft?, stage: Stage, index: Int) {
            guard let draft else { return nil }
            self.stage = stage
            rank = draft.action.rank
            name = FoldedName(draft.resource.name)
            self.index = index
        }

        func isBefore(_ other: Key, _ drafts: [ChangeDraft?]) -> Bool {
            if stage != other.stage { return stage < other.stage }
            if rank != other.rank { return rank < other.rank }
            if name != other.name { return name < other.name }
            guard let mine = drafts[index], let theirs = drafts[other.index] else { return false }
            return (mine.resource, mine.idSuffix, mine.operation.target)
                < (theirs.resource, theirs.idSuffix, theirs.operation.target)
        }
    }

    /// A change runs in its own stage, or in that of what it needs, if that is later.
    private static func stages(of drafts: [ChangeDraft?]) -> [Stage] {
        var stages = drafts.map { $0?.stage ?? .admit }
        let waiting = drafts.indices.filter { drafts[$0]?.needs.isEmpty == false }
        var isMoved = true
        while isMoved {
            isMoved = false
            for index in waiting {
                for need in drafts[index]?.needs ?? [] where drafts[need] != nil && stages[need] > stages[index] {
                    stages[index] = stages[need]
                    isMoved = true
                }
            }
        }
        return stages
    }

    /// IDs name action and object; a number tells apart what would have the same one.
    private static func uniqueIDs(_ drafts: [ChangeDraft?], _ sorted: [Int]) -> [ChangeID?] {
        var taken = Set<ChangeID>(minimumCapacity: sorted.count)
        var ids = [ChangeID?](repeating: nil, count: drafts.count)
        for index in sorted {
            guard let draft = drafts[index] else { continue }
            var id = draft.id
            var number = 2
            while !taken.insert(id).inserted {
                id = ChangeID("\(draft.id.rawValue)#\(number)")
                number += 1
            }
            ids[index] = id
        }
        return ids
    }
}

extension Action {
    /// The order inside a stage.
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ChangeDraft {
    fileprivate func change(id: ChangeID, dependsOn: [ChangeID], stage: Stage) -> Change {
        Change(
            id: id,
            action: action,
            resource: resource,
            before: before,
            after: after,
            options: options,
            reason: reason,
            isDestructive: isDestructive,
            isIrreversible: isIrreversible,
            dependsOn: dependsOn,
            source: source,
            operation: operation,
            stage: stage,
            memberCount: memberCount,
            member: member
        )
    }
}

/// Puts drafts into the order in which they are carried out and makes them changes.
enum Ordering {
    static func changes(from drafts: [ChangeDraft?]) -> [Change] {
        let stages = stages(of: drafts)
        let sorted = drafts.indices.filter { drafts[$0] != nil }.sorted {
            guard let left = drafts[$0], let right = drafts[$1] else { return false }
            return (stages[$0].rawValue, left.action.rank, left.resource, left.idSuffix, left.operation.target)
                < (stages[$1].rawValue, right.action.rank, right.resource, right.idSuffix, right.operation.target)
        }
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
                let missing = draft.needs.filter { drafts[$0] != nil && !isEmitted[$0] }
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

    /// A change runs in its own stage, or in that of what it needs, if that is later.
    private static func stages(of drafts: [ChangeDraft?]) -> [Stage] {
        var stages = drafts.map { $0?.stage ?? .admit }
        var isMoved = true
        while isMoved {
            isMoved = false
            for (index, draft) in drafts.enumerated() {
                for need in draft?.needs ?? [] where drafts[need] != nil && stages[need] > stages[index] {
                    stages[index] = stages[need]
                    isMoved = true
                }
            }
        }
        return stages
    }

    /// IDs name action and object; a number tells apart what would have the same one.
    private static func uniqueIDs(_ drafts: [ChangeDraft?], _ sorted: [Int]) -> [Int: ChangeID] {
        var taken: Set<ChangeID> = []
        var ids: [Int: ChangeID] = [:]
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
            memberCount: memberCount
        )
    }
}

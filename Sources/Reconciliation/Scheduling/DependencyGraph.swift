import TeamPlanning

/// Who waits for whom, by the changes' positions in the plan.
struct DependencyGraph: Sendable {
    /// The changes that wait for a change.
    let dependents: [[Int]]
    /// Dependencies that the plan does not hold: a change's first one.
    let missing: [Int: ChangeID]
    /// How many dependencies of a change are still open.
    private var openCounts: [Int]

    init(_ changes: [Change]) {
        var positions: [ChangeID: Int] = [:]
        positions.reserveCapacity(changes.count)
        for (index, change) in changes.enumerated() { positions[change.id] = index }
        var dependents = [[Int]](repeating: [], count: changes.count)
        var missing: [Int: ChangeID] = [:]
        var openCounts = [Int](repeating: 0, count: changes.count)
        for (index, change) in changes.enumerated() {
            for dependency in Set(change.dependsOn).sorted() {
                guard let position = positions[dependency] else {
                    missing[index] = missing[index] ?? dependency
                    continue
                }
                dependents[position].append(index)
                openCounts[index] += 1
            }
        }
        self.dependents = dependents
        self.missing = missing
        self.openCounts = openCounts
    }

    /// Whether every dependency of the change is finished.
    func isUnblocked(_ index: Int) -> Bool { openCounts[index] == 0 }

    /// Counts one dependency of the change as finished.
    mutating func satisfyOne(of index: Int) { openCounts[index] -= 1 }
}

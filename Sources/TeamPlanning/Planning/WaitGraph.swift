/// Who waits for whom when a value that must be unique moves: each waits for one other at most.
struct WaitGraph {
    /// The one that each waits for.
    var waits: [Int: Int] = [:]

    /// All cycles, each starting at its smallest member, in the order of their starts.
    func cycles() -> [[Int]] {
        var isSettled: Set<Int> = []
        var found: [[Int]] = []
        for start in waits.keys.sorted() where !isSettled.contains(start) {
            var path: [Int] = []
            var position: [Int: Int] = [:]
            var current: Int? = start
            while let node = current, !isSettled.contains(node), position[node] == nil {
                position[node] = path.count
                path.append(node)
                current = waits[node]
            }
            if let node = current, let first = position[node] {
                let cycle = Array(path[first...])
                let least = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
                found.append(Array(cycle[least...] + cycle[..<least]))
            }
            isSettled.formUnion(path)
        }
        return found.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// All that wait, directly or through others, for one of these; these themselves are not among them.
    func waiting(for these: Set<Int>) -> [Int] {
        var waiters: [Int: [Int]] = [:]
        for (waiter, other) in waits { waiters[other, default: []].append(waiter) }
        var reached = these
        var open = Array(these)
        while let next = open.popLast() {
            for waiter in waiters[next] ?? [] where reached.insert(waiter).inserted { open.append(waiter) }
        }
        return reached.subtracting(these).sorted()
    }
}

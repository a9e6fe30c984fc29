/// Positions of changes that may start, first in, first out.
struct ReadyQueue: Sendable {
    private var positions: [Int] = []
    private var head = 0

    /// The next position.
    var first: Int? { head < positions.count ? positions[head] : nil }

    mutating func append(_ position: Int) { positions.append(position) }

    mutating func popFirst() -> Int? {
        guard let first else { return nil }
        head += 1
        if head == positions.count { removeAll() }
        return first
    }

    mutating func popFirst(atMost count: Int) -> [Int] {
        var popped: [Int] = []
        while popped.count < count, let next = popFirst() { popped.append(next) }
        return popped
    }

    mutating func removeAll() {
        positions.removeAll(keepingCapacity: true)
        head = 0
    }
}

/// A position, or none, for each of many objects, in a quarter of the memory that a list of optional integers takes.
struct PositionList: Sendable, RandomAccessCollection, MutableCollection {
    /// Negative for none.
    private var positions: [Int32]

    /// No position for any of `count` objects.
    init(count: Int) { positions = Array(repeating: -1, count: count) }

    var startIndex: Int { 0 }
    var endIndex: Int { positions.count }

    subscript(index: Int) -> Int? {
        get { positions[index] < 0 ? nil : Int(positions[index]) }
        set { positions[index] = newValue.map(Int32.init) ?? -1 }
    }

    mutating func reserveCapacity(_ count: Int) { positions.reserveCapacity(count) }

    mutating func append(_ position: Int?) { positions.append(position.map(Int32.init) ?? -1) }
}

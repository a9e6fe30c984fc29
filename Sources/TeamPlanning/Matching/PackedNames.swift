/// Names side by side in memory, where strings would be scattered.
struct PackedNames: Sendable, Equatable {
    private var bytes: [UInt8] = []
    /// Where each name ends among the bytes.
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    mutating func reserveCapacity(_ count: Int) { ends.reserveCapacity(count) }

    mutating func append(_ name: some Collection<UInt8>) {
        bytes.append(contentsOf: name)
        appendNone()
    }

    /// Adds a name of no length.
    mutating func appendNone() { ends.append(UInt32(bytes.count)) }

    /// Forgets the names and keeps their room.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    subscript(index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

    /// Adds one of these names to others if its bytes are of some kind; says whether it did.
    func append(
        _ index: Int,
        to others: inout PackedNames,
        when isSuitable: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            let name = UnsafeBufferPointer(rebasing: bytes[range(index)])
            guard isSuitable(name) else { return false }
            others.append(name)
            return true
        }
    }

    /// The hash of a name, of another seed in each process.
    func hash(at index: Int) -> Int {
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range(index)])) }
        return hasher.finalize()
    }

    /// Whether a name is the same bytes as one of others.
    func isSame(at index: Int, as other: Int, of others: PackedNames) -> Bool {
        let (mine, theirs) = (range(index), others.range(other))
        guard mine.count == theirs.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            others.bytes.withUnsafeBytes { others in
                var offset = 0
                while offset + 8 <= mine.count {
                    let word = bytes.loadUnaligned(fromByteOffset: mine.lowerBound + offset, as: UInt64.self)
                    let otherWord = others.loadUnaligned(fromByteOffset: theirs.lowerBound + offset, as: UInt64.self)
                    if word != otherWord { return false }
                    offset += 8
                }
                while offset < mine.count {
                    if bytes[mine.lowerBound + offset] != others[theirs.lowerBound + offset] { return false }
                    offset += 1
                }
                return true
            }
        }
    }

    private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }
}

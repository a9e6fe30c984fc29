/// The lines that two texts have in common, found by patience: lines that are unique on both sides come first, and
/// what lies between them is compared in turn.
///
/// Files of a hundred thousand lines that have nothing in common cost no more than their length.
struct LineDiff {
    /// Positions of lines that stay, on both sides, in their order.
    private(set) var common: [(old: Int, new: Int)] = []

    /// Stretches of at most this many lines are compared line by line where no line is unique.
    private static let shortStretch = 500

    private let old: [Int]
    private let new: [Int]

    init<Line: Hashable>(_ oldLines: [Line], _ newLines: [Line]) {
        var numbers: [Line: Int] = [:]
        func number(_ line: Line) -> Int {
            let next = numbers.count
            if let known = numbers[line] { return known }
            numbers[line] = next
            return next
        }
        old = oldLines.map(number)
        new = newLines.map(number)
        compare(old.indices, new.indices)
    }

    private mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        var pending = [(oldRange, newRange)]
        while let (left, right) = pending.popLast() {
            var (left, right) = (left, right)
            var tail: [(old: Int, new: Int)] = []
            while let first = left.first, let other = right.first, old[first] == new[other] {
                common.append((first, other))
                left.removeFirst()
                right.removeFirst()
            }
            while let last = left.last, let other = right.last, old[last] == new[other] {
                tail.append((last, other))
                left.removeLast()
                right.removeLast()
            }
            let anchors = anchors(left, right)
            // The stretches are taken from the end of the list, so the first one is put there last.
            pending += stretches(left, right, tail.reversed(), anchors).reversed()
        }
    }

    /// What is still to be compared, in order; lines that are known to stay are stretches of their own.
    private mutating func stretches(
        _ left: Range<Int>,
        _ right: Range<Int>,
        _ tail: [(old: Int, new: Int)],
        _ anchors: [(old: Int, new: Int)]
    ) -> [(Range<Int>, Range<Int>)] {
        var result: [(Range<Int>, Range<Int>)] = []
        if anchors.isEmpty {
            common += shortDifference(left, right) + tail
            return result
        }
        var (start, other) = (left.lowerBound, right.lowerBound)
        for anchor in anchors {
            result.append((start..<anchor.old, other..<anchor.new))
            result.append((anchor.old..<anchor.old + 1, anchor.new..<anchor.new + 1))
            (start, other) = (anchor.old + 1, anchor.new + 1)
        }
        result.append((start..<left.upperBound, other..<right.upperBound))
        if let first = tail.first {
            result.append((first.old..<first.old + tail.count, first.new..<first.new + tail.count))
        }
        return result
    }

    /// Lines that are unique on both sides and in the same order there: the longest such row of them.
    private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [(old: Int, new: Int)] {
        let oldPlaces = uniquePlaces(of: old, in: left)
        let newPlaces = uniquePlaces(of: new, in: right)
        let pairs = left.compactMap { position -> (old: Int, new: Int)? in
            guard oldPlaces[old[position]] == .some(.some(position)),
                case .some(.some(let other)) = newPlaces[old[position]]
            else { return nil }
            return (position, other)
        }
        return longestRising(pairs)
    }

    private func uniquePlaces(of lines: [Int], in range: Range<Int>) -> [Int: Int?] {
        var places: [Int: Int?] = [:]
        for position in range {
            places.updateValue(places[lines[position]] == nil ? position : nil, forKey: lines[position])
        }
        return places
    }

    /// The longest row whose new positions rise, by patience sorting.
    private func longestRising(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        var piles: [Int] = []
        var before = Array(repeating: -1, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, piles.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[piles[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = piles[low - 1] }
            if low < piles.count { piles[low] = index } else { piles.append(index) }
        }
        var row: [(old: Int, new: Int)] = []
        var next = piles.last ?? -1
        while next >= 0 {
            row.append(pairs[next])
            next = before[next]
        }
        return row.reversed()
    }

    /// Common lines of short stretches, found by their shortest difference.
    private func shortDifference(_ left: Range<Int>, _ right: Range<Int>) -> [(old: Int, new: Int)] {
        guard !left.isEmpty, !right.isEmpty, left.count + right.count <= Self.shortStretch else { return [] }
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in new[right].difference(from: old[left]) {
            switch change {
            case .remove(let offset, _, _): removed.insert(left.lowerBound + offset)
            case .insert(let offset, _, _): inserted.insert(right.lowerBound + offset)
            }
        }
        let kept = zip(left.filter { !removed.contains($0) }, right.filter { !inserted.contains($0) })
        return kept.map { (old: $0.0, new: $0.1) }
    }
}

/// Positions by name, for names by the hundred thousand.
///
/// A dictionary of a large team does not fit a processor's cache, and a search in it waits for main memory several times,
/// because names are scattered there. Here the names stand side by side, next to a table with a part of each name's hash,
/// so that hardly a name is fetched but the one that is sought; and many searches made at once wait together.
struct NameIndex<Name: NameKey>: Sendable {
    /// One place of the table.
    private struct Slot {
        /// The upper half of the name's hash.
        var tag: UInt32 = 0
        /// The name's position, counted from one; zero is a free place.
        var number: UInt32 = 0
    }

    private var slots: [Slot]
    /// The name of each position; empty for one that has none.
    private var names = PackedNames()
    /// Names that are not ASCII: they can be equal without being the same bytes.
    private var others: [Name: Int] = [:]
    /// The positions whose name another position has too.
    private(set) var doubled: Set<Int> = []

    /// The names of the positions below `count`; `nil` leaves a position out. Of equal names the last counts.
    init(count: Int, name: (Int) -> Name?) {
        var size = 16
        while size * 4 < count * 5 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        names.reserveCapacity(count)
        var hashes: [Int?] = []
        hashes.reserveCapacity(count)
        for position in 0..<count {
            let name = name(position)
            if let name, name.appendASCII(to: &names) {
                hashes.append(names.hash(at: position))
            } else {
                names.appendNone()
                hashes.append(nil)
                if let name, let same = others.updateValue(position, forKey: name) {
                    doubled.formUnion([same, position])
                }
            }
        }
        for (position, hash) in hashes.enumerated() { if let hash { note(position, hash: hash) } }
    }

    /// The positions of a list's names.
    init(_ names: [Name]) { self.init(count: names.count) { names[$0] } }

    private mutating func note(_ position: Int, hash: Int) {
        var place = hash & (slots.count - 1)
        let tag = Self.tag(of: hash)
        while slots[place].number != 0 {
            let same = Int(slots[place].number) - 1
            if slots[place].tag == tag, names.isSame(at: same, as: position, of: names) {
                doubled.formUnion([same, position])
                break
            }
            place = (place + 1) & (slots.count - 1)
        }
        slots[place] = Slot(tag: tag, number: UInt32(position + 1))
    }

    // MARK: Search

    /// The position of a name.
    subscript(name: Name) -> Int? {
        var question = PackedNames()
        guard name.appendASCII(to: &question) else { return others[name] }
        return position(of: 0, in: question, hash: question.hash(at: 0))
    }

    /// The position of each of many names; `nil` asks for nothing, and is answered with nothing.
    func positions(count: Int, name: (Int) -> Name?) -> PositionList {
        positions(count: count) { index, questions in
            name(index)?.appendASCII(to: &questions) ?? false
        } search: { index in
            others.isEmpty ? nil : name(index).flatMap { others[$0] }
        }
    }

    /// The position of each name that a group's record lists.
    func positions(of list: NameList) -> PositionList where Name == FoldedName {
        positions(count: list.count) { index, questions in
            list.names.append(index, to: &questions, when: FoldedName.isFoldedASCII)
        } search: { index in
            self[FoldedName(list[index].value)]
        }
    }

    /// Searches in rounds of steps: while a step waits for one name, it goes on to the next.
    ///
    /// `ask` adds a name to the questions, or answers `false` for what only `search` can find.
    private func positions(
        count: Int,
        ask: (Int, inout PackedNames) -> Bool,
        search: (Int) -> Int?
    ) -> PositionList {
        let roundSize = 64
        var found = PositionList(count: 0)
        found.reserveCapacity(count)
        var questions = PackedNames()
        var hashes: [Int?] = []
        var numbers: [UInt32] = []
        for start in stride(from: 0, to: count, by: roundSize) {
            questions.removeAll()
            hashes.removeAll(keepingCapacity: true)
            numbers.removeAll(keepingCapacity: true)
            for index in start..<min(start + roundSize, count) {
                let isAsked = ask(index, &questions)
                if !isAsked { questions.appendNone() }
                hashes.append(isAsked ? questions.hash(at: index - start) : nil)
            }
            for hash in hashes { numbers.append(hash.map(likelyNumber) ?? 0) }
            for (question, hash) in hashes.enumerated() {
                guard let hash else {
                    found.append(search(start + question))
                    continue
                }
                let likely = Int(numbers[question]) - 1
                if likely < 0 || names.isSame(at: likely, as: question, of: questions) {
                    found.append(likely < 0 ? nil : likely)
                } else {
                    found.append(position(of: question, in: questions, hash: hash))
                }
            }
        }
        return found
    }

    /// The first name whose hash may be this one; zero when there is none.
    private func likelyNumber(_ hash: Int) -> UInt32 {
        var place = hash & (slots.count - 1)
        let tag = Self.tag(of: hash)
        while slots[place].number != 0, slots[place].tag != tag { place = (place + 1) & (slots.count - 1) }
        return slots[place].number
    }

    private func position(of question: Int, in questions: PackedNames, hash: Int) -> Int? {
        var place = hash & (slots.count - 1)
        let tag = Self.tag(of: hash)
        while slots[place].number != 0 {
            let position = Int(slots[place].number) - 1
            if slots[place].tag == tag, names.isSame(at: position, as: question, of: questions) { return position }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    private static func tag(of hash: Int) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }
}

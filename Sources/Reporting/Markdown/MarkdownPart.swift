/// A part of a page that is shown whole where there is room, and otherwise reduced to what is never left out.
struct MarkdownPart {
    private let whole: String
    private let needed: String
    private let isChange: Bool
    private(set) var isWhole = false

    /// Both are lines; what is needed may be none.
    ///
    /// - Parameter isChange: whether the part shows the changes of one user or group, which are counted when they are cut.
    init(whole: [String], needed: [String], isChange: Bool = false) {
        self.whole = whole.joined(separator: "\n")
        self.needed = needed.joined(separator: "\n")
        self.isChange = isChange
    }

    /// Lines that are never left out.
    init(_ lines: [String]) { self.init(whole: lines, needed: lines) }

    /// The characters that it takes at least, with the end of its last line.
    var neededLength: Int { Self.taken(by: needed) }

    /// Whether changes are left out or cut.
    var isCutChange: Bool { isChange && !isWhole }

    var shown: [String] {
        let text = isWhole ? whole : needed
        return text.isEmpty ? [] : [text]
    }

    /// Takes the room for the whole, if there is as much.
    mutating func unfold(_ used: inout Int, room: Int) {
        let more = Self.taken(by: whole) - neededLength
        guard used + more <= room else { return }
        used += more
        isWhole = true
    }

    private static func taken(by text: String) -> Int { text.isEmpty ? 0 : text.utf16.count + 1 }
}

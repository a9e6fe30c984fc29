extension String {
    /// How many columns a terminal gives the text: two for wide East Asian characters and emoji, none for marks.
    var columns: Int {
        utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.columns }
    }

    /// As much of the start as a terminal shows in so many columns.
    public func prefix(columns limit: Int) -> String {
        var used = 0
        return String(
            prefix { character in
                used += character.columns
                return used <= limit
            }
        )
    }
}

extension Character {
    /// How many columns a terminal gives the character.
    var columns: Int {
        guard let base = unicodeScalars.first, !base.isASCII else { return 1 }
        if base.properties.isEmojiPresentation { return 2 }
        return Self.wide.contains { $0.contains(base.value) } ? 2 : 1
    }

    /// The blocks that Unicode's `EastAsianWidth.txt` marks as wide or full-width, in ascending order.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
        0x1B000...0x1B2FF, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}

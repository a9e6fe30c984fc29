import Testing

@testable import TeamPlanning

struct LineTableTests {
    @Test(arguments: [
        ("start", "abc", 0, 1, 1), ("within", "abc", 2, 1, 3), ("end of text", "abc", 3, 1, 4),
        ("beyond the end", "abc", 99, 1, 4), ("after LF", "a\nbc", 3, 2, 2), ("the LF itself", "a\nb", 1, 1, 2),
        ("after CR LF", "a\r\nb", 3, 2, 1), ("the LF of CR LF", "a\r\nb", 2, 1, 3), ("after CR", "a\rb", 2, 2, 1),
        ("CR at the end", "a\r", 2, 2, 1), ("empty lines", "\n\n\nx", 3, 4, 1),
        ("two-byte scalar", "éa", 2, 1, 2), ("four-byte scalar", "🦊a", 4, 1, 2), ("combining", "e\u{301}a", 3, 1, 3),
        ("empty text", "", 0, 1, 1),
    ])
    func findsPositions(name: String, text: String, offset: Int, line: Int, column: Int) {
        let position = LineTable(Array(text.utf8)).position(of: offset)
        #expect(position == (line, column), "\(name)")
    }

    /// Fast paths and anchors must not change what plain counting finds.
    @Test func agreesWithPlainCounting() {
        var random = SeededRandom(seed: 7)
        let pieces = ["a", "bcdefghij", "é", "🦊", "\n", "\r\n", "\r", "\t", " ", String(repeating: "x", count: 300)]
        for _ in 0..<60 {
            let text = (0..<40).map { _ in pieces[random.below(pieces.count)] }.joined()
            let bytes = Array(text.utf8)
            let table = LineTable(bytes)
            for offset in stride(from: 0, through: bytes.count, by: 3) {
                #expect(table.position(of: offset) == Self.plainPosition(of: offset, in: bytes))
            }
        }
    }

    private static func plainPosition(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for index in 0..<offset {
            let isCRLF = bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
            if bytes[index] == 10 || (bytes[index] == 13 && !isCRLF) {
                line += 1
                column = 1
            } else if bytes[index] & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}

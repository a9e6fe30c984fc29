import Testing

@testable import TeamPlanning

/// Edits of lists leave every byte alone that they do not mean.
struct JSONEditsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        var removing: Set<Int> = []
        var inserting: [Int] = []
        let expected: String

        var testDescription: String { "\(text) -\(removing.sorted()) +\(inserting)" }
    }

    static let cases = [
        Case(text: "[1,2 , 3]", removing: [1], expected: "[1,3]"),
        Case(text: "[1,2 , 3]", removing: [0], expected: "[2 , 3]"),
        Case(text: "[1,2 , 3]", removing: [2], expected: "[1,2]"),
        Case(text: "[ 1, 2 ]", removing: [0, 1], expected: "[]"),
        Case(text: "[ 1, 2 ]", removing: [0, 1], inserting: [2], expected: "[ 9 ]"),
        Case(text: "[1, 2, 3, 4]", removing: [0, 1, 3], expected: "[3]"),
        Case(text: "[]", inserting: [0], expected: "[9]"), Case(text: "[1]", inserting: [1], expected: "[1, 9]"),
        Case(text: "[1]", inserting: [0], expected: "[9, 1]"), Case(text: "[1,2]", inserting: [1], expected: "[1,9,2]"),
        Case(text: "[1, 2]", inserting: [2, 2], expected: "[1, 2, 9, 9]"),
        Case(text: "[\n\t1,\n\t2\n]", inserting: [2], expected: "[\n\t1,\n\t2,\n\t9\n]"),
        Case(text: "[\n  1\n]", inserting: [0], expected: "[\n  9,\n  1\n]"),
        Case(text: "[\r\n  1,\r\n  2\r\n]", removing: [0], inserting: [2], expected: "[\r\n  2,\r\n  9\r\n]"),
        Case(text: "  [\n]", inserting: [0], expected: "  [\n    9\n  ]"),
        Case(text: "[[1],{\"a\":\"]\\\"\"}, \"x,y\"]", removing: [1], expected: "[[1],\"x,y\"]"),
        Case(text: "[\"a\\\\\" , \"b\"]", removing: [1], expected: "[\"a\\\\\"]"),
    ]

    @Test(arguments: cases)
    func edits(_ example: Case) throws {
        let bytes = Array(example.text.utf8)
        var findings: [Finding] = []
        let root = try #require(JSONDocument.read(bytes, file: "", into: &findings)?.root)
        var edits = JSONEdits(bytes)
        edits.edit(
            list: root,
            removing: example.removing,
            inserting: example.inserting.map { JSONEdits.Insertion(at: $0, "9") }
        )
        let text = String(decoding: edits.applied(), as: UTF8.self)
        // A list without items is written anew on lines when its file has lines.
        #expect(text == example.expected)
    }

    /// Random lists, random edits: the result is what editing the items would give, and still JSON.
    @Test(arguments: 0..<20)
    func agreesWithTheItems(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<100 {
            let items = (0..<random.below(6)).map { "\"\($0)\"" }
            let space = ["", " ", "\n  ", "\r\n\t"][random.below(4)]
            let bytes = Array(("[" + space + items.joined(separator: ",\(space)") + space + "]").utf8)
            let removed = Set(items.indices.filter { _ in random.below(3) == 0 })
            let inserted = (0..<random.below(3)).map { _ in random.below(items.count + 1) }
            var findings: [Finding] = []
            let root = try #require(JSONDocument.read(bytes, file: "", into: &findings)?.root)
            var edits = JSONEdits(bytes)
            edits.edit(
                list: root,
                removing: removed,
                inserting: inserted.map { JSONEdits.Insertion(at: $0, "\"new\"") }
            )
            let result = try #require(JSONDocument.read(edits.applied(), file: "", into: &findings)?.root)
            var expected: [String] = []
            for index in 0...items.count {
                expected += inserted.filter { $0 == index }.map { _ in "new" }
                if index < items.count, !removed.contains(index) { expected.append("\(index)") }
            }
            #expect(result.array?.compactMap(\.string) == expected)
        }
    }
}

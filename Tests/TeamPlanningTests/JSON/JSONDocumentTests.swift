import TeamPlanning
import Testing

struct JSONDocumentTests {
    @Test(arguments: [
        ("null", JSONValue.null), ("true", .bool(true)), ("false", .bool(false)), ("0", .number("0")),
        ("-0.50e+07", .number("-0.50e+07")), ("\"\"", .string("")), (" [ ] ", .array([])), ("\t{\r\n}", .object([])),
        ("\"é🦊\"", .string("é🦊")), (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
        (#""\u00e9\uD83E\uDD8A\u0000x""#, .string("é🦊\u{0}x")), (#""a\u0041b\n""#, .string("aAb\n")),
        ("\"\u{7F}\u{85}\u{2028}\"", .string("\u{7F}\u{85}\u{2028}")),
    ])
    func readsEveryKindOfValue(text: String, value: JSONValue) throws {
        #expect(try Self.read(text).root.value == value)
    }

    @Test func keepsOrderAndPlaces() throws {
        let document = try Self.read("{\n  \"bé\": [1, \"x\"],\n  \"a\": {}\n}")
        let members = try #require(document.root.object)
        #expect(members.map(\.key) == ["bé", "a"])
        #expect(document.location(of: document.root) == SourceLocation(file: "a.json", line: 1, column: 1))
        #expect(document.location(of: members[0].keyOffset) == SourceLocation(file: "a.json", line: 2, column: 3))
        let items = try #require(members[0].node.array)
        #expect(document.location(of: items[1]) == SourceLocation(file: "a.json", line: 2, column: 13))
        #expect(document.location(of: members[1].node) == SourceLocation(file: "a.json", line: 3, column: 8))
        #expect(document.root["a"]?.object == [])
        #expect(document.root["c"] == nil)
    }

    @Test func allowsNestingOf64() throws {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try Self.read(text).root.array?.count == 1)
    }

    @Test func countsDepthNotBrackets() throws {
        let text = "[" + Array(repeating: "[]", count: 100).joined(separator: ",") + "]"
        #expect(try Self.read(text).root.array?.count == 100)
    }

    @Test func refusesMoreThan64MiB() {
        var findings: [Finding] = []
        let bytes = [UInt8](repeating: UInt8(ascii: " "), count: JSONDocument.maximumBytes + 1)
        #expect(JSONDocument.read(bytes, file: "a.json", into: &findings) == nil)
        #expect(findings.map(\.message) == ["The file is larger than 64 MiB."])
        #expect(findings.map(\.code) == [.invalidJSON])
    }

    @Test(arguments: [
        ("lone continuation", [0x80], 0), ("overlong", [0xC0, 0xAF], 0), ("overlong three", [0xE0, 0x80, 0x80], 0),
        ("surrogate", [0xED, 0xA0, 0x80], 0), ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80], 0), ("cut", [0xC3], 0),
        ("Latin-1 after text", [0x61, 0x62, 0xE9, 0x63], 2), ("never valid", [0xFF], 0),
        ("cut four", [0xF0, 0x9F, 0xA6], 0), ("bad third byte", [0xE2, 0x82, 0x28], 0),
    ])
    func refusesInvalidUTF8(name: String, bytes: [UInt8], offset: Int) {
        var findings: [Finding] = []
        let text = Array("{\n\"".utf8) + bytes + Array("\": 1}".utf8)
        #expect(JSONDocument.read(text, file: "a.json", into: &findings) == nil, "\(name)")
        #expect(findings.map(\.message) == ["The file is not valid UTF-8 here."])
        #expect(findings.map(\.location) == [SourceLocation(file: "a.json", line: 2, column: 2 + offset)])
    }

    @Test func reportsEveryDuplicateKeyAndGoesOn() throws {
        var findings: [Finding] = []
        let text = "{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 2, \"\\u0061\": 3}"
        let document = JSONDocument.read(Array(text.utf8), file: "a.json", into: &findings)
        #expect(document?.root["b"]?.object?.count == 2)
        findings.sort(by: Finding.inOrder)
        #expect(findings.map(\.code) == [.duplicateKey, .duplicateKey, .duplicateKey])
        #expect(findings.map(\.location?.line) == [2, 3, 3])
        #expect(findings.map(\.location?.column) == [16, 2, 10])
        #expect(findings[0].message == "The key \"c\" appears twice in one object, first at line 2, column 8.")
        #expect(findings[2].message == "The key \"a\" appears twice in one object, first at line 1, column 2.")
    }

    @Test func findsDuplicatesInLargeObjects() {
        let members = (0..<200).map { "\"k\($0)\": \($0)" } + ["\"k7\": 0"]
        var findings: [Finding] = []
        let text = "{" + members.joined(separator: ", ") + "}"
        _ = JSONDocument.read(Array(text.utf8), file: "a.json", into: &findings)
        #expect(findings.map(\.message) == ["The key \"k7\" appears twice in one object, first at line 1, column 65."])
    }

    @Test func keepsDuplicatesWhenASyntaxErrorFollows() {
        var findings: [Finding] = []
        #expect(JSONDocument.read(Array("[{\"a\":1,\"a\":2},]".utf8), file: "a.json", into: &findings) == nil)
        #expect(findings.map(\.code) == [.duplicateKey, .invalidJSON])
    }

    private static func read(_ text: String) throws -> JSONDocument {
        var findings: [Finding] = []
        let document = JSONDocument.read(Array(text.utf8), file: "a.json", into: &findings)
        #expect(findings == [])
        return try #require(document)
    }
}

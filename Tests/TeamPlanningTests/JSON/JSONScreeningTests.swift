import TeamPlanning
import Testing

/// What is looked for before a decoder reads a text that it would read in its own way.
struct JSONScreeningTests {
    @Test(
        "the first key that stands twice, in the order of the text",
        arguments: [
            (#"{"a":1}"#, nil), (#"[{"a":1},{"a":1}]"#, nil), (#"{"a":{"a":{"a":1}}}"#, nil), (#"{"a":1,"A":2}"#, nil),
            (#"{"a":1,"a":1}"#, "a 1:8 1:2"), (#"{"a":1,"\u0061":1}"#, "a 1:8 1:2"),
            ("{\"b\":{\"c\":1,\n \"c\":1},\"b\":2}", "c 2:2 1:7"), ("[[{\"x\":0}],\n{\"\":0,\"\":0}]", " 2:7 2:2"),
        ] as [(String, String?)]
    )
    func repeatedKeys(json: String, expected: String?) {
        guard case .repeatedKey(let found) = JSONScreening(Array(json.utf8), file: "f") else {
            #expect(expected == nil && JSONScreening(Array(json.utf8)) == .clean)
            return
        }
        let places = [found.location, found.first].map { "\($0.line):\($0.column)" }
        #expect("\(found.key) \(places.joined(separator: " "))" == expected)
        #expect(found.location.file == "f" && found.first.file == "f")
    }

    @Test("many keys in one object, of which the last repeats the first")
    func manyKeys() {
        let members = (0..<40).map { "\"k\($0)\":0" } + ["\"k0\":1"]
        guard case .repeatedKey(let found) = JSONScreening(Array("{\(members.joined(separator: ","))}".utf8)) else {
            Issue.record("not found")
            return
        }
        #expect(found.key == "k0" && found.first.column == 2)
    }

    @Test(
        "what is no JSON in UTF-8",
        arguments: [[], [0x7B], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0x22, 0xFF, 0x22], [0, 0x7B, 0, 0x7D]]
    )
    func notJSON(bytes: [UInt8]) {
        #expect(JSONScreening(bytes) == .notJSON)
    }
}

import Testing

@testable import DropboxSimulator

struct JSONTests {
    @Test(arguments: [
        ("null", JSONValue.null),
        (" true ", true),
        ("-12", -12),
        ("1.5e2", .number(150)),
        (#""a\"\\\/\n\té\ud83d\ude00""#, "a\"\\/\n\té😀"),
        (#"{"b":[1,{}],"a":[]}"#, JSONValue.object(["a": [], "b": [1, [:]]])),
    ])
    func parses(text: String, value: JSONValue) throws {
        #expect(try JSONParser.parse(Array(text.utf8)) == value)
    }

    @Test(
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":1,\"a\":2}", "01", "-", "1.", ".5", "+1", "--1",
            "1e999",
            "tru", "nul", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\n\"", "null null",
            "{a:1}",
            "'a'", "NaN",
        ]
    )
    func refuses(text: String) {
        #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(text.utf8)) }
    }

    @Test func refusesBrokenUTF8AndDeepNesting() {
        #expect(throws: JSONSyntaxError.self) { try JSONParser.parse([0x22, 0xFF, 0x22]) }
        #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(repeating: UInt8(ascii: "["), count: 1000)) }
    }

    @Test func errorsNameTheLine() {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array("{\n\n\"a\":x}".utf8)) }
        #expect(error?.line == 3)
    }

    @Test func writesSortedAndEscaped() throws {
        let value: JSONValue = ["b": "\"\\\n\u{1}\u{7F}é", ".tag": "x", "a": [1, true, .null, .number(0.5)]]
        let compact = #"{".tag":"x","a":[1,true,null,0.5],"b":"\"\\\n\u0001\u007fé"}"#
        #expect(String(decoding: JSONWriter.compact(value), as: UTF8.self) == compact)
        #expect(try JSONParser.parse(JSONWriter.compact(value)) == value)
        #expect(try JSONParser.parse(JSONWriter.pretty(value)) == value)
    }

    @Test func writesIndentedForPeople() {
        let text = String(decoding: JSONWriter.pretty(["a": [1, 2], "b": [], "c": [:]]), as: UTF8.self)
        #expect(text == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": [],\n  \"c\": {}\n}\n")
    }
}

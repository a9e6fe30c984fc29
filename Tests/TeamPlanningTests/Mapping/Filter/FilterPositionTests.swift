import Testing

@testable import TeamPlanning

/// A fault inside a string of a manifest is shown where it stands in the file, whatever is escaped before it. `⟦` marks the
/// place.
struct FilterPositionTests {
    @Test(arguments: [
        #"mail eq 1 ⟦x"#,
        #"mail eq \"a\" ⟦x"#,
        #"mail eq \"\\\\\" ⟦x"#,
        #"mail eq \"\u00e9\" ⟦x"#,
        #"mail eq \u0022a\u0022 or mail eq \"\u00E9\u00e9\" ⟦x"#,
        #"mail eq \"\ud83d\ude00\" ⟦x"#,
        #"mail eq \"😀é\" ⟦x"#,
        #"mail eq \"\/\" ⟦x"#,
        #"\u006dail eq 1 ⟦x"#,
        #"mail ⟦\u0065qq 1"#,
        #"mail eq⟦"#,
    ])
    func faultsOfFilters(marked: String) throws {
        let text = marked.replacing("⟦", with: "")
        let column = try #require(marked.unicodeScalars.split(separator: "⟦", omittingEmptySubsequences: false).first)
        let found = try decode("{\"filter\":\"\(text)\"}") { $0.filter("filter") }
        #expect(found.value == nil)
        #expect(found.findings.map { $0.location?.description } == ["mapping.json:1:\(12 + column.count)"])
    }

    @Test func faultsOfTemplates() throws {
        let found = try decode(#"{"from": null, "template":"\u007bsn} {"}"#) { Expression(reading: &$0, for: .text) }
        #expect(found.findings.map { $0.location?.description } == ["mapping.json:1:38"])
    }
}

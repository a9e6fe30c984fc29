import Testing

@testable import TeamPlanning

struct TextRuleTests {
    @Test(arguments: [
        "a@b.co", "o'neil@x.example", "a#&.%+-_9@x.example", "A@B-C.D.EXAMPLE", "a@-x.example", "a@x..example",
        "a@1.example", "a@x.abcdefghijklmno",
    ])
    func acceptsWhatDropboxAccepts(email: String) {
        #expect(TextRule.email.problem(in: email) == nil)
    }

    @Test(arguments: [
        "", "a", "@x.example", "a@", "a@x", "a@.example", "a@x.e", "a@x.e1", "a@x.abcdefghijklmnop", "a@b@x.example",
        "a b@x.example", "a/b@x.example", "a=b@x.example", "a!b@x.example", "a*b@x.example", "é@x.example",
        "a@é.example", "a@x_y.example", "a@x.example ", "a@x.example\n", "a@x.example.",
    ])
    func refusesWhatDropboxRefuses(email: String) {
        #expect(TextRule.email.problem(in: email) != nil)
    }

    @Test func countsScalarsNotBytes() {
        #expect(TextRule.namePart.problem(in: String(repeating: "é", count: 50)) == nil)
        #expect(TextRule.namePart.problem(in: String(repeating: "é", count: 51)) != nil)
        #expect(TextRule.externalID.problem(in: String(repeating: "🦊", count: 64)) == nil)
        #expect(TextRule.externalID.problem(in: String(repeating: "🦊", count: 65)) != nil)
    }

    @Test(arguments: Array("/:?*<>\"|\u{0}\n\u{1B}\u{7F}\u{9B}".unicodeScalars.map(String.init)))
    func refusesInNames(character: String) {
        #expect(TextRule.namePart.problem(in: "a\(character)b") != nil)
    }

    /// The backslash is not in Dropbox's pattern, however odd it looks in a name.
    @Test(arguments: ["", "O'Neil", "Müller-Lüdenscheidt", "a\\b", "山田", "a b"])
    func acceptsNames(name: String) {
        #expect(TextRule.namePart.problem(in: name) == nil)
    }

    @Test(arguments: [" a", "a ", "\u{A0}a", "a\u{2003}", "", "a\nb"])
    func refusesGroupNames(name: String) {
        #expect(TextRule.groupName.problem(in: name) != nil)
    }

    @Test(arguments: ["A", "_a1", "DROPBOX_REFRESH_TOKEN"])
    func acceptsVariables(name: String) {
        #expect(TextRule.environmentName.problem(in: name) == nil)
    }

    @Test(arguments: ["", "1A", "A-B", "A B", "$A", "é"])
    func refusesVariables(name: String) {
        #expect(TextRule.environmentName.problem(in: name) != nil)
    }

    @Test(arguments: [
        ("", true), ("roster:", true), (String(repeating: "m", count: 32), true), ("a b", false), ("é", false),
        (String(repeating: "m", count: 33), false),
    ])
    func checksMarkers(marker: String, isValid: Bool) {
        #expect((TextRule.marker.problem(in: marker) == nil) == isValid)
    }
}

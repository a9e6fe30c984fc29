import Testing

@testable import TeamPlanning

/// Templates: what they make of a record, and what is wrong with broken ones.
struct TemplateTests {
    private static let record = #"""
        {"givenName": "Jane", "n": 1.50, "flag": true, "list": ["x", "y"], "none": [], "nothing": null, "blank": "",
         "name": {"family": "Smith"}}
        """#

    @Test(arguments: [
        ("{givenName} {name.family}", "Jane Smith"), ("{GIVENNAME}", "Jane"), ("plain", "plain"),
        ("{n}/{flag}", "1.50/true"),
        ("{list}", "x"), ("<{blank}>", "<>"), ("{{{givenName}}}", "{Jane}"), ("{{givenName}}", "{givenName}"),
        ("a}}b{{c", "a}b{c"), ("{givenName}{givenName}", "JaneJane"), ("é{n}🦊", "é1.50🦊"),
    ])
    func fillsFields(template: String, text: String) throws {
        #expect(try Template(template).text(for: json(Self.record)) == text)
    }

    @Test(arguments: ["{absent}", "{givenName} {absent}", "{nothing}", "{none}", "{name}", "{givenName.x}"])
    func isMissingWhenAFieldIs(template: String) throws {
        #expect(try Template(template).text(for: json(Self.record)) == nil)
    }

    @Test(arguments: [
        ("⟦{a", Template.Fault.Kind.unclosedBrace), ("é⟦{a {b}", .unclosedBrace), ("{a} ⟦{", .unclosedBrace),
        ("a⟦}", .unopenedBrace), ("{a}⟦} b", .unopenedBrace), ("{⟦}", .notPath("")), ("x {⟦a..b}", .notPath("a..b")),
        ("{⟦a.}", .notPath("a.")),
    ])
    func refusesBrokenOnes(marked: String, kind: Template.Fault.Kind) throws {
        let parts = marked.split(separator: "⟦", omittingEmptySubsequences: false)
        let fault = Template.Fault(kind: kind, offset: try #require(parts.first).unicodeScalars.count)
        #expect(throws: fault) { try Template(parts.joined()) }
        #expect(fault.message.hasSuffix(".") && fault.remedy.hasSuffix("."))
    }

    @Test(arguments: 0..<4)
    func survivesAnything(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let record = try json(Self.record)
        let alphabet = Array("{}{}an.🦊 é")
        for _ in 0..<1_000 {
            let text = String((0..<random.below(16)).map { _ in alphabet[random.below(alphabet.count)] })
            do throws(Template.Fault) {
                let template = try Template(text)
                #expect(template.description == text)
                if !text.contains("{") && !text.contains("}") { #expect(template.text(for: record) == text) }
            } catch {
                #expect((0...text.unicodeScalars.count).contains(error.offset))
            }
        }
    }
}

import Foundation
import TestSupport
import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("roster.explain/v1")
struct ExplanationGoldenTests {
    @Test("The text is as recorded", arguments: NamedExplanation.all)
    func text(named: NamedExplanation) throws {
        let text = TextLayout(width: 100, colour: false).explanation(try named.report())
        try expectGolden(text, "explain-\(named.name).txt")
    }

    @Test("The JSON is as recorded", arguments: NamedExplanation.all)
    func json(named: NamedExplanation) throws {
        try expectGolden(
            String(decoding: try named.report().encoded(), as: UTF8.self),
            "explain-\(named.name).json"
        )
    }

    @Test("Reads what it writes", arguments: NamedExplanation.all)
    func roundTrip(named: NamedExplanation) throws {
        let report = try named.report()
        #expect(try ExplanationReport(json: report.encoded()) == report)
    }

    @Test("The recorded explanations have every kind of step")
    func everyKind() throws {
        let reports = try NamedExplanation.all.map { try $0.report() }
        let kinds = try reports.flatMap { report in
            let value = try JSONSerialization.jsonObject(with: Data(try report.encoded()))
            let steps = (value as? [String: Any])?["steps"] as? [[String: Any]]
            return (steps ?? []).compactMap { $0["step"] as? String }
        }
        #expect(
            Set(kinds) == [
                "record", "no_record", "filter", "values", "match", "live", "transition", "candidacy", "protection",
                "changes", "memberships", "findings", "gates",
            ]
        )
    }

    @Test("No line is longer than the page, single long words aside", arguments: NamedExplanation.all)
    func width(named: NamedExplanation) throws {
        let lines = TextLayout(width: 72, colour: false).explanation(try named.report()).split(separator: "\n")
        let tooLong = lines.filter { String($0).columns > 72 && $0.drop { $0 == " " }.contains(" ") }
        #expect(tooLong.isEmpty)
    }
}

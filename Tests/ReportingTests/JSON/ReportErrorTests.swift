import TeamPlanning
import Testing

@testable import Reporting

@Suite("Reports that cannot be read")
struct ReportErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let json: String
        let code: ReportError.Code
        let says: String
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "empty file", json: "", code: .notJSON, says: "not JSON"),
        Case(name: "not JSON", json: "Plan: 3 to create", code: .notJSON, says: "written by `roster plan"),
        Case(name: "cut off", json: #"{"format":"roster.plan/v1","#, code: .notJSON, says: "not JSON"),
        Case(name: "a list", json: "[]", code: .wrongFormat(found: nil), says: "has no \"format\" field"),
        Case(name: "no format", json: "{}", code: .wrongFormat(found: nil), says: "has no \"format\" field"),
        Case(
            name: "another report",
            json: #"{"format":"roster.result/v1"}"#,
            code: .wrongFormat(found: "roster.result/v1"),
            says: "has format \"roster.result/v1\" instead of roster.plan/v1"
        ),
        Case(
            name: "a later version",
            json: #"{"format":"roster.plan/v2"}"#,
            code: .wrongFormat(found: "roster.plan/v2"),
            says: "this version reads roster.plan/v1: use the version of roster that wrote it"
        ),
        Case(
            name: "format of a wrong type",
            json: #"{"format":1}"#,
            code: .invalidField(path: "format"),
            says: "at format"
        ),
        Case(
            name: "a field missing",
            json: #"{"format":"roster.plan/v1"}"#,
            code: .invalidField(path: "team"),
            says: "damaged at team:"
        ),
    ]

    @Test("Each fault has its code and a sentence", arguments: cases)
    func faults(item: Case) {
        let error = #expect(throws: ReportError.self) { try PlanReport(json: Array(item.json.utf8)) }
        #expect(error?.code == item.code)
        #expect(error?.description.contains(item.says) == true)
    }

    @Test(
        "A wrong value is named by its path",
        arguments: [
            ("\"user.set_role\"", "\"user.promote\"", "changes[2].action"),
            ("\"user:janet.smith@acme.example\"", "\"person:janet\"", "changes[0].resource"),
            ("\"destructive\" : true", "\"destructive\" : \"yes\"", "changes[1].destructive"),
            ("\"Jan\"", "[]", "changes[0].before.given_name"),
            ("\"verdict\" : \"confirm\"", "\"verdict\" : \"perhaps\"", "gates[2].verdict"),
            ("\"needed\" : 0", "\"needed\" : true", "licences.needed"),
            ("\"needed\" : 0", "\"needed\" : 1.5", ""),
        ]
    )
    func paths(old: String, new: String, path: String) throws {
        let json = String(decoding: try NamedPlan.update.report.encoded(), as: UTF8.self)
        let damaged = json.replacing(old, with: new)
        try #require(damaged != json)
        let error = #expect(throws: ReportError.self) { try PlanReport(json: Array(damaged.utf8)) }
        #expect(error?.code == .invalidField(path: path))
        #expect(error?.cause is DecodingError)
    }

    @Test(
        "A key twice in one object is refused, wherever it stands",
        arguments: ["applicable", "destructive", "needed"]
    )
    func repeatedKeys(key: String) throws {
        let json = String(decoding: try NamedPlan.update.report.encoded(), as: UTF8.self)
        let place = try #require(json.firstRange(of: "\"\(key)\" : "))
        let value = json[place.upperBound...].prefix { $0 != "," && $0 != "\n" }
        var twice = json
        twice.replaceSubrange(place, with: "\"\(key)\" : \(value), \"\(key)\" : ")
        let error = #expect(throws: ReportError.self) { try PlanReport(json: Array(twice.utf8)) }
        guard case .repeatedKey(let repeated) = error?.code else {
            Issue.record("not refused as a repeated key: \(String(describing: error))")
            return
        }
        let line = json[..<place.lowerBound].count { $0 == "\n" } + 1
        #expect(repeated.key == key && error?.place?.line == line)
        #expect(repeated.first.line == line && repeated.first.column < repeated.location.column)
        #expect(
            error?.description.contains("the key \"\(key)\" stands twice in one object, first in line \(line)") == true
        )
    }

    @Test("Bytes that are no UTF-8 are refused")
    func invalidUTF8() {
        #expect(throws: ReportError.self) { try PlanReport(json: [0x7B, 0xFF, 0x7D]) }
    }
}

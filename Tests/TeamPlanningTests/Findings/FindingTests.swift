import Testing

@testable import TeamPlanning

struct FindingTests {
    private static func place(_ file: String, _ line: Int, _ column: Int) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column)
    }

    @Test func ordersByPlaceThenSeverityThenText() {
        let ordered = [
            Finding(.info, .unknownField, "b", at: Self.place("a.json", 1, 2)),
            Finding(.error, .unknownField, "a", at: Self.place("a.json", 2, 1)),
            Finding(.error, .duplicateUser, "z", at: Self.place("b.json", 1, 1)),
            Finding(.error, .wrongType, "a", at: Self.place("b.json", 1, 1)),
            Finding(.error, .wrongType, "a", resource: "user:x", at: Self.place("b.json", 1, 1)),
            Finding(.error, .wrongType, "b", resource: "user:x", at: Self.place("b.json", 1, 1)),
            Finding(.warning, .duplicateUser, "a", at: Self.place("b.json", 1, 1)),
            Finding(.error, .largeGroup, "a"),
            Finding(.info, .largeGroup, "a"),
        ]
        #expect(Array(ordered.reversed()).sorted(by: Finding.inOrder) == ordered)
    }

    @Test func locationsReadLikeCompilerOutput() {
        #expect("\(Self.place("users/a.json", 12, 7))" == "users/a.json:12:7")
        #expect(Self.place("a", 2, 9) < Self.place("a", 10, 1))
    }

    @Test func codesAreUniqueAndScriptable() {
        let codes = FindingCode.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" || $0 == "_" } })
    }

    @Test func quotesAreCut() {
        #expect(quoted("a\"b") == "\"a\"b\"")
        #expect(quoted(String(repeating: "é", count: 60)).unicodeScalars.count == 62)
        #expect(quoted(String(repeating: "é", count: 61)) == "\"" + String(repeating: "é", count: 60) + "…\"")
    }
}

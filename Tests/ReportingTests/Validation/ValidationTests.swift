import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("roster.validate/v1")
struct ValidationTests {
    static let place = SourceLocation(file: "manifests/users.json", line: 3, column: 12)
    static let error = Finding(
        .error,
        .unknownField,
        "\"mial\" is no field of a user",
        remedy: "write \"mail\"",
        at: place
    )
    static let warning = Finding(.warning, .duplicateUser, "named twice", resource: "user:a@b.example")

    @Test(
        "The last line gives the verdict",
        arguments: [
            ([], 1, "Valid: 1 file, no findings."), ([warning], 2, "Valid: 2 files, 1 warning."),
            ([error, warning, warning], 4, "Invalid: 1 error, 2 warnings in 4 files."),
        ] as [([Finding], Int, String)]
    )
    func verdict(findings: [Finding], files: Int, line: String) {
        let report = ValidationReport(findings: findings, files: files)
        let text = TextLayout(width: 80, colour: false).validation(report)
        #expect(text.split(separator: "\n").last.map(String.init) == line)
        #expect(report.valid == line.hasPrefix("Valid"))
    }

    @Test("A finding stands on one line in the form of compilers, its remedy below")
    func findings() {
        let text = TextLayout(width: 60, colour: false)
            .validation(ValidationReport(findings: [Self.error, Self.warning], files: 1))
        #expect(
            text == """
                manifests/users.json:3:12: error: "mial" is no field of a user [unknown-field]
                  fix: write "mail"
                user:a@b.example: warning: named twice [duplicate-user]

                Invalid: 1 error, 1 warning in 1 file.

                """
        )
    }

    @Test("Reads what it writes and leaves out what is absent")
    func json() throws {
        let report = ValidationReport(findings: [Self.error, Self.warning], files: 3)
        let bytes = try report.encoded()
        #expect(try ValidationReport(json: bytes) == report)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("\"format\" : \"roster.validate/v1\""))
        #expect(text.split(separator: "\"remedy\"").count == 2)
        #expect(!text.contains("null"))
    }
}

import Testing

@testable import Reporting
@testable import TeamPlanning

/// The findings whose rendering is pinned by golden files.
struct NamedValidation: Sendable, CustomTestStringConvertible {
    let name: String
    let report: ValidationReport

    var testDescription: String { name }

    static let all = [
        NamedValidation(name: "none", report: ValidationReport(findings: [], files: 3)), faults, hostile,
    ]

    static let faults = NamedValidation(
        name: "faults",
        report: ValidationReport(
            findings: [
                Finding(
                    .error,
                    .unknownField,
                    "users[0] has no field \"mial\".",
                    remedy: "Write \"mail\".",
                    resource: "user:jane@acme.example",
                    at: SourceLocation(file: "./manifests/users.json", line: 3, column: 12)
                ),
                Finding(
                    .error,
                    .unknownField,
                    "users[0] has no field \"mial\".",
                    remedy: "Write \"mail\".",
                    resource: "user:jane@acme.example",
                    at: SourceLocation(file: "./manifests/users.json", line: 9, column: 12)
                ),
                Finding(
                    .error,
                    .unknownField,
                    "groups[1] has no field \"nmae\".",
                    remedy: "Write \"name\".",
                    at: SourceLocation(file: "manifests/all groups.json", line: 4, column: 7)
                ),
                Finding(.warning, .repeatedItem, "a person is named twice", resource: "group:Accounting"),
                Finding(
                    .info,
                    .largeGroup,
                    "the group is large",
                    at: SourceLocation(file: "/g.json", line: 1, column: 1)
                ),
            ],
            files: 3
        )
    )

    static let hostile = NamedValidation(
        name: "hostile",
        report: ValidationReport(
            findings: ((HostileName.markdown + HostileName.workflowCommands).map(\.text) + [
                "\u{1B}[2J\u{202E}\n", "[x](0) {0} \\",
            ])
            .enumerated().map { index, text in
                Finding(
                    index.isMultiple(of: 2) ? .error : .warning,
                    .invalidValue,
                    "the value \"\(text)\" is not allowed",
                    remedy: "replace \(text)",
                    at: SourceLocation(file: "manifests/\(text).json", line: index + 1, column: 1)
                )
            },
            files: 1
        )
    )
}

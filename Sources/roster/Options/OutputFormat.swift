import ArgumentParser

/// A list of formats that a command prints and writes.
protocol ResultFormat: RawRepresentable, CaseIterable, Sendable, Equatable where RawValue == String {
    /// For people at a terminal: every command's default.
    static var text: Self { get }
    /// What is printed and written, such as `plan`.
    static var subject: String { get }
}

/// A format of results that have no other form.
enum OutputFormat: String, ResultFormat {
    case text
    /// For programs.
    case json

    static let subject = "result"
}

/// A format of plans.
enum PlanFormat: String, ResultFormat {
    case text
    /// For programs: the plan itself, which `show` and `apply --approved` read.
    case json
    /// For people who review: a comment on a pull request.
    case markdown
    /// For people who review: a page of its own, such as an artifact of a pipeline.
    case html
    /// For GitHub Actions: annotations on manifest lines, and with them job summary and outputs.
    case github
    /// For GitLab: the widget of a merge request.
    case gitlab

    static let subject = "plan"
}

/// A format of what was found in manifests.
enum FindingsFormat: String, ResultFormat {
    case text
    /// For programs.
    case json
    /// For code scanning: SARIF 2.1.0.
    case sarif
    /// For GitHub Actions: annotations on manifest lines.
    case github
    /// For GitLab: Code Quality.
    case gitlab

    static let subject = "findings"
}

extension ResultFormat {
    /// The formats in a sentence: `text, json or markdown`.
    static var choice: String {
        let names = allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }

    /// Takes a format from the command line.
    static func parse(_ name: String) throws -> Self {
        if let format = Self(rawValue: name) { return format }
        if known.contains(name) { throw ValidationError("\(name) is not a format of this command; use \(choice)") }
        throw ValidationError("unknown format: \(name); use \(choice)")
    }

    /// The formats of all commands.
    private static var known: [String] { PlanFormat.allCases.map(\.rawValue) + FindingsFormat.allCases.map(\.rawValue) }
}

/// A result that is also written to a file: `-o FORMAT=PATH`.
struct OutputFile<Format: ResultFormat>: Sendable, Equatable {
    let format: Format
    let path: String

    /// Takes a file from the command line.
    static func parse(_ argument: String) throws -> OutputFile {
        guard let equals = argument.firstIndex(of: "="), argument.index(after: equals) < argument.endIndex else {
            throw ValidationError("expected FORMAT=PATH, such as json=plan.json")
        }
        let format = try Format.parse(String(argument[..<equals]))
        return OutputFile(format: format, path: String(argument[argument.index(after: equals)...]))
    }
}

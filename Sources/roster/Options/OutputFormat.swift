import ArgumentParser

/// A format that results are printed and written in.
enum OutputFormat: String, Sendable, CaseIterable {
    /// For people at a terminal.
    case text
    /// For programs.
    case json

    /// Formats that later versions bring.
    private static let planned = ["markdown", "html", "github", "gitlab", "sarif"]

    /// Takes a format from the command line.
    static func parse(_ name: String) throws -> OutputFormat {
        if let format = OutputFormat(rawValue: name) { return format }
        let known = allCases.map(\.rawValue).joined(separator: " or ")
        guard planned.contains(name) else { throw ValidationError("unknown format: \(name); use \(known)") }
        throw ValidationError("not supported yet: \(name); use \(known)")
    }
}

/// A result that is also written to a file: `-o FORMAT=PATH`.
struct OutputFile: Sendable, Equatable {
    let format: OutputFormat
    let path: String

    /// Takes a file from the command line.
    static func parse(_ argument: String) throws -> OutputFile {
        guard let equals = argument.firstIndex(of: "="), argument.index(after: equals) < argument.endIndex else {
            throw ValidationError("expected FORMAT=PATH, such as json=plan.json")
        }
        let format = try OutputFormat.parse(String(argument[..<equals]))
        return OutputFile(format: format, path: String(argument[argument.index(after: equals)...]))
    }
}

public import TeamPlanning

/// Why a report could not be read or written.
public struct ReportError: Error, CustomStringConvertible {
    /// What went wrong.
    public let code: Code
    /// The format that was asked for, such as `roster.plan/v1`.
    public let expectedFormat: String
    /// The error underneath, if there is one.
    public let cause: (any Error)?
    private let writtenBy: String

    /// What went wrong.
    public enum Code: Sendable, Hashable {
        /// The bytes are not JSON.
        case notJSON
        /// An object names a key twice, so that two readers may understand two things; the places are without file.
        case repeatedKey(JSONRepeatedKey)
        /// The `format` field is missing or names something else.
        case wrongFormat(found: String?)
        /// A field is missing or has a wrong value; the path is like `changes[3].action`, or empty where unknown.
        case invalidField(path: String)
        /// The report has no JSON form.
        case notEncodable
    }

    init(_ code: Code, _ report: (some Report).Type, cause: (any Error)? = nil) {
        self.code = code
        self.expectedFormat = report.format
        self.writtenBy = report.writtenBy
        self.cause = cause
    }

    /// - Parameter isJSON: Whether the bytes are known to be JSON, so that only a field can be wrong.
    init(decoding error: DecodingError, isJSON: Bool, _ report: (some Report).Type) {
        let code = Self.code(of: error)
        self.init(isJSON && code == .notJSON ? .invalidField(path: "") : code, report, cause: error)
    }

    /// One sentence with the next step. Raw text: a found format is quoted as it is, cut to 60 characters.
    public var description: String {
        switch code {
        case .notJSON:
            "not JSON, so not a \(expectedFormat) report: pass a file written by `\(writtenBy)`"
        case .repeatedKey(let repeated):
            "the key \"\(repeated.key.prefix(60))\" stands twice in one object, first in line \(repeated.first.line), column \(repeated.first.column), so what it says is not certain: write the report again with `\(writtenBy)`"
        case .wrongFormat(let found?) where Self.name(of: found) == Self.name(of: expectedFormat):
            "the report has format \"\(found.prefix(60))\" and this version reads \(expectedFormat): use the version of roster that wrote it, or write it again with `\(writtenBy)`"
        case .wrongFormat(let found?):
            "the report has format \"\(found.prefix(60))\" instead of \(expectedFormat): pass a file written by `\(writtenBy)`"
        case .wrongFormat(nil):
            "the report has no \"format\" field, so it is not a \(expectedFormat): pass a file written by `\(writtenBy)`"
        case .invalidField(let path):
            "the \(expectedFormat) report is damaged\(path.isEmpty ? "" : " at \(path)"): write it again with `\(writtenBy)`"
        case .notEncodable:
            "the \(expectedFormat) report has no JSON form: please report this as a bug"
        }
    }

    /// Where in the report the fault stands, where that is known: line and column, counted from 1.
    public var place: (line: Int, column: Int)? {
        guard case .repeatedKey(let repeated) = code else { return nil }
        return (repeated.location.line, repeated.location.column)
    }

    private static func name(of format: String) -> Substring {
        format.prefix { $0 != "/" }
    }

    private static func code(of error: DecodingError) -> Code {
        switch error {
        case .keyNotFound(let key, let context): .invalidField(path: path(context.codingPath + [key]))
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            context.codingPath.isEmpty ? .wrongFormat(found: nil) : .invalidField(path: path(context.codingPath))
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? .notJSON : .invalidField(path: path(context.codingPath))
        @unknown default: .notJSON
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}

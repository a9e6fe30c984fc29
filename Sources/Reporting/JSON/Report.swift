import TeamPlanning

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A report with a name and version in its `format` field: what one run of roster writes, another can read.
public protocol Report: Codable, Equatable, Sendable {
    /// The value of `format`: the report's name and version, such as `roster.plan/v1`.
    static var format: String { get }
    /// The command that writes such a report, for error messages.
    static var writtenBy: String { get }
}

extension Report {
    /// The report as JSON: sorted keys, indented, one trailing newline; the same report gives the same bytes.
    ///
    /// Characters that a terminal would obey or hide stand as `\u` escapes, so the bytes are safe to print.
    ///
    /// - Throws: ``ReportError`` with the code ``ReportError/Code/notEncodable``.
    public func encoded() throws(ReportError) -> [UInt8] { try Self.json(self) }

    /// The JSON of a report, or of a form of it that others define.
    static func json(_ value: some Encodable) throws(ReportError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return inertJSON(String(decoding: try encoder.encode(value), as: UTF8.self)) + [UInt8(ascii: "\n")]
        } catch {
            throw ReportError(.notEncodable, Self.self, cause: error)
        }
    }

    /// Reads a report.
    ///
    /// - Throws: ``ReportError`` that names what is wrong: no JSON, a key twice in one object, another format or version, or
    ///   the field.
    public init(json bytes: [UInt8]) throws(ReportError) {
        switch JSONScreening(bytes) {
        case .clean: break
        case .notJSON: throw ReportError(.notJSON, Self.self)
        case .repeatedKey(let key): throw ReportError(.repeatedKey(key), Self.self)
        }
        let data = Data(bytes)
        let decoder = JSONDecoder()
        var isJSON = false
        do {
            let found = try decoder.decode(ReportHeader.self, from: data).format
            isJSON = true
            guard found == Self.format else { throw ReportError(.wrongFormat(found: found), Self.self) }
            self = try decoder.decode(Self.self, from: data)
        } catch let error as ReportError {
            throw error
        } catch let error as DecodingError {
            throw ReportError(decoding: error, isJSON: isJSON, Self.self)
        } catch {
            throw ReportError(.notJSON, Self.self, cause: error)
        }
    }
}

/// What is read first of any report.
private struct ReportHeader: Decodable {
    let format: String?
}

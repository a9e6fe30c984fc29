/// One JSON text, read strictly (RFC 8259), in which every value knows its place.
public struct JSONDocument: Sendable {
    /// The file's path, as locations show it.
    public let file: String
    /// The value of the whole text.
    public let root: JSONNode
    private let lines: LineTable

    /// The largest file that is read, in bytes: 64 MiB.
    public static let maximumBytes = 64 << 20
    /// How deep objects and arrays may be nested.
    public static let maximumDepth = 64

    /// Reads a file's bytes.
    ///
    /// A syntax error ends the reading with one `invalid-json` finding and `nil`. A key that an object names twice
    /// is a `duplicate-key` finding at the second, for each of them; the document is still returned, so that a
    /// decoder can report what else is wrong.
    public static func read(_ bytes: [UInt8], file: String, into findings: inout [Finding]) -> JSONDocument? {
        guard bytes.count <= maximumBytes else {
            let fault = JSONFault(.tooLarge, at: 0)
            findings.append(fault.finding { _ in SourceLocation(file: file, line: 1, column: 1) })
            return nil
        }
        let lines = LineTable(bytes)
        let place = { (offset: Int) in lines.location(of: offset, in: file) }
        return bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer)
            do throws(JSONFault) {
                let root = try parser.parseDocument()
                findings += parser.duplicates.map { $0.finding(place) }
                return JSONDocument(file: file, root: root, lines: lines)
            } catch {
                findings += parser.duplicates.map { $0.finding(place) }
                findings.append(error.finding(place))
                return nil
            }
        }
    }

    /// The place of a value.
    public func location(of node: JSONNode) -> SourceLocation { location(of: node.offset) }

    /// The place of a scalar of a string, counted from 0, as it is written: an escape takes several characters.
    func location(ofScalar scalar: Int, in string: JSONNode) -> SourceLocation {
        location(of: Int32(lines.offset(ofScalar: scalar, inStringAt: Int(string.offset))))
    }

    /// The place of a byte of the file.
    public func location(of offset: Int32) -> SourceLocation { lines.location(of: Int(offset), in: file) }
}

extension LineTable {
    /// The place of a byte of a file.
    func location(of offset: Int, in file: String) -> SourceLocation {
        let (line, column) = position(of: offset)
        return SourceLocation(file: file, line: line, column: column)
    }
}

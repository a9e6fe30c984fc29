/// Splits LDIF into its lines, with folded ones put together again (RFC 2849, note 2).
struct LDIFLines {
    /// A line with the number of its first row.
    struct Line {
        var bytes: [UInt8]
        let number: Int
        /// Whether the line is longer than ``limit``, and only its start is here.
        let isCut: Bool
    }

    /// How much of a line is kept: nothing that becomes part of a manifest is longer, but pictures are.
    static let limit = 1 << 16

    private var bytes: [UInt8] = []
    private var number = 0
    private var isCut = false
    /// Whether there is a line that the next row may continue.
    private var isOpen = false
    private var row = 1
    private var isAtRowStart = true
    private var isContinuation = false

    /// Takes the next bytes and hands out every line that has ended. A blank row is a line without bytes.
    mutating func consume(_ input: ArraySlice<UInt8>, _ body: (Line) -> Void) {
        var rest = input
        while !rest.isEmpty {
            if isAtRowStart { startRow(&rest, body) }
            let end = rest.firstIndex(of: UInt8(ascii: "\n"))
            append(rest[..<(end ?? rest.endIndex)])
            guard let end else { return }
            rest = rest[(end + 1)...]
            endRow(body)
        }
    }

    /// Ends the file. Returns the last row's number when it has no end.
    mutating func finish(_ body: (Line) -> Void) -> Int? {
        flush(body)
        defer { self = LDIFLines() }
        return isAtRowStart ? nil : row
    }

    private mutating func startRow(_ rest: inout ArraySlice<UInt8>, _ body: (Line) -> Void) {
        isAtRowStart = false
        isContinuation = rest.first == UInt8(ascii: " ") && isOpen
        if isContinuation {
            rest = rest.dropFirst()
        } else {
            flush(body)
            number = row
            isOpen = true
        }
    }

    private mutating func endRow(_ body: (Line) -> Void) {
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        if bytes.isEmpty, !isContinuation {
            isOpen = false
            body(Line(bytes: [], number: row, isCut: false))
        }
        row += 1
        isAtRowStart = true
    }

    private mutating func append(_ part: ArraySlice<UInt8>) {
        let room = Self.limit - bytes.count
        bytes.append(contentsOf: part.prefix(max(room, 0)))
        if part.count > room { isCut = true }
    }

    private mutating func flush(_ body: (Line) -> Void) {
        if isOpen, !bytes.isEmpty { body(Line(bytes: bytes, number: number, isCut: isCut)) }
        bytes.removeAll(keepingCapacity: true)
        isOpen = false
        isCut = false
    }
}

/// Splits CSV (RFC 4180) into its rows, strictly: a quote stands around a whole field or, doubled, inside of one.
struct CSVRows {
    /// A row with the number of the line on which it starts. The fields are `ends.count` stretches of the bytes.
    struct Row {
        let line: Int
        let bytes: [UInt8]
        let ends: [Int]

        /// The bytes of a field.
        func field(_ index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }
    }

    /// What a row has instead of a field, as the end of a sentence.
    struct Fault {
        let line: Int
        let message: String
        let remedy: String
    }

    /// The longest row: a quote that is never closed must not swallow an export.
    static let limit = 1 << 17

    private enum State {
        case fieldStart, plain, quoted, afterQuote
        /// A carriage return outside of quotes, after which only a line break may come.
        case carriageReturn
        /// The rest of a line with a fault.
        case skipped
    }

    private let delimiter: UInt8
    private var state = State.fieldStart
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var line = 1
    private var rowLine = 1

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// Takes the next bytes and hands out every row or fault that they complete.
    mutating func consume(_ input: [UInt8], _ body: (Result) -> Void) {
        for byte in input {
            take(byte, body)
            if byte == UInt8(ascii: "\n") { line += 1 }
            if state == .fieldStart, bytes.isEmpty, ends.isEmpty { rowLine = line }
        }
    }

    /// Ends the file; its last row needs no line break.
    mutating func finish(_ body: (Result) -> Void) {
        switch state {
        case .quoted:
            fail(
                "The row has a quote that is not closed",
                "Close the quote, or double it if it is part of the text.",
                body
            )
        case .fieldStart where ends.isEmpty && bytes.isEmpty: break
        case .skipped: break
        case .fieldStart, .plain, .afterQuote, .carriageReturn: endRow(body)
        }
        self = CSVRows(delimiter: delimiter)
    }

    /// A row, or why there is none.
    enum Result {
        case row(Row)
        case fault(Fault)
    }

    private mutating func take(_ byte: UInt8, _ body: (Result) -> Void) {
        switch (state, byte) {
        case (.skipped, UInt8(ascii: "\n")): startRow()
        case (.skipped, _): break
        case (.quoted, UInt8(ascii: "\"")): state = .afterQuote
        case (.quoted, _): append(byte, body)
        case (.fieldStart, UInt8(ascii: "\"")): state = .quoted
        case (.afterQuote, UInt8(ascii: "\"")):
            state = .quoted
            append(byte, body)
        case (.carriageReturn, UInt8(ascii: "\n")): endRow(body)
        case (.carriageReturn, _):
            fail("The row holds a carriage return outside of quotes", "Export with line breaks of one kind.", body)
        case (_, delimiter): endField()
        case (_, UInt8(ascii: "\n")): endRow(body)
        case (_, UInt8(ascii: "\r")): state = .carriageReturn
        case (.afterQuote, _):
            fail("The row has text after a closing quote", "Double a quote that is part of the text.", body)
        case (_, UInt8(ascii: "\"")):
            fail(
                "The row has a quote within a field that does not start with one",
                "Put the field in quotes and double those in it.",
                body
            )
        default:
            state = .plain
            append(byte, body)
        }
    }

    private mutating func append(_ byte: UInt8, _ body: (Result) -> Void) {
        bytes.append(byte)
        guard bytes.count > Self.limit else { return }
        fail("The row has more than \(Self.limit) bytes", "Look for a quote that is not closed.", body)
    }

    private mutating func endField() {
        ends.append(bytes.count)
        state = .fieldStart
    }

    private mutating func endRow(_ body: (Result) -> Void) {
        endField()
        body(.row(Row(line: rowLine, bytes: bytes, ends: ends)))
        startRow()
    }

    private mutating func startRow() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        state = .fieldStart
    }

    private mutating func fail(_ message: String, _ remedy: String, _ body: (Result) -> Void) {
        body(.fault(Fault(line: rowLine, message: message + ".", remedy: remedy)))
        let isAtLineEnd = bytes.last == UInt8(ascii: "\n")
        startRow()
        if !isAtLineEnd { state = .skipped }
    }
}

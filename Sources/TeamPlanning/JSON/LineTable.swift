/// Turns byte offsets of one file into lines and columns.
///
/// A line ends at LF, CR LF or CR. An anchor is kept at every line's start and within long lines at regular
/// distances, so that looking up a place costs the same in a pretty-printed file and in one of a single long line.
struct LineTable: Sendable {
    private struct Anchor {
        let offset: Int32
        let line: Int32
        let column: Int32
    }

    /// How many bytes lie between two anchors at most.
    private static let stride = 256

    private let bytes: [UInt8]
    private let anchors: [Anchor]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        self.anchors = bytes.withUnsafeBufferPointer(Self.anchors(in:))
    }

    /// The line and the column in Unicode scalars of a byte, both counted from 1.
    func position(of offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = anchors.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(anchors[middle].offset) <= offset { low = middle } else { high = middle }
        }
        let anchor = anchors[low]
        let end = min(max(offset, 0), bytes.count)
        var column = Int(anchor.column)
        for index in Int(anchor.offset)..<max(end, Int(anchor.offset)) where !isContinuation(bytes[index]) {
            column += 1
        }
        return (Int(anchor.line), column)
    }

    private static func anchors(in bytes: UnsafeBufferPointer<UInt8>) -> [Anchor] {
        var anchors = [Anchor(offset: 0, line: 1, column: 1)]
        anchors.reserveCapacity(bytes.count / 32)
        var line: Int32 = 1
        var column: Int32 = 1
        var due = stride
        var index = 0
        while index < bytes.count {
            if index >= due, !isContinuation(bytes[index]) {
                anchors.append(Anchor(offset: Int32(truncatingIfNeeded: index), line: line, column: column))
                due = index + stride
            }
            if isPrintableASCII(eightBytesAt: index, in: bytes) {
                column += 8
                index += 8
                continue
            }
            if !isContinuation(bytes[index]) { column += 1 }
            index += 1
            guard endsLine(bytes[index - 1], at: index - 1, in: bytes) else { continue }
            line += 1
            column = 1
            anchors.append(Anchor(offset: Int32(truncatingIfNeeded: index), line: line, column: 1))
            due = index + stride
        }
        return anchors
    }

    /// Whether the next eight bytes hold eight scalars and no line end, looked at in one go.
    ///
    /// Adding 0x60 to a byte sets its high bit unless it is below 0x20; bytes above 0x7F have theirs set already.
    private static func isPrintableASCII(eightBytesAt index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index + 8 <= bytes.count else { return false }
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard word & 0x8080_8080_8080_8080 == 0 else { return false }
        return (word &+ 0x6060_6060_6060_6060) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
    }

    private static func endsLine(_ byte: UInt8, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if byte == UInt8(ascii: "\n") { return true }
        return byte == UInt8(ascii: "\r") && !(index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"))
    }
}

/// Whether a byte continues a UTF-8 sequence, so that it starts no Unicode scalar.
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

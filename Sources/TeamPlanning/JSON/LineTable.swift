/// Turns byte offsets of one file into lines and columns.
///
/// A line ends at LF, CR LF or CR. The place of every 64th byte is kept, so that looking up a place costs the same
/// everywhere, in a pretty-printed file and in one of a single long line.
struct LineTable: Sendable {
    /// How many bytes lie between two places that are kept.
    private static let stride = 64

    private let bytes: [UInt8]
    /// The place of the first byte of each stretch of `stride` bytes, the last one possibly empty.
    private let places: [Place]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        self.places = bytes.withUnsafeBufferPointer(Self.places(in:))
    }

    /// The line and the column in Unicode scalars of a byte, both counted from 1.
    func position(of offset: Int) -> (line: Int, column: Int) {
        let end = min(max(offset, 0), bytes.count)
        let stretch = end / Self.stride
        var place = places[stretch]
        bytes.withUnsafeBufferPointer { place.advance(from: stretch * Self.stride, to: end, in: $0) }
        return (Int(place.line), Int(place.column))
    }

    /// The byte at which a scalar, counted from 0, of the JSON string with its opening quote at `quote` begins.
    func offset(ofScalar scalar: Int, inStringAt quote: Int) -> Int {
        var index = quote + 1
        for _ in 0..<scalar where index < bytes.count && bytes[index] != UInt8(ascii: "\"") {
            index += lengthOfScalar(at: index)
        }
        return min(index, bytes.count)
    }

    /// How many bytes of a JSON string one scalar takes; beyond the Basic Multilingual Plane it is two escapes.
    private func lengthOfScalar(at start: Int) -> Int {
        if bytes[start] == UInt8(ascii: "\\") {
            guard start + 3 < bytes.count, bytes[start + 1] == UInt8(ascii: "u") else { return 2 }
            let isLeadSurrogate =
                bytes[start + 2] | 0x20 == UInt8(ascii: "d") && "89abAB".utf8.contains(bytes[start + 3])
            return isLeadSurrogate ? 12 : 6
        }
        return 1 + bytes[(start + 1)...].prefix(3).prefix { isContinuation($0) }.count
    }

    private static func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Place] {
        var places: [Place] = []
        places.reserveCapacity(bytes.count / stride + 1)
        var place = Place()
        var start = 0
        while start + stride <= bytes.count {
            places.append(place)
            place.advance(from: start, to: start + stride, in: bytes)
            start += stride
        }
        places.append(place)
        return places
    }
}

/// A line and a column, both counted from 1.
private struct Place {
    private(set) var line: Int32 = 1
    private(set) var column: Int32 = 1

    /// Walks over a stretch of bytes.
    mutating func advance(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        var index = start
        while index < end {
            if index + 8 <= end, isPrintableASCII(eightBytesAt: index, in: bytes) {
                column += 8
                index += 8
                continue
            }
            if endsLine(at: index, in: bytes) {
                line += 1
                column = 1
            } else if !isContinuation(bytes[index]) {
                column += 1
            }
            index += 1
        }
    }
}

/// Whether the next eight bytes, which have to be there, hold eight scalars and no line end: looked at in one go.
///
/// Adding 0x60 to a byte sets its high bit unless it is below 0x20; bytes above 0x7F have theirs set already.
private func isPrintableASCII(eightBytesAt index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    guard word & 0x8080_8080_8080_8080 == 0 else { return false }
    return (word &+ 0x6060_6060_6060_6060) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
}

private func endsLine(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes[index] == UInt8(ascii: "\n") { return true }
    return bytes[index] == UInt8(ascii: "\r") && !(index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"))
}

/// Whether a byte continues a UTF-8 sequence, so that it starts no Unicode scalar.
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

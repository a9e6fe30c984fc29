/// Where values end in the bytes of a JSON text that was read without a fault.
struct JSONSpan {
    let bytes: [UInt8]

    /// The bytes of a value, from its first to its last.
    func range(of node: JSONNode) -> Range<Int> {
        Int(node.offset)..<end(of: Int(node.offset))
    }

    /// The bytes of a field, from the quote of its key to the end of its value.
    func range(of member: JSONMember) -> Range<Int> {
        Int(member.keyOffset)..<end(of: Int(member.node.offset))
    }

    /// The white space at the beginning of the line in which a byte stands.
    func indentation(at offset: Int) -> ArraySlice<UInt8> {
        let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return bytes[start..<offset].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// The offset after the value that starts at `start`.
    private func end(of start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index = endOfString(from: index)
                if depth == 0 { return index }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return index }
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return index
    }

    private func endOfString(from quote: Int) -> Int {
        var index = quote + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }
}

/// A strict, recursive reader of RFC 8259 over bytes that stay in place while it works.
///
/// The first syntax error ends it; keys that an object names twice are collected on the way.
struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The next byte to look at.
    var index = 0
    private var depth = 0
    /// How many members the last object had: records of a list mostly have as many.
    private var memberCount = 0
    private(set) var duplicates: [JSONFault] = []
    /// Whether arrays and objects are given back with what is in them.
    private let keepsContents: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, keepsContents: Bool = true) {
        self.bytes = bytes
        self.keepsContents = keepsContents
    }

    /// The next byte; 0, which JSON allows nowhere unescaped, at the end of the text.
    var current: UInt8 { index < bytes.count ? bytes[index] : 0 }
    var isAtEnd: Bool { index >= bytes.count }

    /// Reads the whole text as one value.
    mutating func parseDocument() throws(JSONFault) -> JSONNode {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONFault(.byteOrderMark, at: 0) }
        if let offset = firstInvalidUTF8(in: bytes) { throw JSONFault(.invalidUTF8, at: offset) }
        skipWhitespace()
        if isAtEnd { throw JSONFault(.empty, at: 0) }
        let root = try parseValue()
        skipWhitespace()
        if !isAtEnd { throw fault(or: .contentAfterValue) }
        return root
    }

    private mutating func parseValue() throws(JSONFault) -> JSONNode {
        let offset = Int32(truncatingIfNeeded: index)
        switch current {
        case UInt8(ascii: "\""): return JSONNode(.string(try parseString()), offset: offset)
        case UInt8(ascii: "{"): return JSONNode(.object(try nested(Self.parseObject)), offset: offset)
        case UInt8(ascii: "["): return JSONNode(.array(try nested(Self.parseArray)), offset: offset)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return JSONNode(.number(try parseNumber()), offset: offset)
        case UInt8(ascii: "t") where skip("true"): return JSONNode(.bool(true), offset: offset)
        case UInt8(ascii: "f") where skip("false"): return JSONNode(.bool(false), offset: offset)
        case UInt8(ascii: "n") where skip("null"): return JSONNode(.null, offset: offset)
        default: throw faultForMissingValue()
        }
    }

    private mutating func nested<Content>(
        _ body: (inout JSONParser) throws(JSONFault) -> Content
    ) throws(JSONFault) -> Content {
        guard depth < JSONDocument.maximumDepth else { throw JSONFault(.tooDeep, at: index) }
        depth += 1
        let content = try body(&self)
        depth -= 1
        return content
    }

    private static func parseArray(_ parser: inout JSONParser) throws(JSONFault) -> [JSONNode] {
        let opening = parser.index
        var items: [JSONNode] = []
        parser.index += 1
        parser.skipWhitespace()
        if parser.skipByte("]") { return items }
        while true {
            try parser.requireContent(or: .unterminatedArray(openedAt: opening))
            let item = try parser.parseValue()
            if parser.keepsContents { items.append(item) }
            if try !parser.skipSeparator(closing: "]", or: .unterminatedArray(openedAt: opening)) { return items }
        }
    }

    private static func parseObject(_ parser: inout JSONParser) throws(JSONFault) -> [JSONMember] {
        let opening = parser.index
        var members: [JSONMember] = []
        parser.index += 1
        parser.skipWhitespace()
        if parser.skipByte("}") { return members }
        members.reserveCapacity(parser.memberCount)
        while true {
            try parser.requireContent(or: .unterminatedObject(openedAt: opening))
            members.append(try parser.parseMember(openedAt: opening))
            if try !parser.skipSeparator(closing: "}", or: .unterminatedObject(openedAt: opening)) { break }
        }
        parser.memberCount = members.count
        parser.collectDuplicates(in: members)
        return parser.keepsContents ? members : []
    }

    private mutating func parseMember(openedAt opening: Int) throws(JSONFault) -> JSONMember {
        let keyOffset = Int32(truncatingIfNeeded: index)
        guard current == UInt8(ascii: "\"") else { throw faultForMissingKey() }
        let key = try parseString()
        skipWhitespace()
        try requireContent(or: .unterminatedObject(openedAt: opening))
        guard skipByte(":") else { throw fault(or: .missingColon) }
        skipWhitespace()
        try requireContent(or: .unterminatedObject(openedAt: opening))
        return JSONMember(key: key, keyOffset: keyOffset, node: try parseValue())
    }

    /// Skips a comma and returns `true`, or the closing bracket and returns `false`.
    private mutating func skipSeparator(
        closing: Unicode.Scalar,
        or unterminated: JSONFault.Kind
    ) throws(JSONFault) -> Bool {
        skipWhitespace()
        if skipByte(closing) { return false }
        let comma = index
        guard skipByte(",") else {
            if isAtEnd { throw JSONFault(unterminated, at: index) }
            throw faultForMissingComma()
        }
        skipWhitespace()
        if current == UInt8(ascii: closing) { throw JSONFault(.trailingComma, at: comma) }
        return true
    }

    private func requireContent(or unterminated: JSONFault.Kind) throws(JSONFault) {
        if isAtEnd { throw JSONFault(unterminated, at: index) }
    }

    /// Finds keys of the same bytes, as RFC 8259 §8.3 compares them.
    private mutating func collectDuplicates(in members: [JSONMember]) {
        guard members.count > 16 else {
            for later in members.indices.dropFirst() {
                let key = members[later].key
                let length = key.utf8.count
                for first in members[..<later] where first.key.utf8.count == length && first.key == key {
                    duplicates.append(.duplicate(members[later], of: Int(first.keyOffset)))
                    break
                }
            }
            return
        }
        var seen: [[UInt8]: Int32] = [:]
        for member in members {
            let key = Array(member.key.utf8)
            if let first = seen[key] {
                duplicates.append(.duplicate(member, of: Int(first)))
            } else {
                seen[key] = member.keyOffset
            }
        }
    }
}

extension JSONFault {
    fileprivate static func duplicate(_ member: JSONMember, of first: Int) -> JSONFault {
        JSONFault(.duplicateKey(member.key, firstAt: first), at: Int(member.keyOffset))
    }
}

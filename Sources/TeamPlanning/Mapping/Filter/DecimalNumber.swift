/// A JSON number compared by its value: `1`, `1.0` and `10e-1` are the same. No digit is lost on the way.
public struct DecimalNumber: Sendable, CustomStringConvertible {
    /// The number as it was written.
    public let description: String
    private let isNegative: Bool
    /// The digits without zeros at either end; none for zero.
    private let digits: [UInt8]
    /// The power of ten with which `0.digits` has to be multiplied.
    private let exponent: Int

    /// Takes a number as JSON writes it (RFC 8259 §6); `nil` for any other text.
    public init?(_ text: String) {
        let isNumber = Array(text.utf8).withUnsafeBufferPointer { bytes in
            var parser = JSONParser(bytes)
            return (try? parser.parseNumber()) != nil && parser.isAtEnd
        }
        guard isNumber else { return nil }
        self.init(json: text)
    }

    /// Takes a whole number.
    public init(_ number: Int) { self.init(json: String(number)) }

    /// Takes the text of a number that a JSON reader has checked.
    init(json text: String) {
        let mark = text.utf8.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.endIndex
        let point = text.utf8[..<mark].firstIndex(of: UInt8(ascii: ".")) ?? mark
        let whole = text.utf8[..<point].filter(isASCIIDigit)
        let significant = whole + text.utf8[point..<mark].filter(isASCIIDigit)
        let leading = significant.prefix { $0 == UInt8(ascii: "0") }.count
        let trailing = significant.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        description = text
        digits = leading < significant.count ? Array(significant[leading..<(significant.count - trailing)]) : []
        isNegative = text.utf8.first == UInt8(ascii: "-") && !digits.isEmpty
        exponent = digits.isEmpty ? 0 : whole.count - leading + Self.exponent(text[mark...].dropFirst())
    }

    /// The exponent that was written; one too large for any number of people's making is cut.
    private static func exponent(_ text: Substring) -> Int {
        if text.isEmpty { return 0 }
        let limit = Int.max / 4
        return Int(text).map { max(-limit, min(limit, $0)) } ?? (text.hasPrefix("-") ? -limit : limit)
    }
}

extension DecimalNumber: Comparable {
    /// Whether both denote the same number.
    public static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
        left.isNegative == right.isNegative && left.exponent == right.exponent && left.digits == right.digits
    }

    /// Orders by value.
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        switch (left.isNegative, right.isNegative) {
        case (true, false): true
        case (false, true): false
        case (false, false): left.hasSmallerMagnitude(than: right)
        case (true, true): right.hasSmallerMagnitude(than: left)
        }
    }

    private func hasSmallerMagnitude(than other: DecimalNumber) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        if exponent != other.exponent { return exponent < other.exponent }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}

/// The whole number that a JSON number denotes, or `nil` when it has a fraction or does not fit an `Int`.
///
/// Works on the text, so that no digit is lost in a floating-point number.
func exactInteger(of text: String) -> Int? {
    if let plain = Int(text) { return plain }
    var digits: [UInt8] = []
    var scale = 0
    var isFraction = false
    var exponent = 0
    var rest = Substring(text).utf8
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "."):
            isFraction = true
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            guard let written = Int(Substring(rest)) else { return nil }
            exponent = written
            rest = rest.dropFirst(rest.count)
        default:
            digits.append(byte - UInt8(ascii: "0"))
            if isFraction { scale += 1 }
        }
    }
    while scale > 0, digits.last == 0 {
        digits.removeLast()
        scale -= 1
    }
    return shifted(digits, by: exponent.subtractingReportingOverflow(scale).partialValue, isNegative: isNegative)
}

/// `digits` × 10 to the power of `power`, if that is a whole number which fits an `Int`.
private func shifted(_ digits: [UInt8], by power: Int, isNegative: Bool) -> Int? {
    var digits = digits[...]
    var power = power
    if digits.allSatisfy({ $0 == 0 }) { return 0 }
    while power < 0 {
        guard digits.last == 0 else { return nil }
        digits.removeLast()
        power += 1
    }
    var result = 0
    for digit in digits {
        guard let next = appending(digit, to: result, isNegative: isNegative) else { return nil }
        result = next
    }
    while power > 0 {
        guard let next = appending(0, to: result, isNegative: isNegative) else { return nil }
        result = next
        power -= 1
    }
    return result
}

private func appending(_ digit: UInt8, to number: Int, isNegative: Bool) -> Int? {
    let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
    guard !overflow else { return nil }
    let step = isNegative ? -Int(digit) : Int(digit)
    let (sum, sumOverflow) = tenfold.addingReportingOverflow(step)
    return sumOverflow ? nil : sum
}

/// What a ``NameIndex`` can hold: a text, equal by canonical equivalence as Swift's strings are.
protocol NameKey: Hashable, Sendable {
    /// The text that is compared.
    var text: String { get }
}

extension String: NameKey {
    var text: String { self }
}

extension FoldedName: NameKey {
    var text: String { rawValue }
}

extension NameKey {
    /// Adds the text's bytes to names if it is, or canonically equals, ASCII; says whether it did.
    func appendASCII(to names: inout PackedNames) -> Bool {
        let isAdded = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
            names.append(bytes)
            return true
        }
        if isAdded == true { return true }
        let canonical = String(String.UnicodeScalarView(text.unicodeScalars.map(\.canonicalASCII))).utf8
        guard canonical.allSatisfy({ $0 < 0x80 }) else { return false }
        names.append(canonical)
        return true
    }
}

extension Unicode.Scalar {
    /// The ASCII character that is canonically equivalent, for the three characters that have one; otherwise itself
    /// (Unicode Character Database, singleton decompositions).
    fileprivate var canonicalASCII: Unicode.Scalar {
        switch self {
        case "\u{037E}": ";"
        case "\u{1FEF}": "`"
        case "\u{212A}": "K"
        default: self
        }
    }
}

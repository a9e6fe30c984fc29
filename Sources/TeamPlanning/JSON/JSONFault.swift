/// Why a text is not JSON, and where.
struct JSONFault: Error, Equatable {
    let kind: Kind
    /// The byte at which the fault is shown.
    let offset: Int

    init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    /// The closed list of faults.
    enum Kind: Equatable {
        case empty
        case tooLarge
        case tooDeep
        case byteOrderMark
        case invalidUTF8
        case comment
        case singleQuote
        case trailingComma
        case unquotedKey
        case missingComma
        case missingColon
        case missingValue
        case missingKey
        case foreignLiteral(String)
        case leadingZero
        case leadingPlus
        case missingDigit
        case unexpected(Unicode.Scalar)
        case contentAfterValue
        case unterminatedObject(openedAt: Int)
        case unterminatedArray(openedAt: Int)
        case unterminatedString
        case controlCharacter(UInt8)
        case invalidEscape
        case invalidUnicodeEscape
        case loneSurrogate
        case duplicateKey(String, firstAt: Int)
    }

    /// The finding for a reader, with offsets turned into places by `place`.
    func finding(_ place: (Int) -> SourceLocation) -> Finding {
        let code: FindingCode = if case .duplicateKey = kind { .duplicateKey } else { .invalidJSON }
        return Finding(.error, code, message(place), remedy: remedy, at: place(offset))
    }
}

extension JSONFault {
    /// One sentence that says what is wrong.
    func message(_ place: (Int) -> SourceLocation) -> String {
        switch kind {
        case .empty: "The file is empty."
        case .tooLarge: "The file is larger than 64 MiB."
        case .tooDeep: "Objects and arrays are nested more than \(JSONDocument.maximumDepth) deep."
        case .byteOrderMark: "The file starts with a byte order mark."
        case .invalidUTF8: "The file is not valid UTF-8 here."
        case .comment: "JSON has no comments."
        case .singleQuote: "JSON strings stand in double quotes, not in single quotes."
        case .trailingComma: "A comma stands after the last item."
        case .unquotedKey: "A key has to stand in double quotes."
        case .missingComma: "A comma is missing before this item."
        case .missingColon: "A colon is missing after the key."
        case .missingValue: "A value is missing here."
        case .missingKey: "A key in double quotes is missing here."
        case .foreignLiteral(let word): "\(quoted(word)) is not a JSON value."
        case .leadingZero: "A number must not start with a zero that other digits follow."
        case .leadingPlus: "A number must not start with a plus sign."
        case .missingDigit: "A digit is missing in the number."
        case .unexpected(let scalar): "The character \(quoted(String(scalar))) is not allowed here."
        case .contentAfterValue: "The file goes on after the end of its JSON value."
        case .unterminatedObject(let offset): "The object opened at \(lineAndColumn(place(offset))) is never closed."
        case .unterminatedArray(let offset): "The array opened at \(lineAndColumn(place(offset))) is never closed."
        case .unterminatedString: "The string that starts here is never closed."
        case .controlCharacter(let byte): "The control character \(codePoint(byte)) stands unescaped in a string."
        case .invalidEscape: "The escape sequence is not one that JSON has."
        case .invalidUnicodeEscape: "Four hexadecimal digits have to follow \\u."
        case .loneSurrogate: "The \\u escape is one half of a surrogate pair, and the other half is missing."
        case .duplicateKey(let key, let offset):
            "The key \(quoted(key)) appears twice in one object, first at \(lineAndColumn(place(offset)))."
        }
    }

    /// The next step for the reader.
    var remedy: String {
        switch kind {
        case .empty: "Write one JSON object with \"apiVersion\" and \"kind\", or delete the file."
        case .tooLarge: "Split it into several files; all manifests merge into one desired state."
        case .tooDeep: "Check for brackets that are never closed."
        case .byteOrderMark: "Save the file as UTF-8 without byte order mark."
        case .invalidUTF8: "Save the file as UTF-8."
        case .comment: "Remove it, or use a \"description\" field, which every object may have."
        case .singleQuote: "Write \" instead of '."
        case .trailingComma: "Remove the comma."
        case .unquotedKey: "Put the key in double quotes."
        case .missingComma: "Put a comma between the two items."
        case .missingColon: "Write : between the key and its value."
        case .missingValue: "Write a value; null means that the field is not managed."
        case .missingKey: "Write \"key\": value, or remove the comma before it."
        case .foreignLiteral(let word): Self.remedy(forWord: word)
        case .leadingZero: "Remove the zero, or write the digits as a string in double quotes."
        case .leadingPlus: "Remove the plus sign."
        case .missingDigit: "Write at least one digit on both sides of the point and after e."
        case .unexpected: "Remove it, or put text in double quotes."
        case .contentAfterValue: "Keep one JSON object per file, and move the rest to a file of its own."
        case .unterminatedObject: "Add the missing }."
        case .unterminatedArray: "Add the missing ]."
        case .unterminatedString: "Add the closing double quote."
        case .controlCharacter(let byte): "Write it as \(Self.escape(for: byte))."
        case .invalidEscape: "Use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX, and write a backslash as \\\\."
        case .invalidUnicodeEscape: "Write four digits, such as \\u00E9, or the character itself."
        case .loneSurrogate: "Write both halves, such as \\uD83D\\uDE00, or the character itself."
        case .duplicateKey: "Keep one of the two."
        }
    }

    private static func remedy(forWord word: String) -> String {
        switch word {
        case "True", "TRUE", "yes", "Yes", "on": "Write true."
        case "False", "FALSE", "no", "No", "off": "Write false."
        case "None", "NULL", "Null", "nil", "undefined": "Write null, or leave the field out."
        case "NaN", "Infinity", "-Infinity": "Write a number, or leave the field out."
        default: "Put text in double quotes."
        }
    }

    private static func escape(for byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\r"): "\\r"
        case UInt8(ascii: "\t"): "\\t"
        default: "\\u" + hexadecimal(byte)
        }
    }
}

private func lineAndColumn(_ location: SourceLocation) -> String {
    "line \(location.line), column \(location.column)"
}

private func codePoint(_ byte: UInt8) -> String { "U+" + hexadecimal(byte) }

private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
}

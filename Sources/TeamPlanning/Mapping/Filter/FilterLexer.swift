/// One word, string or bracket of a filter.
struct FilterToken: Equatable {
    let kind: Kind
    /// The offset of the first byte.
    let offset: Int

    enum Kind: Equatable {
        /// Anything that stands without quotes: names, operators, numbers, `true`.
        case word(String)
        /// A JSON string, unescaped.
        case string(String)
        case open
        case close
        /// `[` or `]`, which only value paths have.
        case bracket
        case end
    }
}

/// Cuts a filter into tokens; strings are read by the JSON reader, since RFC 7644 takes them from JSON.
enum FilterLexer {
    /// The tokens of a text, the last of which is always `end`.
    ///
    /// Throws the fault of a broken string; offsets count bytes.
    static func tokens(of text: String) throws(FilterFault) -> [FilterToken] {
        let result = Array(text.utf8).withUnsafeBufferPointer { bytes -> Result<[FilterToken], FilterFault> in
            var cursor = JSONParser(bytes)
            var tokens: [FilterToken] = []
            cursor.skipWhitespace()
            while !cursor.isAtEnd {
                let offset = cursor.index
                do throws(JSONFault) {
                    tokens.append(FilterToken(kind: try cursor.nextKind(), offset: offset))
                } catch {
                    return .failure(FilterFault(.brokenString(error), at: error.offset))
                }
                cursor.skipWhitespace()
            }
            tokens.append(FilterToken(kind: .end, offset: cursor.index))
            return .success(tokens)
        }
        return try result.get()
    }
}

extension JSONParser {
    fileprivate mutating func nextKind() throws(JSONFault) -> FilterToken.Kind {
        switch current {
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "("): return punctuation(.open)
        case UInt8(ascii: ")"): return punctuation(.close)
        case UInt8(ascii: "["), UInt8(ascii: "]"): return punctuation(.bracket)
        default: return .word(unquotedWord())
        }
    }

    private mutating func punctuation(_ kind: FilterToken.Kind) -> FilterToken.Kind {
        index += 1
        return kind
    }

    private mutating func unquotedWord() -> String {
        let rest = bytes[index...]
        let word = rest.prefix { !" \t\r\n\"()[]".utf8.contains($0) }
        index += word.count
        return String(decoding: word, as: UTF8.self)
    }
}

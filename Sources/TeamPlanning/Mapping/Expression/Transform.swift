/// One step that a value goes through.
enum Transform: String, Sendable, CaseIterable {
    /// White space at both ends goes.
    case trim
    case lowercase
    case uppercase
    /// The first item of a list; an empty list has none.
    case first
    /// The common name of a distinguished name (RFC 4514); other text stays.
    case cn

    /// The value after the step, `nil` when none is left. Numbers and Booleans pass unchanged.
    func applied(to node: JSONNode) -> JSONNode? {
        switch node.value {
        case .array(let items):
            self == .first ? items.first : JSONNode(.array(items.compactMap(applied)), offset: node.offset)
        case .string(let text): JSONNode(.string(applied(to: text)), offset: node.offset)
        case .null, .bool, .number, .object: node
        }
    }

    private func applied(to text: String) -> String {
        switch self {
        case .trim: trimmed(text)
        case .lowercase: text.lowercased()
        case .uppercase: text.uppercased()
        case .first: text
        case .cn: commonName(of: text) ?? text
        }
    }
}

/// A text without the white space at its ends.
private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
}

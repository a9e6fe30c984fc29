/// The way to an attribute of a record, such as `name.familyName`.
///
/// A name may carry the URN of its SCIM schema (RFC 7644 §3.10), as in
/// `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department`. Records keep such an attribute either in
/// an object under that URN or at the top, so both places are looked at.
struct AttributePath: Sendable, Equatable, CustomStringConvertible {
    /// The path as written.
    let description: String
    /// The key paths to look at; the first that leads to a value counts.
    let candidates: [[String]]
    /// Whether every part is a name that SCIM and LDAP know, so that a filter can spell it without quotes.
    let isPlain: Bool

    /// Splits a path at its dots; `nil` when a part is empty.
    init?(_ text: String) {
        let colon = isEqualIgnoringCase(String(text.prefix(4)), "urn:") ? text.lastIndex(of: ":") : nil
        let rest = colon.map { text[text.index(after: $0)...] } ?? text[...]
        let names = rest.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
        description = text
        candidates = colon.map { [[String(text[..<$0])] + names, names] } ?? [names]
        isPlain = names.allSatisfy(isPlainName)
    }

    /// The path without schema, in lower case: what two spellings of one attribute have in common.
    var canonicalName: String { caseFolded((candidates.last ?? []).joined(separator: ".")) }
}

/// `ATTRNAME` of RFC 7644 §3.4.2.2, widened by letters outside ASCII, `$`, `_` at the start and LDAP's `;` options.
private func isPlainName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !isASCIIDigit(first), first != UInt8(ascii: "-") else { return false }
    return name.utf8.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 >= 0x80 || "-_$;".utf8.contains($0) }
}

/// Whether two attribute names are the same to SCIM and LDAP, which do not distinguish `a` from `A`.
func isEqualIgnoringCase(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8) { $0 == $1 || (isASCIILetter($0) && ($0 ^ $1) == 0x20) }
}

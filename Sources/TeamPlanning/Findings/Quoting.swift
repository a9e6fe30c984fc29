/// The text in double quotes, cut to a length that fits one sentence.
///
/// Not escaped: whoever prints a finding escapes it for the place where it is printed.
func quoted(_ text: String) -> String {
    let limit = 60
    guard text.unicodeScalars.count > limit else { return "\"\(text)\"" }
    return "\"\(String(text.unicodeScalars.prefix(limit)))…\""
}

/// What a string in a manifest has to look like.
///
/// Dropbox answers a value that breaks its own rules by rejecting the whole batch of twenty people, so values are
/// checked before anything is sent. The patterns are those of the official API specification (`common.stone`).
enum TextRule {
    /// Any string.
    case any
    /// At least one character, no control characters.
    case nonEmpty
    /// `EmailAddress`: at most 255 characters of ASCII.
    case email
    /// An email, or one of these reference IDs of users.
    case person(references: Set<FoldedName>)
    /// `OptionalNamePart`: at most 50 characters, none of `/ : ? * < > " |`.
    case namePart
    /// `MemberExternalId`: 1 to 64 characters.
    case externalID
    /// A group's name: no white space around it.
    case groupName
    /// The name of an environment variable; a value that breaks this rule is never shown.
    case environmentName
    /// An absolute `https://` URL, or `http://` to a loopback host; a value that breaks this rule is never shown.
    case serviceURL
    /// What external IDs start with: at most 32 printable ASCII characters.
    case marker

    /// Why a text breaks the rule, as the rest of a sentence, and the next step; `nil` when it does not.
    func problem(in text: String) -> (predicate: String, remedy: String)? {
        switch self {
        case .any: nil
        case .nonEmpty: Self.problemWithEmptiness(text) ?? Self.problemWithControls(text)
        case .email: Self.problemWithEmail(text)
        case .person(let references):
            !references.isEmpty && references.contains(FoldedName(text)) ? nil : Self.problemWithEmail(text)
        case .namePart: Self.problemWithNamePart(text)
        case .externalID: Self.problemWithEmptiness(text) ?? Self.problemWithControls(text) ?? Self.length(text, 64)
        case .groupName: Self.problemWithGroupName(text)
        case .environmentName: Self.problemWithEnvironmentName(text)
        case .serviceURL: Self.problemWithServiceURL(text)
        case .marker: Self.problemWithMarker(text)
        }
    }
}

extension TextRule {
    typealias Problem = (predicate: String, remedy: String)

    private static func problemWithEmptiness(_ text: String) -> Problem? {
        guard text.isEmpty else { return nil }
        return ("must not be empty", "Write a value, or leave the field out.")
    }

    private static func problemWithControls(_ text: String) -> Problem? {
        guard text.unicodeScalars.contains(where: isControl) else { return nil }
        return ("holds a control character", "Remove the control character.")
    }

    private static func length(_ text: String, _ limit: Int) -> Problem? {
        guard text.utf8.count > limit else { return nil }
        let count = text.unicodeScalars.count
        guard count > limit else { return nil }
        return ("has \(count) characters, Dropbox takes at most \(limit)", "Shorten it to \(limit) characters.")
    }

    private static func problemWithEmail(_ text: String) -> Problem? {
        if let problem = problemWithEmptiness(text) ?? length(text, 255) { return problem }
        guard !isEmailAddress(text) else { return nil }
        return (
            "is \(quoted(text)), which is not an email address that Dropbox accepts",
            "Write an address such as jane@example.com, with ASCII letters, digits and ' # & . _ % + - before the @."
        )
    }

    private static func problemWithNamePart(_ text: String) -> Problem? {
        if let problem = problemWithControls(text) ?? length(text, 50) { return problem }
        guard let forbidden = text.unicodeScalars.first(where: { "/:?*<>\"|".unicodeScalars.contains($0) }) else {
            return nil
        }
        return (
            "holds the character \(forbidden), which Dropbox does not allow in names",
            "Remove each of / : ? * < > \" | from the name."
        )
    }

    private static func problemWithGroupName(_ text: String) -> Problem? {
        if let problem = problemWithEmptiness(text) ?? problemWithControls(text) { return problem }
        guard hasOuterWhitespace(text) else { return nil }
        return ("is \(quoted(text)), with white space around the name", "Remove the white space around the name.")
    }

    private static func problemWithEnvironmentName(_ text: String) -> Problem? {
        let isName = text.utf8.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 == UInt8(ascii: "_") }
        if isName, let first = text.utf8.first, !isASCIIDigit(first) { return nil }
        return (
            "is not the name of an environment variable",
            "Write the variable's name, such as DROPBOX_REFRESH_TOKEN, never the secret itself."
        )
    }

    private static func problemWithServiceURL(_ text: String) -> Problem? {
        if isServiceURL(text) { return nil }
        return (
            "has to be an https URL without user name, query and fragment",
            "Write a URL such as \(Connection.defaultServiceURI); plain http:// works only for localhost, 127.0.0.1 and [::1]."
        )
    }

    private static func problemWithMarker(_ text: String) -> Problem? {
        if text.utf8.count <= 32, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return nil }
        return ("has to be at most 32 printable ASCII characters without spaces", "Write a marker such as \"roster:\".")
    }
}

/// Why a seed or state file cannot be used.
public struct SeedError: Error, Equatable, CustomStringConvertible {
    /// What kind of fault it is.
    public enum Code: String, Sendable, CaseIterable {
        /// The file is not JSON.
        case invalidJSON
        /// A field is unknown, missing, or has a wrong type or value.
        case invalidField
        /// Two members or two groups have one ID.
        case duplicateID
        /// Two members that hold their identity have one email.
        case duplicateEmail
        /// Two members or two groups have one external ID.
        case duplicateExternalID
        /// A member is in a group twice.
        case duplicateMembership
        /// A membership or the acting admin names nobody.
        case unknownMember
    }

    /// The kind of fault.
    public let code: Code
    /// Where in the file: a line, or a path such as `members[3].status`.
    public let place: String
    /// What is wrong there. It may quote the file and has to be escaped where it is printed.
    public let problem: String

    /// One sentence with place, problem and next step.
    public var description: String {
        "The team seed is invalid at \(place): \(problem). Correct the file, or start without it to use the sample team."
    }
}

/// The object that a change or finding is about.
public enum Resource: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// A person, by email.
    case user(String)
    /// A group, by name.
    case group(String)

    /// The email or name alone.
    public var name: String {
        switch self {
        case .user(let name), .group(let name): name
        }
    }

    /// The form used in plans: `user:<email>` or `group:<name>`.
    public var description: String {
        switch self {
        case .user(let email): "user:\(email)"
        case .group(let name): "group:\(name)"
        }
    }

    /// Takes the form used in plans; `nil` for anything else. Compared by bytes: a name may begin with a mark that would
    /// merge with the colon.
    public init?(description: String) {
        func rest(after prefix: String) -> String? {
            let bytes = description.utf8
            guard bytes.starts(with: prefix.utf8) else { return nil }
            return String(description[bytes.index(bytes.startIndex, offsetBy: prefix.utf8.count)...])
        }
        if let email = rest(after: "user:") {
            self = .user(email)
        } else if let name = rest(after: "group:") {
            self = .group(name)
        } else {
            return nil
        }
    }

    /// Users before groups, then by folded name, then by the name as it is.
    public static func < (left: Resource, right: Resource) -> Bool {
        switch (left, right) {
        case (.user, .group): return true
        case (.group, .user): return false
        case (.user(let leftName), .user(let rightName)), (.group(let leftName), .group(let rightName)):
            let leftFolded = FoldedName(leftName)
            let rightFolded = FoldedName(rightName)
            return leftFolded == rightFolded ? leftName < rightName : leftFolded < rightFolded
        }
    }
}

/// Who and what is never suspended, removed, demoted, renamed or deleted.
struct Protection {
    private let users: [NamePattern]
    private let groups: [NamePattern]
    private let actingAdmin: MemberID

    init(_ policy: ProtectPolicy, live: LiveState) {
        users = policy.users.map(NamePattern.init)
        groups = policy.groups.map(NamePattern.init)
        actingAdmin = live.actingAdmin.id
    }

    /// Why a member is protected, as the end of a sentence; `nil` when they are not.
    func reason(for member: Member) -> String? {
        if member.id == actingAdmin { return "the acting admin, whose token is in use, is always protected" }
        let emails = [member.email] + member.secondaryEmails
        let pattern = users.first { pattern in emails.contains { pattern.matches($0) } }
        return pattern.map { "the policy protects \"\($0.text)\"" }
    }

    /// Why a group is protected, as the end of a sentence; `nil` when it is not.
    func reason(for group: Group) -> String? {
        if group.management == .systemManaged { return "Dropbox manages this group itself" }
        return groups.first { $0.matches(group.name) }.map { "the policy protects \"\($0.text)\"" }
    }
}

/// A name, or a pattern in which `*` stands for any characters; letter case does not matter.
struct NamePattern {
    let text: String
    private let pattern: [Character]

    init(_ text: String) {
        self.text = text
        pattern = Array(FoldedName(text).rawValue)
    }

    func matches(_ name: String) -> Bool {
        let name = Array(FoldedName(name).rawValue)
        var position = 0
        var patternPosition = 0
        var star: (pattern: Int, name: Int)?
        while position < name.count {
            if patternPosition < pattern.count, pattern[patternPosition] == "*" {
                star = (patternPosition + 1, position)
                patternPosition += 1
            } else if patternPosition < pattern.count, pattern[patternPosition] == name[position] {
                patternPosition += 1
                position += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                patternPosition = last.pattern
                position = last.name + 1
            } else {
                return false
            }
        }
        return pattern[patternPosition...].allSatisfy { $0 == "*" }
    }
}

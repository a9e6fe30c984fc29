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

    /// Why a member is protected by a live email, or by the email of their record, as the end of a sentence; `nil` when
    /// they are not.
    func reason(for member: Member, as desired: String? = nil) -> String? {
        if member.id == actingAdmin { return "the acting admin, whose token is in use, is always protected" }
        return reason(users, live: [member.email] + member.secondaryEmails, desired: desired, kind: "email")
    }

    /// Why a group is protected by its live name, or by the name of its record, as the end of a sentence; `nil` when it is
    /// not. Renaming harms only the live name, so that it asks without the other.
    func reason(for group: Group, as desired: String? = nil) -> String? {
        if group.management == .systemManaged { return "Dropbox manages this group itself" }
        return reason(groups, live: [group.name], desired: desired, kind: "name")
    }

    /// Says which of several names a pattern matches, where that can be asked.
    private func reason(_ patterns: [NamePattern], live: [String], desired: String?, kind: String) -> String? {
        let others = desired.map { name in live.contains { FoldedName($0) == FoldedName(name) } ? [] : [name] } ?? []
        for (names, owner) in [(live, "live"), (others, "record's")] {
            for pattern in patterns {
                guard let name = names.first(where: pattern.matches) else { continue }
                let which = live.count + others.count > 1 ? ", which the \(owner) \(kind) \(name) matches" : ""
                return "the policy protects \"\(pattern.text)\"\(which)"
            }
        }
        return nil
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

    /// Whether a name matches, with the white space around it or without.
    func matches(_ name: String) -> Bool {
        matches(Array(caseFolded(name))) || (hasOuterWhitespace(name) && matches(Array(FoldedName(name).rawValue)))
    }

    private func matches(_ name: [Character]) -> Bool {
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

import TeamPlanning

/// What a change does to its object, at a glance.
enum ChangeSymbol {
    case create
    case change
    case remove

    var text: TerminalText {
        switch self {
        case .create: ("+" as TerminalText).styled(.green)
        case .change: ("~" as TerminalText).styled(.yellow)
        case .remove: ("-" as TerminalText).styled(.red)
        }
    }
}

extension Action {
    var symbol: ChangeSymbol {
        switch self {
        case .userCreate, .userRecover, .groupCreate: .create
        case .userUpdate, .userSetRole, .userUnsuspend, .groupUpdate, .groupMembers: .change
        case .userSuspend, .userRemove, .groupDelete: .remove
        }
    }

    /// What is to be done.
    var verb: TerminalText {
        switch self {
        case .userCreate, .groupCreate: "create"
        case .userRecover: "recover"
        case .userUpdate, .groupUpdate: "update"
        case .userSetRole: "set role"
        case .userSuspend: "suspend"
        case .userUnsuspend: "unsuspend"
        case .userRemove: "remove from the team"
        case .groupDelete: "delete"
        case .groupMembers: "members"
        }
    }

    /// What is being done.
    var presentParticiple: TerminalText {
        switch self {
        case .userCreate, .groupCreate: "creating"
        case .userRecover: "recovering"
        case .userUpdate, .groupUpdate, .groupMembers: "updating"
        case .userSetRole: "setting the role"
        case .userSuspend: "suspending"
        case .userUnsuspend: "unsuspending"
        case .userRemove: "removing"
        case .groupDelete: "deleting"
        }
    }

    /// What was done.
    var pastParticiple: TerminalText {
        switch self {
        case .userCreate, .groupCreate: "created"
        case .userRecover: "recovered"
        case .userUpdate, .groupUpdate, .groupMembers: "updated"
        case .userSetRole: "role set"
        case .userSuspend: "suspended"
        case .userUnsuspend: "unsuspended"
        case .userRemove: "removed"
        case .groupDelete: "deleted"
        }
    }
}

extension Resource {
    /// `user jane@example.com` or `group "Accounting"`.
    var label: TerminalText {
        switch self {
        case .user(let email): "user \(email)"
        case .group(let name): "group \(quoted: name)"
        }
    }

    /// The name as it stands in one line of a list.
    var listed: TerminalText {
        switch self {
        case .user(let email): "\(email)"
        case .group(let name): "\(quoted: name)"
        }
    }
}

extension FieldValue {
    var label: TerminalText {
        switch self {
        case .none: "(none)"
        case .text(let text): "\(quoted: text)"
        case .flag(true): "true"
        case .flag(false): "false"
        case .number(let number): "\(number)"
        }
    }
}

/// A number with its noun: `1 group`, `2 groups`.
func counted(_ number: Int, _ singular: TerminalText, _ plural: TerminalText) -> TerminalText {
    "\(number) \(number == 1 ? singular : plural)"
}

extension [TerminalText] {
    func joined(separator: TerminalText) -> TerminalText {
        var spans: [TerminalText.Span] = []
        for (position, text) in enumerated() {
            if position > 0 { spans += separator.spans }
            spans += text.spans
        }
        return TerminalText(spans: spans)
    }
}

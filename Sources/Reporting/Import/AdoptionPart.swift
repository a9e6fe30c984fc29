import TeamPlanning

/// One part of an adoption report in words: the same for every human format.
struct AdoptionPart {
    let title: TerminalText
    /// What it means, and what to do.
    let advice: TerminalText
    let lines: [TerminalText]
}

extension AdoptionReport {
    /// The parts that have anything in them.
    var parts: [AdoptionPart] {
        let all = [
            AdoptionPart(
                title: "Members without a record (\(unmanagedMembers.count))",
                advice: "No manifest names them; a plan leaves them alone unless the policy's scope takes them in.",
                lines: unmanagedMembers.map { "\($0.email)  \($0.name)  \($0.status)" }
            ),
            AdoptionPart(
                title: "Groups without a record (\(unmanagedGroups.count))",
                advice: "No manifest names them; with roster's marker they would be deleted where the policy deletes.",
                lines: unmanagedGroups.map(\.line)
            ),
            AdoptionPart(
                title: "Members of one name (\(namesakes.count))",
                advice: "Two people, or two accounts of one person: remove the account that is not used.",
                lines: namesakes.map { members in
                    "\(members.first?.name ?? ""): \(members.map { "\($0.email) (\($0.status))" as TerminalText }.joined(separator: ", "))"
                }
            ),
            AdoptionPart(
                title: "Groups of nearly one name (\(similarGroups.count))",
                advice: "The names differ only in letter case or spaces: rename or merge them in Dropbox.",
                lines: similarGroups.map { $0.map(\.line).joined(separator: ", ") }
            ),
            AdoptionPart(
                title: "External IDs of other systems (\(foreignExternalIDs.count))",
                advice: "Another connector provisions them; switch it off before \"take_over\" in the policy.",
                lines: foreignExternalIDs.map { "\($0.resource.description)  \($0.externalID)" }
            ),
            AdoptionPart(
                title: "Invitations pending for \(pendingDays) days or more (\(pendingInvitations.count))",
                advice: "Each holds a seat: remind them, or withdraw the invitation.",
                lines: pendingInvitations.map {
                    "\($0.email)  since \($0.invitedOn), \(counted($0.days, "day", "days"))"
                }
            ),
            AdoptionPart(
                title: "Groups with more than 1,000 members (\(largeGroups.count))",
                advice: "Dropbox documents 1,000 members as the most: split the group.",
                lines: largeGroups.map(\.line)
            ),
        ]
        return all.filter { !$0.lines.isEmpty }
    }
}

extension AdoptionReport.GroupLine {
    fileprivate var line: TerminalText { "\(quoted: name) (\(counted(members, "member", "members")), \(groupID))" }
}

extension ImportReport {
    /// The verdict in one sentence.
    var verdict: TerminalText {
        if files.isEmpty { return "The manifests say what the team is: nothing to import." }
        return dryRun
            ? "\(counted(files.count, "file", "files")) would be written."
            : "\(counted(files.count, "file", "files")) written."
    }

    /// What was touched, kind by kind.
    var countLines: [TerminalText] {
        ["users: \(users.sentence)", "groups: \(groups.sentence)"]
    }
}

extension ImportReport.Counts {
    fileprivate var sentence: TerminalText { "\(added) added, \(updated) updated, \(removed) removed" }
}

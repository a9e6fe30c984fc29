import Testing

@testable import Reporting
@testable import TeamPlanning

/// What nobody may miss in a plan, whatever format it is read in.
struct PlanFacts: Equatable {
    var deletedGroups: Set<String> = []
    var removedUsers: Set<String> = []
    var suspendedUsers: Set<String> = []
    var token: String?
    var counts: String?
    var isBlocked: Bool

    /// The facts of a report, in the words that people read.
    init(_ report: PlanReport) {
        func names(_ action: Action) -> Set<String> {
            Set(report.changes.filter { $0.action == action }.map(\.resource.listed.plain))
        }
        deletedGroups = names(.groupDelete)
        removedUsers = names(.userRemove)
        suspendedUsers = names(.userSuspend)
        token = report.confirmation?.token
        counts = PlanText(report: report, applyCommand: nil).counts.plain
        isBlocked = !report.applicable
    }

    /// The facts as a reader finds them in a page: the lines that name what is taken away, the token and the counts.
    init(page: String) {
        isBlocked = false
        for raw in page.split(separator: "\n") {
            let line = raw.drop { " ║>".contains($0) }.trimmingSuffix { " ║".contains($0) }
            if let match = line.wholeMatch(of: /- group (".*?")(: delete \(cannot be undone\))?/) {
                deletedGroups.insert(String(match.1))
            }
            if let match = line.wholeMatch(of: /- user (.*): remove from the team( \(cannot be undone\))?/) {
                removedUsers.insert(String(match.1))
            }
            if let match = line.wholeMatch(of: /- user (.*): suspend/) { suspendedUsers.insert(String(match.1)) }
            if let match = line.firstMatch(of: /--confirm-group-deletions ([a-z0-9-]+)/) { token = String(match.1) }
            if line.contains(/[nN]othing can be applied while a gate refuses/) { isBlocked = true }
            if line.starts(with: /Plan: .* to create/) || line.starts(with: "No changes") { counts = String(line) }
        }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, predicate(last) { text = text.dropLast() }
        return text
    }
}

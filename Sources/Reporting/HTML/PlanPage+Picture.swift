import TeamPlanning

extension PlanPage {
    /// What changes, at a glance: how often each action, and how many members each group gains and loses.
    var picture: HTML {
        guard !report.changes.isEmpty else { return "" }
        return section("picture", "What changes", "<div class=\"charts\">\n\(actionChart)\(groupChart)</div>\n")
    }

    private var actionChart: HTML {
        let rows = PlanTally(report.summary).rows.filter { $0.count > 0 }
        let longest = rows.map(\.count).max() ?? 0
        let lines = rows.map { row -> HTML in
            let width = Bar.width(row.count, of: longest, within: 100)
            return Bar.row(
                row.label,
                figure: "\(row.count)",
                "<rect class=\"\(row.kind)\" width=\"\(width)%\" height=\"12\"/>"
            )
        }
        return Bar.chart("Counts by action", ["what", "how often", "count"], lines)
    }

    private var groupChart: HTML {
        let groups = GroupGrowth.ofGroups(in: report)
        guard !groups.isEmpty else { return "" }
        let shown = groups.prefix(GroupGrowth.shown)
        let longest = shown.map { max($0.gained, $0.lost) }.max() ?? 0
        let lines = shown.map { group -> HTML in
            let lost = Bar.width(group.lost, of: longest, within: 50)
            let gained = Bar.width(group.gained, of: longest, within: 50)
            let bars: HTML = """
                <rect class="remove" x="\(50 - lost)%" width="\(lost)%" height="12"/>\
                <rect class="add" x="50%" width="\(gained)%" height="12"/>\
                <rect class="axis" x="50%" width="1" height="12"/>
                """
            let name: HTML = "<bdi>\("\(quoted: group.name)" as TerminalText)</bdi>"
            return Bar.row(group.isDeleted ? "\(name), deleted" : name, figure: group.figure, bars)
        }
        let hidden = groups.count - shown.count
        let more: HTML = hidden == 0 ? "" : ", the \(shown.count) of \(groups.count) that change most"
        return Bar.chart("Members that groups lose and gain\(more)", ["group", "lost, gained", "members"], lines)
    }
}

/// The counts of a plan as rows of a chart.
private struct PlanTally {
    let rows: [(label: HTML, count: Int, kind: HTML)]

    init(_ summary: PlanReport.Summary) {
        let (users, groups, memberships) = (summary.users, summary.groups, summary.memberships)
        rows = [
            ("groups deleted", groups.delete, "remove"), ("users removed", users.remove, "remove"),
            ("users suspended", users.suspend, "remove"), ("memberships removed", memberships.remove, "remove"),
            ("users created", users.create, "add"), ("users recovered", users.recover, "add"),
            ("users unsuspended", users.unsuspend, "set"), ("users updated", users.update, "set"),
            ("roles set", users.setRole, "set"), ("groups created", groups.create, "add"),
            ("groups updated", groups.update, "set"), ("memberships added", memberships.add, "add"),
            ("accesses set", memberships.setAccess, "set"),
        ]
    }
}

/// How many members a group gains and loses by a plan.
private struct GroupGrowth {
    /// How many groups are drawn.
    static let shown = 12

    let name: String
    var gained = 0
    var lost = 0
    var isDeleted = false

    var figure: HTML {
        if isDeleted { return "\(lost) → 0" }
        let parts: [HTML] = (lost > 0 ? ["−\(lost)"] : []) + (gained > 0 ? ["+\(gained)"] : [])
        return parts.count == 2 ? "\(parts[0]) \(parts[1])" : parts.joined()
    }

    /// The groups that gain or lose members: those that are deleted, then those that change most.
    static func ofGroups(in report: PlanReport) -> [GroupGrowth] {
        let deleted = (report.confirmation?.groups ?? []).map { group in
            GroupGrowth(name: group.name, lost: group.memberCount, isDeleted: true)
        }
        let changed = report.changes.compactMap { change -> GroupGrowth? in
            guard let memberships = change.memberships else { return nil }
            let growth = GroupGrowth(
                name: change.resource.name,
                gained: memberships.add.count,
                lost: memberships.remove.count
            )
            return growth.gained + growth.lost > 0 ? growth : nil
        }
        let order: (GroupGrowth, GroupGrowth) -> Bool = {
            ($0.gained + $0.lost, $1.name) > ($1.gained + $1.lost, $0.name)
        }
        return deleted.sorted(by: order) + changed.sorted(by: order)
    }
}

/// Rows of a table with a bar each, drawn as an inline SVG.
private enum Bar {
    /// A share of the width in percent; whatever is not nothing is seen.
    static func width(_ count: Int, of longest: Int, within width: Int) -> Int {
        guard count > 0, longest > 0 else { return 0 }
        return max(1, count * width / longest)
    }

    static func row(_ label: HTML, figure: HTML, _ shapes: HTML) -> HTML {
        """
        <tr><th scope="row">\(label)</th><td class="drawn"><svg width="100%" height="12" aria-hidden="true">\
        \(shapes)</svg></td><td class="figure">\(figure)</td></tr>

        """
    }

    static func chart(_ caption: HTML, _ columns: [HTML], _ rows: [HTML]) -> HTML {
        """
        <table class="chart">
        <caption>\(caption)</caption>
        <thead><tr>\(columns.map { "<th scope=\"col\">\($0)</th>" as HTML }.joined())</tr></thead>
        <tbody>
        \(rows.joined())</tbody>
        </table>

        """
    }
}

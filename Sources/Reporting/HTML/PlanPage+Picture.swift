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
            Bar.row(row.label, figure: "\(row.count)", Bar.stacked([(row.kind, row.count)], of: longest))
        }
        return Bar.chart("Counts by action", ["what", "how often", "count"], lines)
    }

    private var groupChart: HTML {
        let groups = GroupGrowth.ofGroups(in: report)
        guard !groups.isEmpty else { return "" }
        let shown = groups.prefix(GroupGrowth.shown)
        let longest = shown.map(\.length).max() ?? 0
        let lines = shown.map { group -> HTML in
            let name: HTML = "<bdi>\("\(quoted: group.name)" as TerminalText)</bdi>"
            let bars = Bar.stacked([("keep", group.kept), ("remove", group.lost), ("add", group.gained)], of: longest)
            return Bar.row(group.isDeleted ? "\(name), deleted" : name, figure: group.figure, bars)
        }
        let hidden = groups.count - shown.count
        let more: HTML = hidden == 0 ? "" : ", the \(shown.count) of \(groups.count) that change most"
        return Bar.chart("Members of groups, before → after\(more)", ["group", "kept, lost, gained", "members"], lines)
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

/// How many members a group keeps, loses and gains by a plan.
private struct GroupGrowth {
    /// How many groups are drawn.
    static let shown = 12

    let name: String
    /// Nil where the plan does not tell the group's size.
    var before: Int?
    var gained = 0
    var lost = 0
    var isDeleted = false

    var kept: Int { max(0, (before ?? lost) - lost) }
    var length: Int { kept + lost + gained }

    var figure: HTML {
        guard let before else { return "−\(lost) +\(gained)" }
        return "\(before) → \(kept + gained)"
    }

    /// The groups that gain or lose members: those that are deleted, then those that change most.
    static func ofGroups(in report: PlanReport) -> [GroupGrowth] {
        let deleted = (report.confirmation?.groups ?? []).map { group in
            GroupGrowth(name: group.name, before: group.memberCount, lost: group.memberCount, isDeleted: true)
        }
        let changed = report.changes.compactMap { change -> GroupGrowth? in
            guard let memberships = change.memberships else { return nil }
            let growth = GroupGrowth(name: change.resource.name, memberships)
            return growth.gained + growth.lost > 0 ? growth : nil
        }
        let order: (GroupGrowth, GroupGrowth) -> Bool = {
            ($0.gained + $0.lost, $1.name) > ($1.gained + $1.lost, $0.name)
        }
        return deleted.sorted(by: order) + changed.sorted(by: order)
    }
}

extension GroupGrowth {
    /// Who leaves the team leaves the group too, without being among the memberships that are removed.
    init(name: String, _ memberships: PlanReport.Memberships) {
        let gained = memberships.add.count
        // A saved file may say anything; a sum of its numbers must not overflow.
        let size = memberships.memberCount.flatMap {
            GroupGrowth.plausible.contains($0.before) && GroupGrowth.plausible.contains($0.after) ? $0 : nil
        }
        let lost = size.map { max(memberships.remove.count, $0.before + gained - $0.after) } ?? memberships.remove.count
        self.init(name: name, before: size?.before, gained: gained, lost: lost)
    }

    private static let plausible = 0...1_000_000_000
}

/// Rows of a table with a bar each, drawn as an inline SVG.
private enum Bar {
    /// Pieces side by side; whatever is not nothing is seen.
    static func stacked(_ pieces: [(kind: HTML, count: Int)], of longest: Int) -> HTML {
        guard longest > 0 else { return "" }
        var start = 0
        return pieces.filter { $0.count > 0 }.map { piece -> HTML in
            let width = max(10, Int(Double(piece.count) / Double(longest) * 1_000))
            defer { start += width }
            return """
                <rect class="\(piece.kind)" x="\(permille: start)" width="\(permille: width)" height="12"/>
                """
        }.joined()
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

extension HTML.Interpolation {
    /// Takes a share in thousandths as a percentage, such as `12.5%`.
    fileprivate mutating func appendInterpolation(permille share: Int) {
        appendInterpolation("\(share / 10).\(share % 10)%" as String)
    }
}

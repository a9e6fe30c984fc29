import TeamPlanning

extension PlanPage {
    /// Everything that neither deletes, removes nor suspends: part by part the changes of each user, then of each group.
    var updates: HTML {
        report.parts.map { part in
            let blocks = PlanText.updateBlocks(of: part)
            let (users, groups) = (part.heading("Users", "users"), part.heading("Groups", "groups"))
            return updates(part.id("users"), users, blocks.filter { $0.first?.action.concernsUser == true })
                + updates(part.id("groups"), groups, blocks.filter { $0.first?.action.concernsUser == false })
        }.joined()
    }

    private func updates(_ id: HTML, _ title: TerminalText, _ blocks: [[PlanReport.Change]]) -> HTML {
        guard !blocks.isEmpty else { return "" }
        let content = blocks.map { block -> HTML in
            """
            <details class="object" open>
            <summary><h3>\(self.title(of: block))</h3></summary>
            \(block.map(change).joined())</details>

            """
        }
        return section(id, "\(title) <small>\(blocks.count)</small>", content.joined())
    }

    /// What happens to one object.
    func title(of changes: [PlanReport.Change]) -> HTML {
        guard let first = changes.first else { return "" }
        let verbs = changes.map(\.action.verb).reduce(into: [TerminalText]()) { verbs, verb in
            if verbs.last != verb { verbs.append(verb) }
        }
        let kind: HTML = first.action.concernsUser ? "user" : "group"
        let warning: HTML =
            changes.contains(where: \.irreversible) ? " <strong class=\"forever\">(cannot be undone)</strong>" : ""
        return """
            \(first.action.symbol.badge) <span class="kind">\(kind)</span> \
            <bdi class="\(kind) name">\(first.resource.listed)</bdi><span class="verbs">: \
            \(verbs.joined(separator: ", "))</span>\(warning)
            """
    }

    /// Fields, members and options of a change, and its reason.
    func change(_ change: PlanReport.Change) -> HTML {
        let options = change.options.sorted { $0.key < $1.key }.map { name, value -> HTML in
            "<div class=\"option\"><dt>! \(name)</dt> <dd>\(value.label)</dd></div>\n"
        }
        let rows = (change.fieldRows + options).joined()
        let fields: HTML = rows.isEmpty ? "" : "<dl class=\"fields\">\n\(rows)</dl>\n"
        let place: HTML =
            change.source.map { " <span class=\"place\">(<code>\($0.label)</code>)</span>" } ?? ""
        return """
            <div class="change" data-action="\(change.action.rawValue)">
            \(fields)\(change.memberships?.list ?? "")\
            <p class="why">why: <bdi>\(change.reason, limit: TextLimit.sentence)</bdi>\(place)</p>
            </div>

            """
    }
}

extension ChangeSymbol {
    /// The symbol, which assistive technology leaves out: the verb says the same.
    fileprivate var badge: HTML {
        switch self {
        case .create: "<span class=\"symbol add\" aria-hidden=\"true\">+</span>"
        case .change: "<span class=\"symbol set\" aria-hidden=\"true\">~</span>"
        case .remove: "<span class=\"symbol remove\" aria-hidden=\"true\">-</span>"
        }
    }
}

extension PlanReport.Change {
    /// Fields of a deleted group that stand above them already.
    private static let toldOfDeletions: Set = ["group_id", "name", "member_count"]

    /// One row per field, the value before and the value after.
    fileprivate var fieldRows: [HTML] {
        let names = Set(before.map { Set($0.keys) } ?? []).union(after.map { Set($0.keys) } ?? [])
            .sorted { (FieldOrder.rank($0), $0) < (FieldOrder.rank($1), $1) }
        return names.filter { !(action == .groupDelete && Self.toldOfDeletions.contains($0)) }.map { name in
            let old = before?[name].map { "<del>\($0.label)</del>" as HTML }
            let new = after?[name].map { "<ins>\($0.label)</ins>" as HTML }
            let arrow: HTML = old != nil && new != nil ? " → " : ""
            return "<div><dt>\(name)</dt> <dd>\(old ?? "")\(arrow)\(new ?? "")</dd></div>\n"
        }
    }
}

extension PlanReport.Memberships {
    /// One item per member: removed, added, changed.
    fileprivate var list: HTML {
        let items =
            remove.map { "<li class=\"remove\">- <bdi class=\"user\">\($0.email)</bdi></li>\n" as HTML }
            + add.map { member in
                let role: HTML = member.access == .owner ? " as owner" : ""
                return "<li class=\"add\">+ <bdi class=\"user\">\(member.email)</bdi>\(role)</li>\n"
            }
            + setAccess.map { member in
                "<li class=\"set\">~ <bdi class=\"user\">\(member.email)</bdi> becomes \(member.access?.rawValue ?? "member")</li>\n"
            }
        return items.isEmpty ? "" : "<ul class=\"members\">\n\(items.joined())</ul>\n"
    }
}

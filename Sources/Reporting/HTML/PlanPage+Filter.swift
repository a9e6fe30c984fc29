import TeamPlanning

extension PlanPage {
    /// The search and the filters; hidden until the script that makes them work has run.
    var filter: HTML {
        guard !report.changes.isEmpty else { return "" }
        return """
            <form id="filter" role="search" aria-label="Search and filter the changes" autocomplete="off" hidden>
            <div class="bar">
            <label class="search"><span>Search</span> <input type="search" name="text" spellcheck="false"></label>
            <output name="shown" aria-live="polite"></output>
            <button type="reset">Reset</button>
            </div>
            <details id="filters">
            <summary>Filters</summary>
            <div class="fields">
            <label><span>Group</span> <input type="search" name="group" list="groups-known" spellcheck="false"></label>
            <label><span>User</span> <input type="search" name="user" list="users-known" spellcheck="false"></label>
            <datalist id="groups-known"></datalist><datalist id="users-known"></datalist>
            </div>
            <fieldset>
            <legend>Action</legend>
            \(actionChoices)</fieldset>
            </details>
            </form>

            """
    }

    private var actionChoices: HTML {
        let counts = Dictionary(grouping: report.changes, by: \.action).mapValues(\.count)
        return Action.allCases.sorted { $0.isDestructive && !$1.isDestructive }.compactMap { action in
            counts[action].map { count -> HTML in
                let kind: HTML = action.concernsUser ? "user" : "group"
                return """
                    <label class="choice"><input type="checkbox" name="action" value="\(action.rawValue)"> \
                    <span>\(kind) \(action.verb)</span> <b>\(count)</b></label>

                    """
            }
        }.joined()
    }
}

extension Action {
    /// Whether it stands above all else on the page.
    fileprivate var isDestructive: Bool {
        switch self {
        case .groupDelete, .userRemove, .userSuspend: true
        default: false
        }
    }
}

import TeamPlanning

extension PlanReport {
    /// The plan as one self-contained page (HTML): group deletions first, then removals and suspensions, gates, a picture
    /// of what changes, and the rest by user and group; with a search and filters where scripts run.
    ///
    /// The page loads nothing and sends nothing: its content security policy allows only its own style and script, by
    /// their hashes (CSP Level 3, §6.7.2).
    ///
    /// - Parameter applyCommand: The command that applies the plan.
    public func html(applyCommand: String = "roster apply") -> String {
        PlanPage(report: self, text: PlanText(report: self, applyCommand: applyCommand)).html.markup
    }
}

/// A plan being laid out as a page. One extension file per part.
struct PlanPage {
    let report: PlanReport
    let text: PlanText

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        \(head)
        <body>
        \(header)\(filter)<main id="main" class="\(isLong ? "long" : "short")">
        \(deletions)\(removals)\(gates)\(picture)\(updates)\(resolved)\(findings)</main>
        \(footer)<script>\(asset: .planScript)</script>
        </body>
        </html>

        """
    }

    /// Whether a browser should lay out only what is near the screen.
    private var isLong: Bool { report.changes.count > 200 }

    private var head: HTML {
        """
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(Self.securityPolicy)">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(verdictWord): plan for team \(report.team.name)</title>
        <style>\(asset: .planStyle)</style>
        </head>
        """
    }

    private static let securityPolicy: HTML = """
        default-src 'none'; style-src 'sha256-\(asset: .planStyleHash)'; \
        script-src 'sha256-\(asset: .planScriptHash)'; base-uri 'none'; form-action 'none'
        """

    /// A part of the page with its heading.
    func section(_ id: HTML, _ title: HTML, class name: HTML = "part", _ content: HTML) -> HTML {
        """
        <section id="\(id)" class="\(name)" aria-labelledby="\(id)-title">
        <h2 id="\(id)-title">\(title)</h2>
        \(content)</section>

        """
    }
}

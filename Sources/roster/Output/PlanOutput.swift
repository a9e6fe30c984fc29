import Reporting

extension ResultOutput<PlanFormat> {
    /// Writes a plan in every format that was asked for: the one place where a plan is put into a format.
    ///
    /// - Parameter applyCommand: the command that applies the plan.
    func write(_ report: PlanReport, applyCommand: String = "roster apply") throws {
        try write { format, layout in
            switch format {
            case .text: Array(layout.plan(report, applyCommand: applyCommand).utf8)
            case .json: try report.encoded()
            case .markdown: Array(try report.markdown(applyCommand: applyCommand).utf8)
            case .html: Array(report.html(applyCommand: applyCommand).utf8)
            }
        }
    }
}

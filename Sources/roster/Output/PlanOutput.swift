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
            case .github: Array(report.githubAnnotations(applyCommand: applyCommand).utf8)
            case .gitlab: try report.gitlabWidget()
            }
        } additions: {
            writes(.github) ? try additionsForGitHub(report, applyCommand) : []
        }
    }

    /// The job summary and the outputs of the step, where GitHub Actions asks for them.
    private func additionsForGitHub(_ report: PlanReport, _ applyCommand: String) throws -> [Addition] {
        let summary = try context.variable("GITHUB_STEP_SUMMARY").map { path in
            let limit = PlanReport.jobSummaryLimit
            return Addition(path: path, lines: try report.markdown(applyCommand: applyCommand, limit: limit))
        }
        let outputs = try context.variable("GITHUB_OUTPUT").map { path in
            Addition(path: path, lines: try report.githubStepOutputs())
        }
        return [summary, outputs].compactMap(\.self)
    }
}

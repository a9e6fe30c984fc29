import Reporting
import TeamPlanning

/// A plan that was saved as JSON.
enum PlanFile {
    private static let sizeLimit = 256 << 20

    /// Reads a saved plan. One that somebody edited, so that it shows what roster never planned, gets a finding that says so,
    /// and a warning.
    static func read(_ path: String, _ context: CommandContext) throws -> PlanReport {
        let bytes = try context.files.read(path, limit: sizeLimit)
        do {
            var report = try PlanReport(json: bytes)
            if let finding = finding(of: report, path) {
                report.findings.insert(finding, at: 0)
                context.console.writeError(ErrorText.warning(finding))
            }
            return report
        } catch {
            throw PlanFileError(path: path, cause: error)
        }
    }

    private static func finding(of report: PlanReport, _ path: String) -> FindingReport? {
        do throws(PlanAlteration) {
            try report.checkIntegrity(.sha256)
            return nil
        } catch {
            return FindingReport(
                Finding(
                    .error,
                    .alteredPlan,
                    "\(path) was changed after roster wrote it: \(error.text)",
                    remedy: "plan again with `\(PlanReport.writtenBy)`, and do not trust this one"
                )
            )
        }
    }
}

/// A file that is no saved plan.
struct PlanFileError: CommandError {
    let path: String
    let cause: ReportError

    var message: String {
        let place = cause.place.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(path)\(place): \(cause.description)"
    }
    var nextStep: String { "save a plan with `roster plan -o json=FILE` and name that file" }
}

extension PlanAlteration {
    /// What was changed, as the end of a sentence.
    fileprivate var text: String {
        switch self {
        case .fingerprint: "its changes are not those of its \"fingerprint\""
        case .summary: "its \"summary\" counts other changes than it has"
        case .confirmation: "its \"confirmation\" is not the one of its group deletions"
        case .gates: "a limit among its \"gates\" does not fit its changes"
        case .applicable: "\"applicable\" is not what its \"gates\" say"
        }
    }
}

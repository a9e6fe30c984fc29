import Reporting
import TeamPlanning

/// A plan that was saved as JSON.
enum PlanFile {
    private static let sizeLimit = 256 << 20

    /// Reads a saved plan, and makes sure that it is as roster wrote it.
    static func read(_ path: String, files: any FileAccess) throws -> PlanReport {
        let bytes = try files.read(path, limit: sizeLimit)
        do {
            let report = try PlanReport(json: bytes)
            try report.checkIntegrity(.sha256)
            return report
        } catch let error as ReportError {
            throw PlanFileError(path: path, cause: error)
        } catch let error as PlanAlteration {
            throw AlteredPlanError(path: path, alteration: error)
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

/// A saved plan that somebody edited, so that it shows what roster never planned.
struct AlteredPlanError: CommandError {
    let path: String
    let alteration: PlanAlteration

    var message: String { "\(path): this plan was changed after roster wrote it: \(what)" }
    var nextStep: String { "make it again with `\(PlanReport.writtenBy)`, and never edit one" }

    private var what: String {
        switch alteration {
        case .fingerprint: "its changes are not those of its \"fingerprint\""
        case .summary: "its \"summary\" counts other changes than it has"
        case .confirmation: "its \"confirmation\" is not the one of its group deletions"
        case .gates: "a limit among its \"gates\" does not fit its changes"
        case .applicable: "\"applicable\" is not what its \"gates\" say"
        }
    }
}

import Reporting

/// A plan that was saved as JSON.
enum PlanFile {
    private static let sizeLimit = 256 << 20

    /// Reads a saved plan.
    static func read(_ path: String, files: any FileAccess) throws -> PlanReport {
        let bytes = try files.read(path, limit: sizeLimit)
        do {
            return try PlanReport(json: bytes)
        } catch {
            throw PlanFileError(path: path, cause: error)
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

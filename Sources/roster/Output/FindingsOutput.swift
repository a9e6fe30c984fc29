import Reporting
import TeamPlanning

extension ResultOutput<FindingsFormat> {
    /// Writes what was found in manifests in every format that was asked for.
    ///
    /// - Parameter folder: the folder of manifests.
    func write(_ report: ValidationReport, folder: String) throws {
        try write { format, layout in
            switch format {
            case .text: Array(layout.validation(report).utf8)
            case .json: try report.encoded()
            case .sarif: try report.sarif(folder: folder, rosterVersion: RosterVersion.current, digest: .sha256)
            case .github: Array(report.githubAnnotations().utf8)
            case .gitlab: try report.codeQuality(folder: folder, digest: .sha256)
            }
        }
    }
}

import Reporting
import TeamPlanning

/// The manifests of the target branch, which a plan is compared with.
///
/// They only tell what is new: gates judge the whole plan, whatever the base says.
struct BaseManifests: Sendable {
    /// The folder as the user named it.
    let folder: String
    /// What it holds; `nil` for a folder without manifests, which says nothing: an empty team is never meant.
    private let source: ManifestSource?

    /// Reads the folder. One without manifests, or with faults in them, is a base all the same: without it nobody could
    /// plan the change that writes the first manifest, or the one that corrects them.
    ///
    /// - Throws: ``SameFolderError`` where it is the workspace itself, ``WorkspaceError``.
    static func read(_ folder: String, besides manifests: String, context: CommandContext) throws -> BaseManifests {
        if let place = try? context.files.realPath(folder), place == (try? context.files.realPath(manifests)) {
            throw SameFolderError(base: folder, manifests: manifests)
        }
        do throws(WorkspaceError) {
            let source = ManifestSource(try WorkspaceReader.read(folder, files: context.files))
            return BaseManifests(folder: folder, source: source)
        } catch .empty {
            return BaseManifests(folder: folder, source: nil)
        } catch {
            throw error
        }
    }

    /// The files that were read.
    var inputs: [FileRole] { (source?.paths ?? []).map { FileRole(path: $0, role: "a manifest of the base") } }

    private var usable: ManifestSource? {
        guard let source, !source.load.hasErrors else { return nil }
        return source
    }

    /// What a plan from the base needs of the team, besides what the plan itself does.
    func needs(besides needs: LiveReadNeeds) -> LiveReadNeeds {
        usable.map { needs.union(LiveReadNeeds($0.load.manifests)) } ?? needs
    }

    /// Why every change counts as introduced, if the base cannot be planned.
    var findings: [Finding] {
        guard usable == nil else { return [] }
        guard let faults = source?.load.findings.filter({ $0.severity == .error }), let first = faults.first else {
            let message = "the base \(folder) holds no manifest, so every change counts as introduced"
            return [Finding(.warning, .unusableBase, message)]
        }
        let count = faults.count == 1 ? "1 error" : "\(faults.count) errors"
        return [
            Finding(
                .warning,
                .unusableBase,
                "the base \(folder) has \(count), so every change counts as introduced; the first: \(first.message)",
                remedy: "run `roster validate` on the base",
                at: first.location
            )
        ]
    }

    /// The report with every change marked as introduced or pre-existing; both plans are made from the same live state.
    func compared(
        _ report: PlanReport,
        _ sight: LiveSight,
        _ overrides: LimitOverrides,
        _ context: CommandContext
    ) -> PlanReport {
        let plan = usable.map { source in
            PlanReport(source.plan(against: sight.state, at: sight.time, overrides), at: context.timestamp())
        }
        let base = PlanReport.Base(manifests: folder, manifestsDigest: source?.digest, fingerprint: plan?.fingerprint)
        return report.compared(with: base, planned: plan)
    }
}

/// The base is the workspace itself: beside itself nothing is ever introduced, so every check would pass.
struct SameFolderError: CommandError, Equatable {
    let base: String
    let manifests: String

    var message: String {
        "the base \(base) is the folder of the manifests itself, \(manifests), so nothing can be told apart"
    }
    var nextStep: String { "check out the target branch elsewhere and name its folder of manifests with --base" }
}

extension PlanReport {
    fileprivate init(_ plan: Plan, at time: String) {
        self.init(plan, rosterVersion: RosterVersion.current, createdAt: time)
    }
}

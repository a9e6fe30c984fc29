import ArgumentParser
import Reporting

/// `roster init`: a starter workspace and the pipelines that plan and apply it.
struct InitCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Start a workspace: manifests, and pipelines for GitHub and GitLab.",
        discussion: """
            Writes only what is missing: a file that is there stays as it is, and manifests are written only where the \
            folder has none. The starter manifests name nobody, so that a plan of them changes nothing. The workflow applies \
            what is merged into the repository's default branch, as far as its files in .git tell.

            Example:
              roster init
              roster init --branch trunk
              roster init acme-dropbox --ci github \\
                --action acme/roster/.github/actions/roster@4f0c1e2
            """
    )

    @Argument(help: ArgumentHelp("The folder to start in; it is made if need be.", valueName: "folder"))
    var folder = "."

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("The pipelines to write: github, gitlab, both or none.", valueName: "ci"))
    var ci = PipelineChoice.both

    @Option(
        help: ArgumentHelp(
            "The GitHub action that installs roster, such as OWNER/roster/.github/actions/roster@COMMIT.",
            valueName: "action"
        )
    )
    var action: String?

    @Option(
        help: ArgumentHelp(
            "The branch whose merges are applied; by default the repository's default branch, else main.",
            valueName: "name"
        )
    )
    var branch: String?

    func validate() throws {
        guard ScaffoldText.isPlainPath(workspace.manifests) else {
            throw ValidationError(
                "the manifests' folder has to be a relative path of letters, digits, '.', '_', '-' and '/' to stand in a pipeline"
            )
        }
        if let branch, !ScaffoldText.isBranch(branch) {
            throw ValidationError(
                "the branch has to be a name of letters, digits, '.', '_', '-' and '/' to stand in a pipeline"
            )
        }
        if let action, !ScaffoldText.isAction(action) {
            throw ValidationError("expected an action such as OWNER/roster/.github/actions/roster@COMMIT")
        }
    }

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let branch = branch ?? GitRepository(around: folder, context.files)?.defaultBranch ?? "main"
        guard ScaffoldText.isBranch(branch) else { throw UnsuitableBranchError(branch: branch) }
        let scaffold = Scaffold(manifests: workspace.manifests, pipelines: ci, branch: branch, action: action)
        let outcome = try scaffold.write(to: folder, files: context.files)
        for line in outcome.lines(manifests: workspace.manifests) { try context.print(line.plain + "\n") }
        return .done
    }
}

/// The pipelines that a scaffold has.
enum PipelineChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
    case both
    case github
    case gitlab
    case none
}

import ArgumentParser
import Reconciliation
import Reporting

/// `roster status`: what became of the last apply, from its journal.
struct StatusCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tell what became of the last apply in this workspace.",
        discussion: """
            Reads the newest journal in .roster/journal, or the one named. Needs neither manifests nor a connection, and \
            ends with 0 whenever the journal could be read, also when there is none.

            Example:
              roster status
              roster status --journal apply.jsonl --format json
            """
    )

    @Option(help: ArgumentHelp("A journal; by default the newest in .roster/journal.", valueName: "file"))
    var journal: String?

    @OptionGroup var display: FormatOptions<OutputFormat>

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let path = try journal ?? JournalFolder.newest(context.files)
        // The lock first: an apply that ends in between has written the end of its journal then.
        let lock = try ApplyLock.state(context.files)
        let recorded = try path.flatMap { try JournalFolder.lastApply(of: $0, context.files) }
        let report = StatusReport(
            recorded,
            journal: path,
            running: lock.isHeld ? StatusReport.Running(lock.holder) : nil,
            rosterVersion: RosterVersion.current
        )
        switch display.format {
        case .text: try context.print(context.layout(display).status(report))
        case .json: try context.print(String(decoding: report.encoded(), as: UTF8.self))
        }
        return .done
    }
}

extension StatusReport.Running {
    fileprivate init(_ holder: LockHolder?) {
        self.init(
            pid: holder.map { Int($0.pid) },
            host: holder?.host,
            user: holder?.user,
            startedAt: holder?.startedAt
        )
    }
}

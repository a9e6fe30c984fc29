public import Reconciliation

/// What became of the last apply: `roster.status/v1`.
public struct StatusReport: Report {
    /// The name and version of this report.
    public static let format = "roster.status/v1"
    /// The command that writes it.
    public static let writtenBy = "roster status --format json"

    /// Always ``StatusReport/format``.
    public let format: String
    /// The version of roster that read the journal.
    public var rosterVersion: String
    /// The journal's file; `null` when there is none.
    public var journal: String?
    /// The apply that is under way in this workspace now; `null` when there is none.
    public var running: Running?
    /// The last apply of the journal; `null` when none is recorded.
    public var apply: Apply?
    /// What to do now: one sentence.
    public var nextStep: String

    /// A process that applies.
    public struct Running: Codable, Hashable, Sendable {
        /// The process ID, where it is known.
        public var pid: Int?
        /// The machine, where it is known.
        public var host: String?
        /// The user, where it is known.
        public var user: String?
        /// When it began, RFC 3339 in UTC, where that is known.
        public var startedAt: String?

        private enum CodingKeys: String, CodingKey {
            case pid, host, user
            case startedAt = "started_at"
        }

        /// Describes a process; what is not known is `nil`.
        public init(pid: Int? = nil, host: String? = nil, user: String? = nil, startedAt: String? = nil) {
            self.pid = pid
            self.host = host
            self.user = user
            self.startedAt = startedAt
        }
    }

    private enum CodingKeys: String, CodingKey {
        case format, journal, running, apply
        case rosterVersion = "roster_version"
        case nextStep = "next_step"
    }

    /// Writes every field; what there is not is an explicit `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(format, forKey: .format)
        try container.encode(rosterVersion, forKey: .rosterVersion)
        try container.encode(journal, forKey: .journal)
        try container.encode(running, forKey: .running)
        try container.encode(apply, forKey: .apply)
        try container.encode(nextStep, forKey: .nextStep)
    }
}

extension StatusReport {
    /// Reports what a journal tells.
    ///
    /// - Parameters:
    ///   - recorded: The last apply of the journal, if one is recorded.
    ///   - journal: The journal's file, if there is one.
    ///   - running: The apply that is under way in this workspace now, if there is one.
    ///   - rosterVersion: The version of roster.
    public init(_ recorded: RecordedApply?, journal: String?, running: Running?, rosterVersion: String) {
        let apply = recorded.map { Apply($0, running: running) }
        self.init(
            format: Self.format,
            rosterVersion: rosterVersion,
            journal: journal,
            running: running,
            apply: apply,
            nextStep: Self.nextStep(apply, running)
        )
    }

    private static func nextStep(_ apply: Apply?, _ running: Running?) -> String {
        if running != nil { return "wait until the apply that is under way has ended, then run `roster status` again" }
        guard let apply else { return "run `roster apply`" }
        switch apply.ending {
        case .running: return "wait until it has ended, then run `roster status` again"
        case .cutOff, .interrupted, .timedOut: return "run `roster apply` again: it plans anew and finishes the work"
        case .finished: break
        }
        if apply.changes.failed + apply.changes.skipped > 0 {
            return "correct what failed, then run `roster apply` again"
        }
        if apply.changes.unfinished > 0 {
            return "run `roster plan` later: Dropbox was still working on what is not finished"
        }
        if apply.remainingChanges == 0 { return "nothing is left to do" }
        return "run `roster plan` to see what remains"
    }
}

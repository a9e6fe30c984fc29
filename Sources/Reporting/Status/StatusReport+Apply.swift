import Reconciliation
public import TeamPlanning

extension StatusReport {
    /// What a journal tells of one apply.
    public struct Apply: Codable, Hashable, Sendable {
        /// When it began, RFC 3339 in UTC.
        public var startedAt: String
        /// When the journal's last entry was written, RFC 3339 in UTC.
        public var lastEntryAt: String
        /// How it ended.
        public var ending: Ending
        /// How consent was given.
        public var consent: String
        /// Limits raised for this run: name to value.
        public var overrides: [String: String]
        /// The fingerprint of the plan.
        public var fingerprint: String
        /// The team.
        public var team: TeamReport
        /// The admin who acted.
        public var actingAdmin: AdminReport
        /// How many changes came how far.
        public var changes: Progress
        /// The sync summaries, of the objects that were reached. What was under way counts as unfinished.
        public var summary: ResultReport.Summary
        /// The changes that were not carried out in full.
        public var errors: [ResultReport.Outcome]
        /// The changes that had begun when the journal breaks off.
        public var underWay: [Begun]
        /// How many changes remained when the team was read again; `null` when it was not.
        public var remainingChanges: Int?
        /// The lines of the journal that could not be read, counted from one.
        public var unreadableLines: [Int]
    }

    /// How an apply ended.
    public enum Ending: String, Codable, Hashable, Sendable, CaseIterable {
        /// Every change was tried or skipped for want of another.
        case finished
        /// A signal stopped it.
        case interrupted
        /// Its time limit stopped it.
        case timedOut = "timed_out"
        /// The journal breaks off: the process was killed, or the machine failed.
        case cutOff = "cut_off"
        /// It is under way.
        case running
    }

    /// How many changes came how far.
    public struct Progress: Codable, Hashable, Sendable {
        /// Changes of the plan.
        public var planned: Int
        /// Carried out in full.
        public var applied: Int
        /// Failed, in whole or in part.
        public var failed: Int
        /// Dropbox was still working on them.
        public var unfinished: Int
        /// Not tried.
        public var skipped: Int
        /// Begun, without a recorded end.
        public var underWay: Int
        /// Not reached.
        public var notStarted: Int

        private enum CodingKeys: String, CodingKey {
            case planned, applied, failed, unfinished, skipped
            case underWay = "under_way"
            case notStarted = "not_started"
        }
    }

    /// A change that has begun.
    public struct Begun: Codable, Hashable, Sendable {
        /// The change's ID.
        public var id: String
        /// What was to be done.
        public var action: Action
        /// The object.
        public var resource: Resource
        /// How many of its calls have ended, for a change that takes several.
        public var finishedCalls: Int

        private enum CodingKeys: String, CodingKey {
            case id, action, resource
            case finishedCalls = "finished_calls"
        }
    }
}

extension StatusReport.Apply {
    private enum CodingKeys: String, CodingKey {
        case ending, consent, overrides, fingerprint, team, changes, summary, errors
        case startedAt = "started_at"
        case lastEntryAt = "last_entry_at"
        case actingAdmin = "acting_admin"
        case underWay = "under_way"
        case remainingChanges = "remaining_changes"
        case unreadableLines = "unreadable_lines"
    }

    init(_ recorded: RecordedApply, running: StatusReport.Running?) {
        startedAt = recorded.startedAt
        lastEntryAt = recorded.lastEntryAt
        ending = StatusReport.Ending(recorded, running: running)
        consent = recorded.consent
        overrides = recorded.overrides
        fingerprint = recorded.fingerprint
        team = TeamReport(id: recorded.teamID, name: recorded.teamName)
        actingAdmin = AdminReport(recorded.actingAdmin)
        changes = StatusReport.Progress(recorded)
        let outcomes = recorded.changes.map(ResultReport.Outcome.init)
        summary = ResultReport.Summary(outcomes)
        errors = zip(recorded.changes, outcomes).compactMap { change, outcome in
            change.status == nil || change.status == .applied ? nil : outcome
        }
        underWay = recorded.changes.filter { $0.status == nil }.map {
            StatusReport.Begun(
                id: $0.id.rawValue,
                action: $0.action,
                resource: $0.resource,
                finishedCalls: $0.finishedCalls
            )
        }
        remainingChanges = recorded.remaining
        unreadableLines = recorded.unreadableLines
    }

    /// Writes every field; an unknown number of remaining changes is an explicit `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(startedAt, forKey: .startedAt)
        try container.encode(lastEntryAt, forKey: .lastEntryAt)
        try container.encode(ending, forKey: .ending)
        try container.encode(consent, forKey: .consent)
        try container.encode(overrides, forKey: .overrides)
        try container.encode(fingerprint, forKey: .fingerprint)
        try container.encode(team, forKey: .team)
        try container.encode(actingAdmin, forKey: .actingAdmin)
        try container.encode(changes, forKey: .changes)
        try container.encode(summary, forKey: .summary)
        try container.encode(errors, forKey: .errors)
        try container.encode(underWay, forKey: .underWay)
        try container.encode(remainingChanges, forKey: .remainingChanges)
        try container.encode(unreadableLines, forKey: .unreadableLines)
    }
}

extension StatusReport.Ending {
    /// Without a recorded end the lock tells: it is held since before the apply began, or the apply was cut off.
    fileprivate init(_ recorded: RecordedApply, running: StatusReport.Running?) {
        switch recorded.ending {
        case .finished?: self = .finished
        case .interrupted?: self = .interrupted
        case .timedOut?: self = .timedOut
        case nil:
            let isRunning = running.map { $0.startedAt.map { $0 <= recorded.startedAt } ?? true } ?? false
            self = isRunning ? .running : .cutOff
        }
    }
}

extension StatusReport.Progress {
    fileprivate init(_ recorded: RecordedApply) {
        func count(_ status: ChangeOutcome.Status?) -> Int { recorded.changes.count { $0.status == status } }
        planned = recorded.plannedChanges
        applied = count(.applied)
        failed = count(.failed)
        unfinished = count(.unfinished)
        skipped = count(.skipped)
        underWay = count(nil)
        notStarted = max(recorded.plannedChanges - recorded.changes.count, 0)
    }
}

extension ResultReport.Outcome {
    /// What is under way counts as unfinished.
    fileprivate init(_ change: RecordedChange) {
        self.init(
            id: change.id.rawValue,
            action: change.action,
            resource: change.resource,
            outcome: change.status ?? .unfinished,
            error: change.error,
            requestID: change.requestID
        )
    }
}

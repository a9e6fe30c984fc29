public import TeamPlanning

/// What a journal tells of one apply.
public struct RecordedApply: Sendable, Equatable {
    /// When it began, RFC 3339 in UTC.
    public var startedAt: String
    /// When the last entry was written, RFC 3339 in UTC.
    public var lastEntryAt: String
    /// The fingerprint of the plan.
    public var fingerprint: String
    /// The team's ID.
    public var teamID: String
    /// The team's name.
    public var teamName: String
    /// The admin who acted.
    public var actingAdmin: ActingAdmin
    /// How consent was given.
    public var consent: String
    /// Limits raised for this run: name to value.
    public var overrides: [String: String]
    /// How many changes the plan held.
    public var plannedChanges: Int
    /// The changes that began or ended, in the order in which they first appear.
    public var changes: [RecordedChange] = []
    /// How it ended; `nil` when the journal breaks off before.
    public var ending: Ending?
    /// How many changes remained when the team was read again; `nil` when it was not.
    public var remaining: Int?
    /// The lines that could not be read, counted from one: what a crash tore.
    public var unreadableLines: [Int] = []

    /// How an apply came to its end.
    public enum Ending: Sendable, Hashable {
        /// Every change was tried or skipped for want of another.
        case finished
        /// A signal stopped it.
        case interrupted
        /// Its time limit stopped it.
        case timedOut
    }
}

/// What a journal tells of one change.
public struct RecordedChange: Sendable, Hashable {
    /// The change.
    public let id: ChangeID
    /// What was to be done.
    public let action: Action
    /// The object.
    public let resource: Resource
    /// What became of it; `nil` while it is under way, or when the journal breaks off.
    public var status: ChangeOutcome.Status?
    /// Why it was not carried out in full: one sentence, raw text.
    public var error: String?
    /// Dropbox's ID of the request.
    public var requestID: String?
    /// How many of its calls have ended, for a change that takes several.
    public var finishedCalls = 0
}

/// Why a journal could not be read.
public struct JournalReadError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let code: Code
    /// The line, counted from one.
    public let line: Int

    /// What is wrong with a journal.
    public enum Code: Sendable, Hashable {
        /// The line does not belong to a journal.
        case notAJournal
        /// The format is another than this version reads. Raw text.
        case otherFormat(String)
        /// The entry lacks a field, or holds a wrong value.
        case damaged
    }

    /// What is wrong, as half a sentence. Raw text: a found format is cut to 60 characters.
    public var problem: String {
        switch code {
        case .notAJournal: "line \(line) is no entry of a journal"
        case .otherFormat(let found):
            "line \(line) has the format \"\(found.prefix(60))\", and this version reads \(JournalFormat.current)"
        case .damaged: "line \(line) is damaged"
        }
    }

    /// What to do now.
    public var nextStep: String {
        switch code {
        case .notAJournal, .damaged: "pass a journal that `roster apply` wrote"
        case .otherFormat: "use the version of roster that wrote it"
        }
    }

    /// One sentence with the next step. Raw text.
    public var description: String { "\(problem): \(nextStep)" }
}

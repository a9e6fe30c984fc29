import Reconciliation
import TeamPlanning

extension ResultReport {
    /// How the sync of users and of groups went.
    public struct Summary: Codable, Hashable, Sendable {
        /// The users.
        public var users: Counts
        /// The groups.
        public var groups: Counts
    }

    /// Counts of distinct objects.
    public struct Counts: Codable, Hashable, Sendable {
        /// Objects with changes.
        public var impacted: Int
        /// Objects all of whose changes were applied.
        public var succeeded: Int
        /// Objects with a change that failed or was skipped.
        public var failed: Int
        /// The other objects with a change that Dropbox was still working on.
        public var unfinished: Int
    }
}

extension ResultReport.Summary {
    init(_ outcomes: [ResultReport.Outcome]) {
        users = ResultReport.Counts(outcomes.filter(\.action.concernsUser))
        groups = ResultReport.Counts(outcomes.filter { !$0.action.concernsUser })
    }
}

extension ResultReport.Counts {
    fileprivate init(_ outcomes: [ResultReport.Outcome]) {
        impacted = Set(outcomes.map(\.resource)).count
        let failures = Set(outcomes.lazy.filter { $0.outcome == .failed || $0.outcome == .skipped }.map(\.resource))
        failed = failures.count
        unfinished = Set(outcomes.lazy.filter { $0.outcome == .unfinished }.map(\.resource)).subtracting(failures).count
        succeeded = impacted - failed - unfinished
    }
}

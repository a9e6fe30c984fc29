public import TeamPlanning

/// Reads the team again after an apply and plans anew, a few times if need be: what was written may take a moment to show.
public struct Verification: Sendable {
    private let attempts: Int
    private let replan: @Sendable () async throws -> Plan
    private let pause: @Sendable () async throws -> Void

    /// Takes what reads the team and plans, and what waits a little between two attempts.
    public init(
        attempts: Int = 3,
        pause: @escaping @Sendable () async throws -> Void,
        replan: @escaping @Sendable () async throws -> Plan
    ) {
        self.attempts = max(attempts, 1)
        self.pause = pause
        self.replan = replan
    }

    /// The plan of what remains. Waits only for changes that were applied; failed ones are expected to remain.
    ///
    /// - Throws: What reading threw, or ``VerificationError`` when the read is not to be trusted.
    func remaining(
        after outcomes: [ChangeOutcome],
        observe: @Sendable (ApplyProgress) async -> Void
    ) async throws -> Plan {
        let expected = Set(outcomes.lazy.filter { $0.status != .applied }.map(\.change.id))
        var attempt = 1
        while true {
            await observe(.verifying(attempt: attempt))
            let plan = try await replan()
            let isComplete = !plan.gates.contains { $0.gate == .completeRead && $0.verdict == .refuse }
            if isComplete, plan.changes.allSatisfy({ expected.contains($0.id) }) { return plan }
            if attempt == attempts {
                guard isComplete else { throw VerificationError.incompleteRead }
                return plan
            }
            attempt += 1
            try await pause()
        }
    }
}

/// Why it is not known what remains.
public enum VerificationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Dropbox returned fewer members than it counts.
    case incompleteRead

    /// One sentence.
    public var description: String {
        switch self {
        case .incompleteRead: "the team was read incompletely after the apply: run plan to see what remains"
        }
    }
}

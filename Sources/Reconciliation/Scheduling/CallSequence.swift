import TeamPlanning

/// How far a change that takes several calls has come: the calls that are left, and what went wrong so far. One call runs at
/// a time.
protocol CallSequence: Sendable {
    /// Whether calls are left.
    var hasWork: Bool { get }

    /// Whether a stage still has calls to make.
    func hasWork(in stage: Stage) -> Bool
    /// The next call of a stage.
    mutating func nextCall(in stage: Stage) -> GatewayCall?
    /// Takes down what came of a call.
    mutating func record(_ outcome: GatewayCall.Outcome, of call: GatewayCall)
    /// Takes back a call that was not made.
    mutating func withdraw(_ call: GatewayCall)
    /// Gives up what is left.
    mutating func stop(because reason: String)
    /// What became of the change, once no call is left: skipped when nothing could be tried.
    func outcome(of change: Change) -> ChangeOutcome
}

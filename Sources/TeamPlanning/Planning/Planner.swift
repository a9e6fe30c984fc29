/// What a plan depends on besides manifests and live state.
public struct PlanOptions: Sendable {
    /// The time of the plan in seconds since 1970, for `delete_after_days`.
    public var now: Int64
    /// Limits raised for this run.
    public var overrides: LimitOverrides

    /// States the time and the overrides.
    public init(now: Int64, overrides: LimitOverrides = [:]) {
        self.now = now
        self.overrides = overrides
    }
}

extension Plan {
    /// Compares desired with live state. A function of its arguments: the same values give the same plan.
    public init(manifests: Manifests, live: LiveState, options: PlanOptions, digest: Digest) {
        fatalError("being written")
    }
}

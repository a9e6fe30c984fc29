/// Who let an apply pass, for the journal.
public struct ApplyContext: Sendable, Hashable {
    /// How consent was given.
    public var consent: ApplyConsent
    /// Limits raised for this run, as given: name to value.
    public var overrides: [String: String]

    /// Describes what let an apply pass.
    public init(consent: ApplyConsent, overrides: [String: String] = [:]) {
        self.consent = consent
        self.overrides = overrides
    }
}

/// How consent to an apply was given.
public enum ApplyConsent: String, Sendable, Hashable, Encodable, CaseIterable {
    /// Typed on a terminal.
    case typed
    /// With `--auto-approve`.
    case autoApprove = "auto_approve"
    /// By a reviewed plan that covers every change, with `--approved`.
    case approvedPlan = "approved_plan"
}

/// All that gates look at.
struct GateContext {
    let changes: [Change]
    let live: LiveState
    let manifests: Manifests
    let licences: LicenceUse
    let confirmation: DeletionConfirmation?
    let readProblem: ReadProblem?
    let overrides: LimitOverrides
}

extension GateContext {
    /// Asks every gate, in the order of ``GateName``.
    func verdicts() -> [GateVerdict] {
        GateName.allCases.map { gate in
            switch gate {
            case .completeRead: completeRead()
            case .teamID: teamID()
            case .connectionEnabled: connectionEnabled()
            case .licences: licenceUse()
            case .groupDeletions: limit(.groupDeletions)
            case .userRemovals: limit(.userRemovals)
            case .userSuspensions: limit(.userSuspensions)
            case .membershipRemovals: limit(.membershipRemovals)
            case .confirmation: consent()
            }
        }
    }
}

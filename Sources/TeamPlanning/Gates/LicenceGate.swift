extension LicenceUse {
    /// What the plan would make of the seats, in a sentence's first half.
    fileprivate var shortage: String { "the plan needs \(used + needed - freed) seats and the team has \(total)" }

    /// The warning in place of a refusal: people read findings, but of gates that pass only the names.
    func findings(_ policy: Policy) -> [Finding] {
        guard isShort, policy.licences == .warn else { return [] }
        return [
            Finding(
                .warning,
                .licencesShort,
                "\(shortage), so an invitation may buy seats",
                remedy: "buy seats, remove people, or set \"licences\": \"block\" in the Policy to refuse such plans"
            )
        ]
    }
}

extension GateContext {
    func licenceUse() -> GateVerdict {
        let after = licences.used + licences.needed - licences.freed
        guard licences.isShort else {
            return GateVerdict(
                .licences,
                .pass,
                "\(licences.used) of \(licences.total) seats used, \(after) after this plan",
                count: after,
                limit: licences.total
            )
        }
        switch manifests.policy.licences {
        case .warn:
            return GateVerdict(
                .licences,
                .pass,
                "\(licences.shortage); the policy only warns, and an invitation may buy seats",
                count: after,
                limit: licences.total
            )
        case .block:
            return GateVerdict(
                .licences,
                .refuse,
                "\(licences.shortage): buy seats, remove people, or set \"licences\": \"warn\" in the Policy",
                count: after,
                limit: licences.total
            )
        }
    }
}

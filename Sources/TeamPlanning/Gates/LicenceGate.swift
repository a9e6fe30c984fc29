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
        let measure = "the plan needs \(after) seats and the team has \(licences.total)"
        switch manifests.policy.licences {
        case .warn:
            return GateVerdict(
                .licences,
                .pass,
                "\(measure); the policy only warns, and an invitation may buy seats",
                count: after,
                limit: licences.total
            )
        case .block:
            return GateVerdict(
                .licences,
                .refuse,
                "\(measure): buy seats, remove people, or set \"licences\": \"warn\" in the Policy",
                count: after,
                limit: licences.total
            )
        }
    }
}

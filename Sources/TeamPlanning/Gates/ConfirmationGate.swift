extension GateContext {
    func consent() -> GateVerdict {
        if changes.isEmpty { return GateVerdict(.confirmation, .pass, "nothing to confirm") }
        guard let confirmation else {
            return GateVerdict(.confirmation, .confirm, "apply asks for a yes, or takes --auto-approve or --approved")
        }
        let noun = confirmation.groups.count == 1 ? "group" : "groups"
        return GateVerdict(
            .confirmation,
            .confirm,
            "\(confirmation.groups.count) \(noun) would be deleted for good: apply asks for it by name, or takes --confirm-group-deletions \(confirmation.token)",
            count: confirmation.groups.count
        )
    }
}

extension GateContext {
    func teamID() -> GateVerdict {
        guard let pinned = manifests.connection.teamID else {
            return GateVerdict(
                .teamID,
                .pass,
                "no team is pinned; set \"team_id\": \"\(live.team.id)\" in the Connection to pin this one"
            )
        }
        guard pinned == live.team.id else {
            return GateVerdict(
                .teamID,
                .refuse,
                "the Connection pins team \(pinned), but \(live.team.id) answered: check which token is in use"
            )
        }
        return GateVerdict(.teamID, .pass, "team \(live.team.id) is the pinned one")
    }

    func connectionEnabled() -> GateVerdict {
        guard manifests.connection.isEnabled else {
            return GateVerdict(
                .connectionEnabled,
                .refuse,
                "the Connection is disabled: set \"enabled\": true to allow apply"
            )
        }
        return GateVerdict(.connectionEnabled, .pass, "the connection is enabled")
    }
}

extension LiveState {
    /// The groups that changes delete, in the order of the changes, with the people who lose them.
    func groupsDoomed(by changes: [Change]) -> [DeletionConfirmation.DoomedGroup] {
        let deleted = changes.compactMap { change in
            if case .deleteGroup(let id) = change.operation { (id: id, name: change.resource.name) } else { nil }
        }
        guard !deleted.isEmpty else { return [] }
        let positions = Dictionary(groups.indices.map { (groups[$0].id, $0) }) { first, _ in first }
        return deleted.map { id, name in
            let group = positions[id].map { groups[$0] }
            return DeletionConfirmation.DoomedGroup(
                name: name,
                groupID: id,
                memberCount: group?.memberCount ?? 0,
                members: group?.members.map { members[$0.member].email }.sorted() ?? []
            )
        }
    }
}

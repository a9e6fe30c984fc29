import TeamPlanning

/// What an apply has learned so far: the IDs of what it created, who is not there, and what a recovery brought back.
struct References: Sendable {
    /// The members that user.create changes made.
    var createdMembers: [ChangeID: MemberID] = [:]
    /// The groups that group.create changes made.
    var createdGroups: [ChangeID: GroupID] = [:]
    /// Changes that the service had not finished.
    var unfinishedChanges: Set<ChangeID> = []
    /// Members who cannot join groups, because this change of theirs was not carried out.
    var unavailableMembers: [MemberID: ChangeID] = [:]
    /// The groups in which recovered members are again.
    var recoveredGroups: [MemberID: Set<GroupID>] = [:]

    /// The group's ID; `nil` when the change that creates it was not carried out.
    func resolve(_ group: GroupReference) -> GroupID? {
        switch group {
        case .existing(let id): id
        case .created(let change): createdGroups[change]
        }
    }

    /// The member's ID, or the change for want of which there is none.
    func resolve(_ member: MemberReference) -> Result<MemberID, MissingMember> {
        switch member {
        case .existing(let id):
            if let change = unavailableMembers[id] { return .failure(missing(for: change)) }
            return .success(id)
        case .created(let change):
            guard let id = createdMembers[change] else { return .failure(missing(for: change)) }
            return .success(id)
        }
    }

    private func missing(for change: ChangeID) -> MissingMember {
        let isUnfinished = unfinishedChanges.contains(change)
        return MissingMember(change: change, fate: isUnfinished ? "is not finished" : "was not carried out")
    }

    /// A member is not there, because of what became of this change.
    struct MissingMember: Error {
        let change: ChangeID
        /// What became of it, as the end of a sentence.
        let fate: String
    }
}

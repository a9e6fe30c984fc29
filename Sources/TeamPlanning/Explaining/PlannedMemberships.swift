/// What a change of memberships does, person by person.
struct PlannedMemberships {
    private let change: ChangeID
    private var outcomes: [FoldedName: Explanation.MembershipFact.Outcome] = [:]

    /// What the change does to one membership.
    struct Entry {
        let change: ChangeID
        let outcome: Explanation.MembershipFact.Outcome
    }

    init(_ change: Change) {
        self.change = change.id
        guard case .changeMembers(let members) = change.operation else { return }
        for person in members.add { outcomes[FoldedName(person.email)] = .add }
        for person in members.remove { outcomes[FoldedName(person.email)] = .remove }
        for person in members.setAccess { outcomes[FoldedName(person.email)] = .setAccess }
    }

    subscript(_ email: String) -> Entry? {
        outcomes[FoldedName(email)].map { Entry(change: change, outcome: $0) }
    }
}

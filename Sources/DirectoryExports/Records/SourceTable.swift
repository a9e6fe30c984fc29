/// Where a format keeps the attributes of people and groups: per attribute the candidates, the best first.
struct SourceTable: Sendable {
    var candidates: [StarterAttribute: [FieldPath]] = [:]
    /// The field by which other records name a person; `nil` when they do so by email.
    var reference: FieldPath?
    /// The field by whose text records are sorted.
    var userOrder: [FieldPath] = []
    var groupOrder: [FieldPath] = []
    /// Whether a record that does not speak of its status is one of an active account.
    var isActiveByDefault = false
    /// How groups name their members.
    var memberships: [Membership] = []

    /// A field of groups and the field of people that its texts repeat.
    struct Membership: Sendable {
        let group: FieldPath
        let user: FieldPath
    }

    init(_ candidates: [StarterAttribute: [String]]) {
        self.candidates = candidates.mapValues { $0.map(FieldPath.init) }
    }

    /// The table in which chosen sources stand in for the candidates.
    func overridden(by sources: [StarterAttribute: String]) -> SourceTable {
        var table = self
        for (attribute, text) in sources { table.candidates[attribute] = [FieldPath(text)] }
        return table
    }

    subscript(_ attribute: StarterAttribute) -> [FieldPath] { candidates[attribute] ?? [] }
}

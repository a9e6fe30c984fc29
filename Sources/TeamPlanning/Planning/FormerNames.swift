/// The records that name a live object as what they were called before, tombstones aside.
///
/// What no record matches and one of these names is neither deprovisioned nor deleted: it may be what the record is about.
struct FormerNames {
    /// The first record, in the order of planning, that has a name among its previous ones.
    private var records: [FoldedName: Int] = [:]

    /// The records of users, by their `previous_emails`.
    init(ofUsers context: PlanningContext) {
        for user in context.userOrder where context.userLifecycles[user] != .absent {
            add(context.manifests.users[user].previousEmails, of: user)
        }
    }

    /// The records of groups, by their `previous_names`.
    init(ofGroups context: PlanningContext) {
        for record in context.groupOrder where context.manifests.groups[record].lifecycle != .absent {
            add(context.manifests.groups[record].previousNames, of: record)
        }
    }

    private mutating func add(_ names: [String], of record: Int) {
        for name in names where records[FoldedName(name)] == nil { records[FoldedName(name)] = record }
    }

    /// The first of an object's names that a record had before, and the record.
    func record(of names: [String]) -> (name: String, record: Int)? {
        if records.isEmpty { return nil }
        for name in names { if let record = records[FoldedName(name)] { return (name, record) } }
        return nil
    }
}

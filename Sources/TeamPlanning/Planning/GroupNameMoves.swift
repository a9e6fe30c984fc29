/// Group names move along chains: whoever takes a name waits for the group that gives it up. A cycle is broken with a
/// temporary name; a name that only a deletion frees makes that deletion come first.
struct GroupNameMoves {
    private var drafts: [ChangeDraft?]
    private var findings: [Finding] = []
    private let context: PlanningContext
    private let groups: GroupPlanning
    private var graph = WaitGraph()
    /// Drafts whose name is held by a group that keeps it.
    private var stuck: Set<Int> = []
    private lazy var namesInUse = Set(context.groupNames).union(context.live.groups.map { FoldedName($0.name) })

    /// Makes drafts wait for each other, and takes the names out that no group can get.
    static func settle(_ context: PlanningContext, groups: GroupPlanning, _ drafts: inout [ChangeDraft?]) -> [Finding] {
        var moves = GroupNameMoves(context, groups: groups)
        swap(&moves.drafts, &drafts)
        moves.settle()
        swap(&moves.drafts, &drafts)
        return moves.findings
    }

    private init(_ context: PlanningContext, groups: GroupPlanning) {
        self.context = context
        self.groups = groups
        drafts = []
    }

    private mutating func settle() {
        connect()
        for index in stuck.sorted() { refuse(index, because: "the group that has it keeps it") }
        for index in graph.waiting(for: stuck) { refuse(index, because: "the group that has it cannot give it up") }
        let cycles = graph.cycles()
        for (waiter, other) in graph.waits where drafts[waiter]?.operation.wantedName != nil {
            drafts[waiter]?.needs.append(other)
        }
        for cycle in cycles { breakUp(cycle) }
    }

    private mutating func connect() {
        for (index, draft) in drafts.enumerated() {
            guard let name = draft?.operation.wantedName else { continue }
            let folded = FoldedName(name)
            let holders = (context.index.groupsByName[folded] ?? []).filter { groups.updateOfGroup[$0] != index }
            guard let holder = holders.first else { continue }
            if holders.count == 1, let freeing = freeing(holder, folded) {
                graph.waits[index] = freeing
                if drafts[freeing]?.action == .groupDelete { drafts[freeing]?.stage = .freeNames }
            } else {
                stuck.insert(index)
            }
        }
    }

    /// The draft by which a group gives up its name.
    private func freeing(_ group: Int, _ name: FoldedName) -> Int? {
        if let deletion = groups.deletionOfGroup[group] { return deletion }
        guard let update = groups.updateOfGroup[group], let new = drafts[update]?.operation.wantedName,
            FoldedName(new) != name
        else { return nil }
        return update
    }

    /// Takes the name out of a draft; a creation, or an update that would be empty, goes with it.
    private mutating func refuse(_ index: Int, because reason: String) {
        guard var draft = drafts[index] else { return }
        findings.append(
            Finding(
                .error,
                .valueTaken,
                "group \(draft.resource.name) cannot get this name: \(reason)",
                remedy: "rename or remove the other group first",
                resource: draft.resource.description,
                at: draft.source
            )
        )
        guard case .updateGroup(let id, var update) = draft.operation else {
            drafts[index] = nil
            return
        }
        update.name = nil
        draft.operation = .updateGroup(id, update)
        draft.before?.removeAll { $0.name == "name" }
        draft.after?.removeAll { $0.name == "name" }
        drafts[index] = update.isEmpty ? nil : draft
    }

    // MARK: Cycles

    /// Moves the first group of a cycle to a temporary name, so that the one that waits for it can go on.
    private mutating func breakUp(_ cycle: [Int]) {
        guard let first = cycle.first, let last = cycle.last, var draft = drafts[first],
            case .updateGroup(let id, _) = draft.operation,
            let oldName = draft.before?.first(where: { $0.name == "name" })?.value
        else { return }
        let temporary = temporaryName(for: draft.resource.name)
        var update = GroupUpdate()
        update.name = temporary
        var move = ChangeDraft(
            .groupUpdate,
            draft.resource,
            .updateGroup(id, update),
            stage: .updateGroups,
            reason: "a temporary name, because groups exchange names",
            source: draft.source
        )
        move.idSuffix = "#temporary-name"
        move.before = [Field("name", oldName)]
        move.after = [Field("name", .text(temporary))]
        let moveIndex = drafts.count
        drafts.append(move)
        draft.before = draft.before?.map { $0.name == "name" ? Field("name", .text(temporary)) : $0 }
        draft.needs.append(moveIndex)
        drafts[first] = draft
        drafts[last]?.needs.removeAll { $0 == first }
        drafts[last]?.needs.append(moveIndex)
    }

    private mutating func temporaryName(for name: String) -> String {
        var candidate = "\(name) (moving)"
        var number = 2
        while !namesInUse.insert(FoldedName(candidate)).inserted {
            candidate = "\(name) (moving \(number))"
            number += 1
        }
        return candidate
    }
}

extension Operation {
    /// The group name that the operation takes.
    fileprivate var wantedName: String? {
        switch self {
        case .createGroup(let group): group.name
        case .updateGroup(_, let update): update.name
        default: nil
        }
    }
}

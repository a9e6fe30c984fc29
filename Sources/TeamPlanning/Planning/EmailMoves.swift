/// Emails move along chains: whoever takes an email waits for the one who gives it up.
struct EmailMoves {
    private var drafts: [ChangeDraft?]
    private var findings: [Finding] = []
    private let context: PlanningContext
    private let users: UserPlanning
    private var graph = WaitGraph()
    /// Drafts whose email is held by a member who keeps it.
    private var stuck: Set<Int> = []

    /// Makes drafts wait for each other, and takes the emails out that nobody can get.
    static func settle(_ context: PlanningContext, users: UserPlanning, _ drafts: inout [ChangeDraft?]) -> [Finding] {
        var moves = EmailMoves(context, users: users)
        swap(&moves.drafts, &drafts)
        moves.settle()
        swap(&moves.drafts, &drafts)
        return moves.findings
    }

    private init(_ context: PlanningContext, users: UserPlanning) {
        self.context = context
        self.users = users
        drafts = []
    }

    private mutating func settle() {
        for (index, draft) in drafts.enumerated() {
            guard let draft, let holder = holder(ofEmailWantedBy: draft.operation) else { continue }
            if let freeing = freeing(holder) { graph.waits[index] = freeing } else { stuck.insert(index) }
        }
        let cycles = graph.cycles()
        for cycle in cycles { refuse(cycle: cycle) }
        for index in stuck.sorted() { refuse(index, because: "the member who has it keeps it") }
        for index in graph.waiting(for: stuck.union(cycles.joined())) {
            refuse(index, because: "the member who has it cannot give it up")
        }
        for (waiter, other) in graph.waits where drafts[waiter]?.operation.wantedEmail != nil {
            drafts[waiter]?.needs.append(other)
        }
    }

    private func holder(ofEmailWantedBy operation: Operation) -> Int? {
        guard let email = operation.wantedEmail else { return nil }
        return context.index.holder(ofEmail: FoldedName(email))
    }

    /// The draft by which a member gives up their email.
    private func freeing(_ member: Int) -> Int? {
        guard let update = users.updateOfMember[member], drafts[update]?.operation.wantedEmail != nil else {
            return nil
        }
        return update
    }

    private mutating func refuse(cycle: [Int]) {
        let emails = cycle.compactMap { drafts[$0]?.resource.name }.joined(separator: ", ")
        for index in cycle {
            find(
                index,
                .emailCycle,
                "cannot get this email: \(emails) move in a circle",
                "move one of them to a temporary email in an apply of its own"
            )
            dropEmail(index)
        }
    }

    private mutating func refuse(_ index: Int, because reason: String) {
        find(
            index,
            .valueTaken,
            "cannot get this email: \(reason)",
            "change the other member's record first, or remove them"
        )
        dropEmail(index)
    }

    /// Takes the email out of a draft; a creation, or an update that would be empty, goes with it.
    private mutating func dropEmail(_ index: Int) {
        guard var draft = drafts[index], case .updateUser(let id, var update) = draft.operation else {
            drafts[index] = nil
            return
        }
        update.email = nil
        draft.operation = .updateUser(id, update)
        draft.before?.removeAll { $0.name == "email" }
        draft.after?.removeAll { $0.name == "email" }
        drafts[index] = update.isEmpty ? nil : draft
    }

    private mutating func find(_ index: Int, _ code: FindingCode, _ problem: String, _ remedy: String) {
        guard let draft = drafts[index] else { return }
        findings.append(
            Finding(
                .error,
                code,
                "user \(draft.resource.name) \(problem)",
                remedy: remedy,
                resource: draft.resource.description,
                at: draft.source
            )
        )
    }
}

extension Operation {
    /// The email that the operation takes.
    fileprivate var wantedEmail: String? {
        switch self {
        case .createUser(let user): user.email
        case .updateUser(_, let update): update.email
        default: nil
        }
    }
}

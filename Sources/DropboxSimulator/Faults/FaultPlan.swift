/// Which call is hit by which fault: a function of the seed, the number of the call and its route.
struct FaultPlan: Sendable {
    private let seed: UInt64
    private let chances: [(kind: FaultKind, probability: Double)]

    init(_ faults: [SimulatedFault], seed: Int) {
        self.seed = UInt64(bitPattern: Int64(seed))
        chances = faults.compactMap { fault in
            guard case .probability(let probability) = fault.amount else { return nil }
            return (fault.kind, probability)
        }
    }

    /// What hits a call; nil for most. One call is hit by one fault at most: the first that strikes, in the order given.
    ///
    /// - Parameters:
    ///   - number: the number of the call, in the order of arrival.
    ///   - route: the route's name, such as `team/members/add_v2`.
    func incident(ofCall number: Int, on route: String) -> Incident? {
        guard !chances.isEmpty else { return nil }
        var generator = SeededGenerator(seed: seed, stream: UInt64(truncatingIfNeeded: number))
        for chance in chances {
            if let incident = Self.incident(chance.kind, chance.probability, on: route, &generator) { return incident }
        }
        return nil
    }

    private static func incident(
        _ kind: FaultKind,
        _ probability: Double,
        on route: String,
        _ generator: inout SeededGenerator
    ) -> Incident? {
        switch kind {
        case .partialAdd:
            let refused = MembersAdd.positions.filter { _ in generator.hits(probability) }
            return refused.isEmpty || route != MembersAdd.route ? nil : .partialAdd(refused: Set(refused))
        case .jobError:
            return generator.hits(probability) && JobTable.isPoll(route) ? .jobError : nil
        case .tooManyRequests: return generator.hits(probability) ? .refusal(.tooManyRequests(&generator)) : nil
        case .serverError: return generator.hits(probability) ? .refusal(.serverError(&generator)) : nil
        case .reset: return generator.hits(probability) ? .reset : nil
        case .lostReply: return generator.hits(probability) ? .lostReply : nil
        case .truncate: return generator.hits(probability) ? .truncate : nil
        case .slow, .staleRead, .expireToken, .async: return nil
        }
    }
}

/// What happens to one call.
enum Incident: Sendable, Equatable {
    /// Nothing is done, and this is the answer.
    case refusal(Refusal)
    /// Nothing is done, and the connection is reset.
    case reset
    /// The answer never leaves.
    case lostReply
    /// The answer breaks off.
    case truncate
    /// A poll learns nothing.
    case jobError
    /// The persons at these positions are not invited.
    case partialAdd(refused: Set<Int>)

    var kind: FaultKind {
        switch self {
        case .refusal(let refusal): refusal.kind
        case .reset: .reset
        case .lostReply: .lostReply
        case .truncate: .truncate
        case .jobError: .jobError
        case .partialAdd: .partialAdd
        }
    }
}

import TeamPlanning

extension ExplanationReport.Step: Codable {
    /// The kinds of step; each is also the field that holds what the step tells.
    private enum Kind: String, CodingKey, Codable {
        case record, filter, values, match, live, transition, candidacy, protection, changes, memberships, findings
        case gates
        case noRecord = "no_record"
    }

    private enum Header: String, CodingKey {
        case step
    }

    /// Reads a step by its kind.
    public init(from decoder: any Decoder) throws {
        let kind = try decoder.container(keyedBy: Header.self).decode(Kind.self, forKey: .step)
        let container = try decoder.container(keyedBy: Kind.self)
        func told<Value: Decodable>() throws -> Value { try container.decode(Value.self, forKey: kind) }
        self =
            switch kind {
            case .record: .record(try told())
            case .noRecord: .noRecord
            case .filter: .filter(try told())
            case .values: .values(try told())
            case .match: .match(try told())
            case .live: .live(try told())
            case .transition: .transition(try told())
            case .candidacy: .candidacy(try told())
            case .protection: .protection(try told())
            case .changes: .changes(try told())
            case .memberships: .memberships(try told())
            case .findings: .findings(try told())
            case .gates: .gates(try told())
            }
    }

    /// Writes a step with its kind.
    public func encode(to encoder: any Encoder) throws {
        func tell(_ kind: Kind, _ value: (any Encodable)? = nil) throws {
            var header = encoder.container(keyedBy: Header.self)
            try header.encode(kind, forKey: .step)
            guard let value else { return }
            var container = encoder.container(keyedBy: Kind.self)
            try container.encode(value, forKey: kind)
        }
        switch self {
        case .record(let record): try tell(.record, record)
        case .noRecord: try tell(.noRecord)
        case .filter(let result): try tell(.filter, result)
        case .values(let values): try tell(.values, values)
        case .match(let match): try tell(.match, match)
        case .live(let live): try tell(.live, live)
        case .transition(let transition): try tell(.transition, transition)
        case .candidacy(let candidacy): try tell(.candidacy, candidacy)
        case .protection(let reasons): try tell(.protection, reasons)
        case .changes(let changes): try tell(.changes, changes)
        case .memberships(let memberships): try tell(.memberships, memberships)
        case .findings(let findings): try tell(.findings, findings)
        case .gates(let gates): try tell(.gates, gates)
        }
    }
}

// The planning types that stand in explanations under their own raw values.
extension DesiredStatus: Codable {}
extension Lifecycle: Codable {}
extension LivePresence: Codable {}
extension UserTransition: Codable {}
extension MatchBasis: Codable {}
extension Explanation.FilterResult.Part: Codable {}
extension Explanation.Candidacy.Verdict: Codable {}
extension Explanation.MembershipFact.Side: Codable {}
extension Explanation.MembershipFact.Outcome: Codable {}

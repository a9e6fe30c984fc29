public import Reconciliation
public import TeamPlanning

// The planning types that stand in reports under their own raw values.
extension Action: Codable {}
extension Severity: Codable {}
extension GateVerdict.Verdict: Codable {}
extension GroupAccess: Codable {}
extension GroupManagement: Codable {}
extension ChangeOutcome.Status: Codable {}

extension FieldValue: Codable {
    /// Reads `null`, a string, a Boolean or a whole number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .none
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    /// Writes `null`, a string, a Boolean or a whole number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .none: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        }
    }
}

extension Resource: Codable {
    /// Reads `user:<email>` or `group:<name>`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let resource = Resource(description: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "neither user: nor group:")
        }
        self = resource
    }

    /// Writes `user:<email>` or `group:<name>`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// One fault that a simulator is asked for: what goes wrong, and how often or how much.
public struct SimulatedFault: Sendable, Equatable {
    /// What goes wrong.
    public let kind: FaultKind
    let amount: Amount

    enum Amount: Sendable, Equatable {
        case probability(Double)
        case duration(Duration)
        case count(Int)
    }

    /// Reads a specification.
    ///
    /// - Parameter specification: name and number, such as `429:0.1`, `slow:200ms`, `stale-read:2s` or `expire-token:50`.
    /// - Throws: ``FaultSpecificationError`` if there is no such fault, or the number is none of its kind.
    public init(_ specification: String) throws(FaultSpecificationError) {
        let parts = specification.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = parts.first.flatMap({ FaultKind(rawValue: String($0)) }) else {
            throw FaultSpecificationError(specification: specification, kind: nil)
        }
        guard parts.count == 2, let amount = Self.amount(kind.amount, parts[1]) else {
            throw FaultSpecificationError(specification: specification, kind: kind)
        }
        self.kind = kind
        self.amount = amount
    }

    /// The specification that means this fault.
    public var specification: String {
        switch amount {
        case .probability(let probability): "\(kind.rawValue):\(probability)"
        case .duration(let duration): "\(kind.rawValue):\(duration.milliseconds)ms"
        case .count(let count): "\(kind.rawValue):\(count)"
        }
    }

    private static func amount(_ amount: FaultKind.Amount, _ text: Substring) -> Amount? {
        switch amount {
        case .probability:
            guard isDecimal(text), let value = Double(text), (0...1).contains(value) else { return nil }
            return .probability(value)
        case .duration:
            return duration(text).map(Amount.duration)
        case .count:
            guard isWhole(text), let value = Int(text), (1...mostCalls).contains(value) else { return nil }
            return .count(value)
        }
    }

    private static let mostCalls = 1_000_000
    private static let longestMilliseconds = 3_600_000

    private static func duration(_ text: Substring) -> Duration? {
        let isMilliseconds = text.hasSuffix("ms")
        guard isMilliseconds || text.hasSuffix("s") else { return nil }
        let number = text.dropLast(isMilliseconds ? 2 : 1)
        guard isWhole(number), let value = Int(number), value <= longestMilliseconds else { return nil }
        let milliseconds = isMilliseconds ? value : value * 1000
        return milliseconds <= longestMilliseconds ? .milliseconds(milliseconds) : nil
    }

    private static func isWhole(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isDecimal(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy(isWhole)
    }
}

extension Duration {
    fileprivate var milliseconds: Int { Int((self / .milliseconds(1)).rounded()) }
}

/// A fault that cannot be asked for.
public struct FaultSpecificationError: Error, Equatable, CustomStringConvertible {
    /// What was asked for. It has to be escaped where it is printed.
    public let specification: String
    /// The kind of fault if there is one of that name; then its number is wrong.
    public let kind: FaultKind?

    /// One sentence with what is wrong, and what there is.
    public var description: String {
        guard let kind else {
            let known = FaultKind.allCases.map(\.form).joined(separator: ", ")
            return "there is no fault \"\(specification)\"; use one of \(known)"
        }
        switch kind.amount {
        case .probability:
            return "\"\(specification)\" needs a share of the calls from 0 to 1, such as \(kind.rawValue):0.1"
        case .duration:
            return
                "\"\(specification)\" needs a time up to one hour, such as \(kind.rawValue):200ms or \(kind.rawValue):2s"
        case .count:
            return "\"\(specification)\" needs a whole number from 1 to 1000000, such as \(kind.rawValue):3"
        }
    }
}

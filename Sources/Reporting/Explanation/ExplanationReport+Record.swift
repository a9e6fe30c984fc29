public import TeamPlanning

extension ExplanationReport {
    /// A record of the manifests.
    public struct Record: Codable, Hashable, Sendable {
        /// Where it stands.
        public var source: PlanReport.Source
        /// The provisioning rule that it belongs to.
        public var rule: String
        /// Where the rule's mapping stands; left out for a record without mapping.
        public var mapping: PlanReport.Source?
        /// A filter of the rule leaves the record out.
        public var leftOut: Bool
        /// `managed`, `released` or `absent`; left out for a record that is left out.
        public var lifecycle: Lifecycle?

        private enum CodingKeys: String, CodingKey {
            case source, rule, mapping, lifecycle
            case leftOut = "left_out"
        }
    }

    /// What one filter said of a record.
    public struct FilterResult: Codable, Hashable, Sendable {
        /// The mapping that holds the filter.
        public var rule: String
        /// What the filter scopes: the `rule`, or its `users` or `groups` alone.
        public var scopes: Explanation.FilterResult.Part
        /// Where the mapping stands.
        public var source: PlanReport.Source
        /// The filter in its plainest spelling.
        public var filter: String
        /// Whether the record passed.
        public var fulfilled: Bool
        /// The filter's single comparisons, in order.
        public var conditions: [Condition]

        /// One comparison of a filter.
        public struct Condition: Codable, Hashable, Sendable {
            /// The comparison in its plainest spelling.
            public var condition: String
            /// Whether it holds.
            public var holds: Bool
            /// The values that the record has for the attribute.
            public var found: [String]
        }
    }

    /// One attribute that the record manages.
    public struct Value: Codable, Hashable, Sendable {
        /// The attribute's name in manifests.
        public var attribute: String
        /// What is wanted.
        public var value: Content
        /// Where a mapping takes it from; left out without mapping.
        public var origin: Origin?

        /// What is wanted: a text, a yes or no, a count of people, or a list of texts.
        public enum Content: Hashable, Sendable {
            /// One value.
            case field(FieldValue)
            /// Several texts.
            case list([String])
        }

        /// Where a mapping takes a value from.
        public struct Origin: Codable, Hashable, Sendable {
            /// The source as a sentence names it, such as `the field "mail"`.
            public var source: String
            /// What stood there before transforms and cases, where that is a plain value.
            public var raw: String?
        }
    }
}

extension ExplanationReport.Record {
    init(_ record: Explanation.Record) {
        self.init(
            source: PlanReport.Source(record.location),
            rule: record.rule.rawValue,
            mapping: record.mapping.map(PlanReport.Source.init),
            leftOut: record.isLeftOut,
            lifecycle: record.lifecycle
        )
    }
}

extension ExplanationReport.FilterResult {
    init(_ result: Explanation.FilterResult) {
        self.init(
            rule: result.rule.rawValue,
            scopes: result.part,
            source: PlanReport.Source(result.location),
            filter: result.filter,
            fulfilled: result.isFulfilled,
            conditions: result.conditions.map { Condition(condition: $0.text, holds: $0.isTrue, found: $0.found) }
        )
    }
}

extension ExplanationReport.Value {
    init(_ value: Explanation.Value) {
        let origin = value.origin.map { Origin(source: $0.source, raw: $0.raw) }
        let content: Content =
            switch value.content {
            case .text(let text): .field(.text(text))
            case .flag(let flag): .field(.flag(flag))
            case .count(let count): .field(.number(count))
            case .list(let list): .list(list)
            }
        self.init(attribute: value.attribute, value: content, origin: origin)
    }
}

extension ExplanationReport.Value.Content: Codable {
    /// Reads a list of strings, or one value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let list = try? container.decode([String].self) {
            self = .list(list)
        } else {
            self = .field(try container.decode(FieldValue.self))
        }
    }

    /// Writes a list of strings, or one value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .field(let value): try container.encode(value)
        case .list(let list): try container.encode(list)
        }
    }
}

extension PlanReport.Source {
    init(_ location: SourceLocation) {
        self.init(file: location.file, line: location.line, column: location.column)
    }
}

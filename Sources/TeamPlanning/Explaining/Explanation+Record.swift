extension Explanation {
    /// A record of the manifests.
    public struct Record: Sendable, Equatable {
        /// Where it stands.
        public let location: SourceLocation
        /// The provisioning rule that it belongs to.
        public let rule: RuleName
        /// Where the rule's mapping stands; `nil` for a record without mapping.
        public let mapping: SourceLocation?
        /// A filter of the rule leaves the record out, so nothing of it is desired.
        public let isLeftOut: Bool
        /// Whether the record is kept, released or a tombstone; `nil` for one that is left out.
        public let lifecycle: Lifecycle?
    }

    /// What one filter said of a record.
    public struct FilterResult: Sendable, Equatable {
        /// The mapping that holds the filter.
        public let rule: RuleName
        /// What the filter scopes.
        public let part: Part
        /// Where the mapping stands.
        public let location: SourceLocation
        /// The filter in its plainest spelling.
        public let filter: String
        /// Whether the record passed.
        public let isFulfilled: Bool
        /// The filter's single comparisons, in order.
        public let conditions: [Condition]

        /// What a filter of a mapping scopes.
        public enum Part: String, Sendable {
            /// The records of the parts that have no filter of their own.
            case rule
            /// The records of users.
            case users
            /// The records of groups.
            case groups
        }
    }

    /// One comparison of a filter.
    public struct Condition: Sendable, Equatable {
        /// The comparison in its plainest spelling.
        public let text: String
        /// Whether it holds.
        public let isTrue: Bool
        /// The values that the record has for the attribute; none when it is missing.
        public let found: [String]
    }

    /// One attribute that the record manages.
    public struct Value: Sendable, Equatable {
        /// The attribute's name in manifests, such as `given_name`.
        public let attribute: String
        /// What is wanted.
        public let content: Content
        /// Where a mapping takes it from; `nil` without mapping.
        public let origin: Origin?

        /// A wanted value.
        public enum Content: Sendable, Equatable {
            /// A text.
            case text(String)
            /// A yes or no.
            case flag(Bool)
            /// Several texts.
            case list([String])
            /// How many people a list names.
            case count(Int)
        }
    }

    /// Where a mapping takes a value from.
    public struct Origin: Sendable, Equatable {
        /// The source as a sentence names it, such as `the field "mail"`.
        public let source: String
        /// What stood there before transforms and cases, where that is a plain value.
        public let raw: String?
    }
}

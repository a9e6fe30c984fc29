/// The value of one attribute in a change's `before` or `after`.
public enum FieldValue: Hashable, Sendable {
    /// There is no value.
    case none
    /// A text.
    case text(String)
    /// A yes or no.
    case flag(Bool)
    /// A whole number.
    case number(Int)

    /// A text, or ``none``.
    public init(_ text: String?) {
        self = text.map(FieldValue.text) ?? .none
    }

    /// A yes or no, or ``none``.
    public init(_ flag: Bool?) {
        self = flag.map(FieldValue.flag) ?? .none
    }
}

/// One attribute and its value.
public struct Field: Hashable, Sendable {
    /// The attribute's name in manifests and plans, such as `given_name`.
    public let name: String
    /// The value.
    public let value: FieldValue

    /// Pairs a name with a value.
    public init(_ name: String, _ value: FieldValue) {
        self.name = name
        self.value = value
    }
}

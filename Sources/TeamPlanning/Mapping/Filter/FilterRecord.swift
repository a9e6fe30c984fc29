/// Something that a filter can be asked about.
public protocol FilterRecord {
    /// The values of an attribute: several for a list, none when it is missing or null.
    ///
    /// The path holds one name per level; names are compared without regard to letter case.
    func values(at path: [String]) -> [FilterValue]
}

/// One value of an attribute.
public enum FilterValue: Sendable, Equatable {
    /// Text, compared without regard to letter case. Points in time are text as well: those of RFC 3339 sort as text.
    case string(String)
    /// A number, compared by value.
    case number(DecimalNumber)
    /// A Boolean, which is only equal or not.
    case bool(Bool)
    /// A value with sub-attributes of its own, which is only present or not.
    case complex
}

/// A flat record, such as the attributes of a live member.
public struct AttributeRecord: FilterRecord, Sendable {
    private var attributes: [String: [FilterValue]] = [:]

    /// An empty record.
    public init() {}

    /// The values of an attribute; none when it is missing.
    public subscript(_ name: String) -> [FilterValue] {
        get { attributes[caseFolded(name)] ?? [] }
        set { attributes[caseFolded(name)] = newValue }
    }

    /// The values of an attribute. A path of several names leads nowhere, since the record is flat.
    public func values(at path: [String]) -> [FilterValue] {
        guard let name = path.first, path.count == 1 else { return [] }
        return self[name]
    }
}

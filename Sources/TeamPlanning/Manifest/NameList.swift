/// The people whom a group's record lists, each with the place where they stand.
///
/// A large team's groups name hundreds of thousands. The names stand side by side in memory, as planning reads them:
/// a list of strings would scatter them.
public struct NameList: Sendable, Equatable {
    private(set) var names = PackedNames()
    private var places: [SourceLocation] = []

    /// Lists names in their order.
    public init(_ names: some Sequence<Located<String>>) {
        for name in names { append(name) }
    }

    /// Adds a name at the end.
    public mutating func append(_ name: Located<String>) {
        names.append(name.value.utf8)
        places.append(name.location)
    }
}

extension NameList: RandomAccessCollection {
    /// The position of the first name.
    public var startIndex: Int { 0 }
    /// The position after the last name.
    public var endIndex: Int { places.count }
    /// One name with its place.
    public subscript(position: Int) -> Located<String> {
        Located(names[position], at: places[position])
    }
}

extension NameList: ExpressibleByArrayLiteral {
    /// Lists the names of a literal.
    public init(arrayLiteral names: Located<String>...) { self.init(names) }
}

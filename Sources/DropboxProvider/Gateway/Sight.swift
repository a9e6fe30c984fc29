/// What the team shows of a change that Dropbox refused, or gave no usable answer to.
enum Sight<Value> {
    /// All is as wanted, whoever did it; this is what the write would have returned.
    case asWanted(Value)
    /// All is as it was: the write did nothing, or the reading is old. It contradicts a refusal that says “already so”.
    case asBefore
    /// Part is as wanted, and the write was narrowed down to the rest.
    case partly
    /// The object is another one than the plan showed, and the words say in what: nothing is to be done to it.
    case another(String)
    /// The team is in a third state, which explains a refusal; the words say what was found, where that helps.
    case otherwise(String? = nil)

    func map<Other>(_ transform: (Value) -> Other) -> Sight<Other> {
        switch self {
        case .asWanted(let value): .asWanted(transform(value))
        case .asBefore: .asBefore
        case .partly: .partly
        case .another(let difference): .another(difference)
        case .otherwise(let found): .otherwise(found)
        }
    }
}

extension Sight<Void> {
    /// As wanted or as before, where there is no third state.
    init(isAsWanted: Bool) { self = isAsWanted ? .asWanted(()) : .asBefore }
}

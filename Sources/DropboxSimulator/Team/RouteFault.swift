/// An error that the specification of a route declares, answered with status 409.
struct RouteFault: Error, Equatable {
    /// The union's tag.
    let tag: String
    /// The payload of a variant that lists IDs or emails.
    let listed: [String]?

    init(_ tag: String, listing values: [String]? = nil) {
        self.tag = tag
        self.listed = values
    }

    var json: JSONValue {
        guard let listed else { return .tag(tag) }
        return .tag(tag, .array(listed.map(JSONValue.string)))
    }
}

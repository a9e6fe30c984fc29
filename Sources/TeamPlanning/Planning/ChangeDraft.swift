/// A change before its order is known. Other drafts refer to it by its position.
struct ChangeDraft {
    var action: Action
    var resource: Resource
    var before: [Field]?
    var after: [Field]?
    var options: [Field] = []
    var reason: String
    var isDestructive = false
    var isIrreversible = false
    var source: SourceLocation?
    var operation: Operation
    var stage: Stage
    var memberCount: MemberCount?
    /// The member who is suspended or removed.
    var member: Member?
    /// Drafts that have to come first.
    var needs: [Int] = []
    /// Told apart from another change of the same action and resource.
    var idSuffix = ""

    init(
        _ action: Action,
        _ resource: Resource,
        _ operation: Operation,
        stage: Stage,
        reason: String,
        source: SourceLocation? = nil
    ) {
        self.action = action
        self.resource = resource
        self.operation = operation
        self.stage = stage
        self.reason = reason
        self.source = source
    }

    /// The ID of the only change of an action and resource.
    static func id(_ action: Action, _ resource: Resource) -> ChangeID {
        ChangeID("\(action.rawValue):\(resource.name)")
    }

    /// The ID of this change.
    var id: ChangeID { ChangeID(Self.id(action, resource).rawValue + idSuffix) }
}

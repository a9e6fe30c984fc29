/// All manifests of a workspace, merged: what people wrote, checked on its own and across files.
public struct Manifests: Sendable, Equatable {
    /// How the team is reached.
    public var connection = Connection()
    /// What roster may do.
    public var policy = Policy()
    /// The people, in the order of their locations.
    public var users: [DesiredUser] = []
    /// The groups, in the order of their locations.
    public var groups: [DesiredGroup] = []
    /// The names of all provisioning rules. `default` is one where a Users manifest has no mapping, be it of no records: a
    /// folder without any has lost it, like a rule whose mapping is gone.
    public var rules: Set<RuleName> = []

    /// An empty workspace.
    public init() {}
}

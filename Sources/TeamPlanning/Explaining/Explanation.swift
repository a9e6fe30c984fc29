/// Why one user or group is planned as they are: the steps from the manifest to the gates, in order.
///
/// Texts are raw; whoever prints one escapes it for the place where it is printed.
public struct Explanation: Sendable, Equatable {
    /// The name that was asked for.
    public let name: String
    /// The object that was found: its desired name, else its live one.
    public let resource: Resource
    /// The steps in order.
    public let steps: [Step]

    /// One step.
    public enum Step: Sendable, Equatable {
        /// A record of the manifests names the object.
        case record(Record)
        /// No record of the manifests names the object.
        case noRecord
        /// What a filter said of the record before.
        case filter(FilterResult)
        /// What the record wants.
        case values([Value])
        /// Which live object the record means.
        case match(Match)
        /// The live object.
        case live(LiveObject)
        /// What the user state machine decides.
        case transition(Transition)
        /// Whether the live object is one to deprovision or delete.
        case candidacy(Candidacy)
        /// Why the object is never suspended, removed, demoted, renamed or deleted; each the end of a sentence.
        case protection([String])
        /// What is planned for the object itself; nothing when empty.
        case changes([Change])
        /// The object's memberships, one by one.
        case memberships([MembershipFact])
        /// What was found about the object.
        case findings([Finding])
        /// The gates that refuse or ask because of what is planned here.
        case gates([GateVerdict])
    }
}

/// Why a name cannot be explained.
public enum ExplanationError: Error, Sendable, Hashable {
    /// Neither the manifests nor the team know the name; these are the nearest that they know.
    case unknownName(nearest: [String])
    /// The team has several groups of this name, and no record says which is meant; these are their IDs.
    case ambiguousName(groups: [GroupID])
}

/// A moment in the life of one call, for those who watch: a test that ends a client just before or just after its effect.
public struct CallMoment: Sendable, Equatable {
    /// The number of the call, counted from 1 in the order of arrival. Calls that a fault hits count too.
    public let number: Int
    /// The route's name without version prefix, such as `team/members/add_v2` or `oauth2/token`.
    public let route: String
    /// How far the call is.
    public let stage: Stage

    /// How far a call is.
    public enum Stage: Sendable {
        /// It has arrived, and nothing is done yet.
        case arrived
        /// What it asks for is done and saved, or refused, and nothing is answered yet.
        case done
    }
}

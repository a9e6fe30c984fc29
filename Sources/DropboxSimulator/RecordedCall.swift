/// One answered call: what tests look at to see which routes a client used, in which order, and what they changed.
public struct RecordedCall: Sendable, Equatable {
    /// The route's name without version prefix, such as `team/members/add_v2` or `oauth2/token`.
    public let route: String
    /// The HTTP status of the answer, also of one that a fault kept from arriving; 0 if the connection was reset before
    /// there was any.
    public let status: Int
    /// What the call changed; empty for reads and refused calls.
    public let effects: [Effect]
    /// The fault that hit the call. Slowness and jobs that take their time hit all alike and are not noted.
    public let fault: FaultKind?

    init(route: String, status: Int, effects: [Effect], fault: FaultKind? = nil) {
        self.route = route
        self.status = status
        self.effects = effects
        self.fault = fault
    }

    /// One change of the team.
    public enum Effect: Sendable, Equatable {
        /// A member was invited.
        case invited(member: String)
        /// A member's profile changed.
        case profileChanged(member: String)
        /// A member's role changed.
        case roleChanged(member: String)
        /// A member was suspended, with or without wiping the devices.
        case suspended(member: String, wiped: Bool)
        /// A member was unsuspended.
        case unsuspended(member: String)
        /// A member was removed, with or without wiping the devices; `filesDeleted` if files were deleted for good.
        case removed(member: String, wiped: Bool, filesDeleted: Bool)
        /// A removed member was brought back.
        case recovered(member: String)
        /// A welcome email was sent.
        case welcomed(member: String)
        /// A group was created.
        case groupCreated(group: String)
        /// A group's name, external ID or management changed.
        case groupChanged(group: String)
        /// A group was deleted.
        case groupDeleted(group: String)
        /// A member was added to a group.
        case joined(group: String, member: String)
        /// A member was removed from a group.
        case left(group: String, member: String)
        /// A member's access to a group changed.
        case accessChanged(group: String, member: String)
    }
}

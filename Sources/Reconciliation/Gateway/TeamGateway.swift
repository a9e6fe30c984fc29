public import TeamPlanning

/// All that an apply can do to a team: one method per kind of effect, each one call to the service.
///
/// Implementations address members and groups by ID only, carry a call out once (again only when they have read that the
/// first try did nothing), and tell truthfully what is known of it: a ``GatewayError`` with the code `rejected` promises
/// that nothing changed. What cannot be taken back is done only to what is as expected, also on a second try. Where the team turns out to be as wanted already, whoever did it, a call may count as carried out.
public protocol TeamGateway: Sendable {
    /// The most people that one ``createUsers(_:)`` takes.
    var maximumUsersPerCreate: Int { get }
    /// The most people that one ``addMembers(_:to:)`` or ``removeMembers(_:from:)`` takes.
    var maximumMembersPerCall: Int { get }

    /// Gives up what only waits, now and from now on, because the apply is to end: a call that waits for its turn is
    /// `notSent`, and a call that is being carried out goes on. Jobs that were begun are waited for, unless `forJobs`: then
    /// they are `unfinished`.
    func stopWaiting(forJobs: Bool) async

    /// Invites people.
    ///
    /// - Returns: One result per person, in the order given; some may fail while others succeed.
    /// - Throws: ``GatewayError`` when the call as a whole failed.
    func createUsers(_ users: [NewUser]) async throws(GatewayError) -> [Result<Created<MemberID>, GatewayError>]
    /// Brings a removed member back.
    func recoverUser(_ member: MemberID) async throws(GatewayError) -> Receipt
    /// Reads which groups a member belongs to now, for the memberships that a recovery brings back.
    func groups(of member: MemberID) async throws(GatewayError) -> Set<GroupID>
    /// Changes a member's profile.
    func updateUser(_ member: MemberID, _ update: ProfileUpdate) async throws(GatewayError) -> Receipt
    /// Gives a member this one role, or none.
    func setRole(_ role: RoleID?, of member: MemberID) async throws(GatewayError) -> Receipt
    /// Suspends a member.
    func suspendUser(
        _ member: MemberID,
        wipeData: Bool,
        expecting expectation: Expectation?
    ) async throws(GatewayError) -> Receipt
    /// Lifts a suspension.
    func unsuspendUser(_ member: MemberID) async throws(GatewayError) -> Receipt
    /// Removes a member from the team, and returns when that is done.
    func removeUser(
        _ member: MemberID,
        _ options: RemovalOptions,
        expecting expectation: Expectation?
    ) async throws(GatewayError) -> Receipt

    /// Creates a group.
    func createGroup(_ group: NewGroup) async throws(GatewayError) -> Created<GroupID>
    /// Changes a group.
    func updateGroup(_ group: GroupID, _ update: GroupUpdate) async throws(GatewayError) -> Receipt
    /// Deletes a group for good, and returns when that is done.
    func deleteGroup(_ group: GroupID, expecting expectation: Expectation?) async throws(GatewayError) -> Receipt
    /// Adds members to a group. A refusal with ``GatewayError/offendingMembers`` leaves open what became of the others: they
    /// are to be asked for again, without the offenders, and those who are in the group already do no harm.
    func addMembers(_ members: [GroupMember], to group: GroupID) async throws(GatewayError) -> Receipt
    /// Removes members from a group. A refusal with ``GatewayError/offendingMembers`` is as for ``addMembers(_:to:)``.
    func removeMembers(_ members: [MemberID], from group: GroupID) async throws(GatewayError) -> Receipt
    /// Sets the access of someone who is in the group.
    func setAccess(
        _ access: GroupAccess,
        of member: MemberID,
        in group: GroupID
    ) async throws(GatewayError) -> Receipt
}

/// That a call was carried out.
public struct Receipt: Sendable, Hashable {
    /// The service's ID of the request, where it gave one.
    public var requestID: String?

    /// Describes a call that was carried out.
    public init(requestID: String? = nil) {
        self.requestID = requestID
    }
}

/// That a call created something.
public struct Created<ID: Sendable & Hashable>: Sendable, Hashable {
    /// The ID of what was created.
    public var id: ID
    /// The service's ID of the request, where it gave one.
    public var requestID: String?

    /// Describes what was created.
    public init(id: ID, requestID: String? = nil) {
        self.id = id
        self.requestID = requestID
    }
}

/// A person to be added to a group.
public struct GroupMember: Sendable, Hashable {
    /// The person.
    public var id: MemberID
    /// What the person may do in the group.
    public var access: GroupAccess

    /// Describes a membership.
    public init(id: MemberID, access: GroupAccess) {
        self.id = id
        self.access = access
    }
}

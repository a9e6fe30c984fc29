public import Reconciliation
public import TeamPlanning

/// What every ``TeamGateway`` has to do, as named checks that a test runs one by one on a fresh team each.
///
/// The team starts as ``TeamGatewayContract/start``. Checks look at it through the gateway and `live` only.
public struct TeamGatewayContract: Sendable {
    /// What is checked, as one sentence.
    public let name: String
    private let check: @Sendable (Subject) async throws -> Void

    /// Runs the check on a team as ``start`` describes it.
    ///
    /// - Throws: ``Violation``, or what the gateway or the read threw.
    public func run(on gateway: any TeamGateway, live: @escaping @Sendable () async throws -> LiveState) async throws {
        try await check(Subject(gateway: gateway, live: live))
    }

    /// All checks.
    public static let all = users + groups + memberships

    /// A gateway did not do what it has to.
    public struct Violation: Error, CustomStringConvertible {
        /// What was expected, and what came instead.
        public let description: String
    }

    init(_ name: String, _ check: @escaping @Sendable (Subject) async throws -> Void) {
        self.name = name
        self.check = check
    }

    /// A gateway with a team behind it.
    struct Subject: Sendable {
        let gateway: any TeamGateway
        let live: @Sendable () async throws -> LiveState

        func member(_ email: String) async throws -> Member {
            guard let member = try await live().members.first(where: { FoldedName($0.email) == FoldedName(email) })
            else {
                throw Violation(description: "\(email) is not there")
            }
            return member
        }

        func group(_ id: GroupID) async throws -> Group? {
            try await live().groups.first { $0.id == id }
        }

        /// The emails of a group's members, in order.
        func emails(_ id: GroupID) async throws -> [String] {
            let live = try await live()
            let memberships = live.groups.first { $0.id == id }?.members ?? []
            return memberships.map { live.members[$0.member].email }.sorted()
        }
    }
}

extension TeamGatewayContract {
    /// The team's members in the beginning.
    public enum People {
        /// The team admin.
        public static let admin = MemberID("dbmid:admin")
        /// An active member, in the group.
        public static let ann = MemberID("dbmid:ann")
        /// A suspended member.
        public static let bob = MemberID("dbmid:bob")
        /// An invited member.
        public static let cy = MemberID("dbmid:cy")
        /// A removed member who can be recovered.
        public static let dee = MemberID("dbmid:dee")
    }

    /// A company-managed group, with Ann.
    public static let crew = GroupID("g:crew")
    /// A user-managed group, with Ann as its owner.
    public static let club = GroupID("g:club")

    /// The team in the beginning: one seat is free.
    public static var start: LiveState {
        var live = LiveState.small(seats: 5)
        live.members += [
            Member(id: People.ann, email: "ann@example.com", externalID: "ext-ann", status: .active, givenName: "Ann"),
            Member(id: People.bob, email: "bob@example.com", status: .suspended),
            Member(id: People.cy, email: "cy@example.com", status: .invited),
            Member(id: People.dee, email: "dee@example.com", status: .removed(isRecoverable: true)),
        ]
        live.groups = [
            Group(
                id: club,
                name: "Club",
                management: .userManaged,
                memberCount: 1,
                members: [.init(member: 1, access: .owner)]
            ),
            Group(
                id: crew,
                name: "Crew",
                externalID: "ext-crew",
                memberCount: 1,
                members: [.init(member: 1, access: .member)]
            ),
        ]
        live.team.provisionedUsers = 4
        return live
    }
}

/// Fails unless both are equal.
func expect<Value: Equatable>(_ actual: Value, _ expected: Value) throws(TeamGatewayContract.Violation) {
    guard actual == expected else { throw .init(description: "expected \(expected), got \(actual)") }
}

/// Fails unless the call is refused, with nothing changed.
func expectRefusal<Value>(_ call: () async throws(GatewayError) -> Value) async throws(TeamGatewayContract.Violation) {
    do throws(GatewayError) {
        _ = try await call()
    } catch {
        return try expect(error.code, .rejected)
    }
    throw .init(description: "the call should have been refused")
}

import FoundationEssentials
import Testing

@testable import DropboxSimulator

/// The moment at which the clock of tests stands still.
let testNow = Date(timeIntervalSince1970: 1_780_000_000)

extension TeamSeed {
    /// One member per status and role, a company-managed and a user-managed group.
    static func test(licensedUsers: Int = 10) -> TeamSeed {
        TeamSeed(
            team: Team(id: "dbtid:test", name: "Test", licensedUsers: licensedUsers),
            actingAdmin: "admin@example.com",
            members: [
                Member(id: "dbmid:admin", email: "admin@example.com", givenName: "Ada", role: .teamAdmin),
                Member(
                    id: "dbmid:active",
                    email: "Active@example.com",
                    givenName: "Anna",
                    surname: "Active",
                    externalID: "E-active",
                    secondaryEmails: ["alias@example.com"]
                ),
                Member(
                    id: "dbmid:invited",
                    email: "invited@example.com",
                    status: .invited,
                    invitedOn: "2026-01-02T03:04:05Z"
                ),
                Member(id: "dbmid:suspended", email: "suspended@example.com", status: .suspended, role: .supportAdmin),
                Member(
                    id: "dbmid:recoverable",
                    email: "recoverable@example.com",
                    status: .removed,
                    externalID: "E-recoverable",
                    isRecoverable: true,
                    formerGroups: [FormerGroup(groupID: "g:club", access: .owner)]
                ),
                Member(id: "dbmid:gone", email: "gone@example.com", status: .removed, externalID: "E-gone"),
            ],
            groups: [
                Group(
                    id: "g:company",
                    name: "Accounting",
                    externalID: "G-company",
                    members: [Membership(email: "active@example.com")]
                ),
                Group(
                    id: "g:club",
                    name: "Club",
                    management: .userManaged,
                    members: [
                        Membership(email: "active@example.com", access: .owner),
                        Membership(email: "suspended@example.com"),
                    ]
                ),
            ]
        )
    }

    /// A team of the given size; every member is in two groups.
    static func large(members: Int, groups: Int) -> TeamSeed {
        let emails = (0..<members).map { "member\($0)@example.com" }
        return TeamSeed(
            team: Team(id: "dbtid:large", name: "Large", licensedUsers: members * 2),
            actingAdmin: emails[0],
            members: emails.enumerated().map { index, email in
                Member(
                    id: "dbmid:\(index)",
                    email: email,
                    role: index == 0 ? .teamAdmin : .memberOnly,
                    externalID: "E-\(index)"
                )
            },
            groups: (0..<groups).map { group in
                let inGroup = (0..<members).filter { $0 % groups == group || ($0 + 1) % groups == group }
                return Group(
                    id: "g:\(group)",
                    name: "Group \(group)",
                    members: inGroup.map { Membership(email: emails[$0]) }
                )
            }
        )
    }
}

extension SimulatedTeam {
    static func test(licensedUsers: Int = 10, pageLimit: Int = 1000, pollsInProgress: Int = 0) -> SimulatedTeam {
        SimulatedTeam(
            seed: .test(licensedUsers: licensedUsers),
            pageLimit: pageLimit,
            pollsInProgress: pollsInProgress,
            now: Timestamp(testNow)
        )
    }

    /// Calls a route as a request would, without HTTP.
    mutating func call(_ path: String, _ argument: String) throws -> JSONValue {
        let route = try #require(RouteTable.route(at: path), "there is no route \(path)")
        let operation = try route.prepare(try JSONParser.parse(Array(argument.utf8)))
        return try operation(&self)
    }

    /// The tag of the error that the call must end with, or nil if it succeeds.
    mutating func errorTag(_ path: String, _ argument: String) throws -> String? {
        do {
            _ = try call(path, argument)
            return nil
        } catch let fault as RouteFault {
            return fault.tag
        }
    }

    func member(_ id: String) throws -> TeamSeed.Member {
        members[try #require(members.position(of: .teamMemberID(id)))]
    }

    /// Emails and access of a group's members.
    func accesses(in groupID: String) throws -> [String: TeamSeed.Access] {
        let group = try #require(seed.groups.first { $0.id == groupID })
        return Dictionary(uniqueKeysWithValues: group.members.map { ($0.email, $0.access) })
    }
}

extension JSONValue {
    /// A field; `null` where there is none.
    subscript(name: String) -> JSONValue {
        guard case .object(let fields) = self else { return .null }
        return fields[name] ?? .null
    }

    /// An element; `null` where there is none.
    subscript(index: Int) -> JSONValue {
        elements.indices.contains(index) ? elements[index] : .null
    }

    var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var tag: String? { self[".tag"].text }
}

/// The JSON of a selector by member ID.
func user(_ id: String) -> String {
    #"{".tag":"team_member_id","team_member_id":"\#(id)"}"#
}

/// The JSON of a selector by group ID.
func group(_ id: String) -> String {
    #"{".tag":"group_id","group_id":"\#(id)"}"#
}

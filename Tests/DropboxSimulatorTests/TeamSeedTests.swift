import Testing

@testable import DropboxSimulator

struct TeamSeedTests {
    private static func json(members: String = "", groups: String = "", extra: String = "") -> [UInt8] {
        let admin =
            #"{"team_member_id":"dbmid:1","email":"a@example.com","given_name":"A","surname":"B","#
            + #""status":"active","role":"team_admin"}"#
        return Array(
            #"""
            {"team":{"team_id":"dbtid:1","name":"T","num_licensed_users":5},"acting_admin":"A@example.com",
            "members":[\#(admin)\#(members)],"groups":[\#(groups)]\#(extra)}
            """#.utf8
        )
    }

    private static func member(_ id: String, _ email: String, _ rest: String = "") -> String {
        #",{"team_member_id":"\#(id)","email":"\#(email)","given_name":"","surname":"","role":"member_only""#
            + (rest.isEmpty ? #","status":"active""# : rest) + "}"
    }

    private static func group(_ id: String, _ name: String, _ rest: String = "") -> String {
        #"{"group_id":"\#(id)","name":"\#(name)","management":"company_managed"\#(rest)}"#
    }

    @Test func readsTheDocumentedForm() throws {
        let members = Self.member(
            "dbmid:2",
            "s@example.com",
            #","status":"suspended","external_id":"E","secondary_emails":["t@example.com"],"joined_on":"2025-01-01T00:00:00Z","#
                + #""suspended_on":"2026-01-01T00:00:00Z""#
        )
        let groups = Self.group(
            "g:1",
            "G",
            #","external_id":"X","members":[{"email":"S@example.com","access":"member"}]"#
        )
        let seed = try TeamSeed(json: Self.json(members: members, groups: groups))
        #expect(seed.team == TeamSeed.Team(id: "dbtid:1", name: "T", licensedUsers: 5))
        #expect(seed.members[1].status == .suspended)
        #expect(seed.members[1].secondaryEmails == ["t@example.com"])
        #expect(seed.groups[0].members == [TeamSeed.Membership(email: "S@example.com")])
    }

    @Test func membersAndGroupsMayBeAbsent() throws {
        let json = #"{"team":{"team_id":"dbtid:1","name":"T","num_licensed_users":5},"acting_admin":"a@example.com"}"#
        #expect(try TeamSeed(json: Array(json.utf8)).members.isEmpty)
    }

    @Test(arguments: [TeamSeed.sample(), .test(), .large(members: 50, groups: 7)])
    func survivesARoundTrip(seed: TeamSeed) throws {
        let decoded = try TeamSeed(json: seed.encoded())
        #expect(decoded == seed)
        #expect(decoded.encoded() == seed.encoded())
    }

    @Test(arguments: [
        ("members", json(members: member("dbmid:1", "b@example.com")), SeedError.Code.duplicateID, "members[1]"),
        ("email case", json(members: member("dbmid:2", "A@EXAMPLE.com")), .duplicateEmail, "members[1]"),
        (
            "email held by a recoverable member",
            json(members: member("dbmid:2", "a@example.com", #","status":"removed","is_recoverable":true"#)),
            .duplicateEmail, "members[1]"
        ),
        (
            "secondary email",
            json(
                members: member("dbmid:2", "b@example.com", #","status":"active","secondary_emails":["a@example.com"]"#)
            ),
            .duplicateEmail, "members[1]"
        ),
        (
            "external ID",
            json(
                members: member("dbmid:2", "b@example.com", #","status":"active","external_id":"E""#)
                    + member("dbmid:3", "c@example.com", #","status":"active","external_id":"E""#)
            ),
            .duplicateExternalID, "members[2]"
        ),
        ("group ID", json(groups: group("g:1", "A") + "," + group("g:1", "B")), .duplicateID, "groups[1]"),
        (
            "unknown status", json(members: member("dbmid:2", "b@example.com", #","status":"joined""#)), .invalidField,
            "members[1].status"
        ),
        (
            "unknown field", json(members: member("dbmid:2", "b@example.com", #","status":"active","x":1"#)),
            .invalidField,
            "members[1]"
        ),
        ("bad email", json(members: member("dbmid:2", "nobody")), .invalidField, "members[1].email"),
        (
            "membership of nobody",
            json(groups: group("g:1", "A", #","members":[{"email":"x@example.com","access":"member"}]"#)),
            .unknownMember, "groups[0].members[0]"
        ),
        (
            "membership twice",
            json(
                groups: group(
                    "g:1",
                    "A",
                    #","members":[{"email":"a@example.com","access":"member"},{"email":"A@example.com","access":"member"}]"#
                )
            ),
            .duplicateMembership, "groups[0].members[1]"
        ),
        (
            "owner of a company-managed group",
            json(groups: group("g:1", "A", #","members":[{"email":"a@example.com","access":"owner"}]"#)), .invalidField,
            "groups[0].members[0]"
        ),
        ("unknown top-level field", json(extra: #","version":1"#), .invalidField, "top level"),
        ("not JSON", Array("{\n}}".utf8), .invalidJSON, "line 2"),
        ("not an object", Array("[]".utf8), .invalidField, "top level"),
    ])
    func faults(name: String, json: [UInt8], code: SeedError.Code, place: String) {
        let error = #expect(throws: SeedError.self) { try TeamSeed(json: json) }
        #expect(error?.code == code)
        #expect(error?.place == place)
        #expect(error?.description.contains(place) == true)
    }

    @Test func actingAdminMustBeAMember() {
        var seed = TeamSeed.test()
        seed.actingAdmin = "stranger@example.com"
        let error = #expect(throws: SeedError.self) { try Simulator(seed: seed) }
        #expect(error?.place == "acting_admin")
    }

    @Test func anEmailMayReturnAfterARemovalForGood() throws {
        let gone = Self.member("dbmid:2", "a@example.com", #","status":"removed","is_recoverable":false"#)
        let seed = try TeamSeed(json: Self.json(members: gone))
        let team = SimulatedTeam(seed: seed, now: Timestamp(testNow))
        #expect(team.members.position(of: .email("a@example.com")) == 0)
    }

    @Test func sampleTeamShowsEveryStatusAndKindOfGroup() throws {
        let sample = TeamSeed.sample()
        #expect(Set(sample.members.map(\.status)) == Set(TeamSeed.Status.allCases))
        #expect(Set(sample.members.map(\.role)).isSuperset(of: [.teamAdmin, .memberOnly]))
        #expect(Set(sample.groups.map(\.management)) == [.companyManaged, .userManaged])
        #expect(throws: Never.self) { try Simulator(seed: sample) }
    }
}

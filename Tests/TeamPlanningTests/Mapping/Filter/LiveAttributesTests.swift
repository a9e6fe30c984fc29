import TeamPlanning
import Testing

/// What filters see of live members and groups: the attributes that a policy's scope may name.
struct LiveAttributesTests {
    private static let jane = Member(
        id: MemberID("dbmid:1"),
        email: "Jane@x.example",
        externalID: "roster:default/7",
        status: .removed(isRecoverable: true),
        givenName: "Jane"
    )

    @Test(arguments: [
        (#"email eq "jane@X.example""#, true), (#"given_name sw "J""#, true), ("surname pr", false),
        ("surname eq null", true), (#"status eq "removed""#, true), (#"role eq "team_admin""#, true),
        (#"external_id sw "roster:""#, true), (#"groups eq "staff" and groups eq "Sales""#, true),
        (#"groups eq "Other""#, false),
    ])
    func ofMembers(text: String, isMatch: Bool) throws {
        let filter = try Filter.parse(text, attributes: LiveMemberAttribute.names).get()
        let record = AttributeRecord(Self.jane, role: "team_admin", groups: ["Staff", "Sales"])
        #expect(filter.matches(record) == isMatch)
    }

    @Test(arguments: [
        (#"name sw "dbx-""#, true), ("external_id pr", false), (#"management eq "user_managed""#, true),
        ("member_count ge 12", true), ("member_count lt 12", false), (#"not (name ew "sales")"#, false),
    ])
    func ofGroups(text: String, isMatch: Bool) throws {
        let filter = try Filter.parse(text, attributes: LiveGroupAttribute.names).get()
        let group = Group(id: GroupID("g:1"), name: "DBX-Sales", management: .userManaged, memberCount: 12, members: [])
        #expect(filter.matches(AttributeRecord(group)) == isMatch)
    }

    @Test func namesAreThoseOfTheContract() {
        #expect(
            LiveMemberAttribute.names == ["email", "given_name", "surname", "status", "role", "external_id", "groups"]
        )
        #expect(LiveGroupAttribute.names == ["name", "external_id", "management", "member_count"])
    }
}

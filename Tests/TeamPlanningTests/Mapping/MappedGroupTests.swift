import Testing

@testable import TeamPlanning

/// Groups that a mapping makes of a directory's records.
struct MappedGroupTests {
    static let mapping = #"""
        {"name": "directory", "groups": {"id": {"from": "dn"}, "name": {"from": "cn", "cases": {"dbx-Acct": "Accounting"}},
          "members": {"from": "member"}, "filter": "cn sw \"dbx-\""}}
        """#

    @Test func membersMayBeReferenceIDs() throws {
        let (group, findings) = try apply(
            Self.mapping,
            #"{"dn": "CN=acct", "cn": "dbx-Acct", "member": ["CN=Janet,OU=x", "jo@x.co"], "owner": "x"}"#
        )
        #expect(findings == [])
        var expected = DesiredGroup(name: Located("Accounting", at: place(25)), location: place(1))
        expected.id = Located("CN=acct", at: place(8))
        expected.members = [Located("CN=Janet,OU=x", at: place(48)), Located("jo@x.co", at: place(65))]
        expected.rule = RuleName(rawValue: "directory")
        #expect(group == expected)
    }

    @Test func everyAttributeReachesTheGroup() throws {
        let mapping = #"""
            {"name": "a", "groups": {"name": {"from": "cn"}, "owners": {"from": "boss"}, "management": {"value": "user_managed"},
              "membership": {"value": "additive"}, "previous_names": {"from": "old"}, "lifecycle": {"value": "released"}}}
            """#
        let (group, findings) = try apply(mapping, #"{"cn": 7, "boss": "CN=Jo", "old": ["six", "five"]}"#)
        #expect(findings == [])
        #expect(group?.name.value == "7" && group?.owners?.map(\.value) == ["CN=Jo"] && group?.members == nil)
        #expect(group?.management == .userManaged && group?.membership == .additive && group?.lifecycle == .released)
        #expect(group?.previousNames == ["six", "five"] && group?.id == nil)
    }

    @Test(arguments: [#"{"cn": "other"}"#, #"{"name": "dbx-x"}"#, "{}"])
    func leavesOutWhatTheFilterDoes(record: String) throws {
        let (group, findings) = try apply(Self.mapping, record)
        #expect(group == nil)
        #expect(findings == [])
    }

    /// A rule's filter over people asks for fields that no group has.
    @Test(arguments: [
        (#", "filter": "cn sw \"dbx-\"""#, #"{"cn": "dbx-x"}"#, true),
        (#", "filter": "cn sw \"dbx-\"""#, #"{"cn": "x", "population": "Dropbox"}"#, false),
        ("", #"{"cn": "dbx-x"}"#, false),
        ("", #"{"cn": "x", "population": "Dropbox"}"#, true),
    ])
    func theFilterOfGroupsStandsInForTheRules(filter: String, record: String, isDesired: Bool) throws {
        let rule = #""name": "directory", "filter": "population eq \"Dropbox\"""#
        let (group, findings) = try apply(#"{\#(rule), "groups": {"name": {"from": "cn"}\#(filter)}}"#, record)
        #expect((group != nil) == isDesired)
        #expect(findings == [])
    }

    @Test func aRuleWithoutGroupsDesiresNone() throws {
        #expect(try apply(#"{"name": "a"}"#, #"{"name": "a"}"#).group == nil)
    }

    @Test func ownersNeedAUserManagedGroup() throws {
        let mapping = #"{"name": "a", "groups": {"name": {"from": "cn"}, "owners": {"from": "boss"}}}"#
        let (_, findings) = try apply(mapping, #"{"cn": "x", "boss": ["CN=Jo"]}"#)
        #expect(findings.map(\.code) == [.conflictingFields])
        #expect(findings.first?.location == place(21))
        #expect(findings.first?.resource == "group:x")
        #expect(try apply(mapping, #"{"cn": "x", "boss": []}"#).findings == [])
    }

    @Test func namesAreCheckedLikeThoseOfOtherRecords() throws {
        let (group, findings) = try apply(Self.mapping, #"{"cn": "dbx-a ", "member": []}"#)
        #expect(group == nil)
        #expect(findings.map(\.code) == [.invalidValue])
        #expect(findings.first?.location == place(8))
    }

    @Test func aRepeatedMemberIsKeptOnceWithAWarning() throws {
        let (group, findings) = try apply(Self.mapping, #"{"cn": "dbx-a", "member": ["CN=Jo", "cn=jo", ""]}"#)
        #expect(group?.members?.map(\.value) == ["CN=Jo"])
        #expect(findings.map(\.code) == [.repeatedItem, .invalidValue])
        #expect(findings.map(\.severity) == [.warning, .error])
        #expect(findings.map(\.resource) == ["group:dbx-a", "group:dbx-a"])
    }

    private func apply(_ mapping: String, _ record: String) throws -> (group: DesiredGroup?, findings: [Finding]) {
        let rule = try #require(try decode(mapping) { Mapping(reading: &$0) }.value)
        let (group, findings) = try decode(record, file: "groups.json", at: "groups[0]") { rule.group(from: &$0) }
        return (group, findings)
    }

    private func place(_ column: Int) -> SourceLocation {
        SourceLocation(file: "groups.json", line: 1, column: column)
    }
}

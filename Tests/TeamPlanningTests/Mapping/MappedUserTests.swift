import Testing

@testable import TeamPlanning

/// Users that a mapping makes of a directory's records.
struct MappedUserTests {
    static let mapping = #"""
        {"name": "directory", "filter": "population eq \"Dropbox\" and not (mail ew \"@test.com\")",
         "users": {"id": {"from": "dn"}, "external_id": {"from": "employeeNumber"},
           "email": {"from": "mail", "transform": ["trim", "lowercase"]}, "given_name": {"from": "givenName"},
           "surname": {"from": "sn"}, "status": {"from": "enabled", "cases": {"true": "active", "false": "suspended"}},
           "groups": {"from": "memberOf", "transform": ["cn"]}}}
        """#

    @Test func takesMappedAttributesAndNoOthers() throws {
        let (user, findings) = try apply(
            Self.mapping,
            #"""
            {"dn": "CN=Janet,OU=x", "mail": " JSmith@domain.com", "population": "dropbox", "employeeNumber": 1234,
             "givenName": "Janet", "enabled": false, "memberOf": ["CN=Sales,OU=x", "Staff"], "role": "team_admin"}
            """#
        )
        #expect(findings == [])
        var expected = DesiredUser(email: Located("jsmith@domain.com", at: place(1, 33)), location: place(1, 1))
        expected.referenceID = "CN=Janet,OU=x"
        expected.externalID = Located("1234", at: place(1, 98))
        expected.givenName = "Janet"
        expected.status = .suspended
        expected.groups = [Located("Sales", at: place(2, 55)), Located("Staff", at: place(2, 72))]
        expected.rule = RuleName(rawValue: "directory")
        #expect(user == expected)
    }

    @Test(arguments: [
        #"{"mail": "a@x.co"}"#, #"{"mail": "a@x.co", "population": "other"}"#,
        #"{"mail": "a@TEST.com", "population": "Dropbox"}"#, #"{"mail": 1}"#,
    ])
    func leavesOutWhatTheFilterDoes(record: String) throws {
        let (user, findings) = try apply(Self.mapping, record)
        #expect(user == nil)
        #expect(findings == [])
    }

    @Test func aFilterOfThePartStandsInForTheRules() throws {
        let mapping = #"{"name": "a", "filter": "a pr", "users": {"email": {"from": "mail"}, "filter": "b pr"}}"#
        #expect(try apply(mapping, #"{"mail": "a@x.co", "a": 1}"#).user == nil)
        #expect(try apply(mapping, #"{"mail": "a@x.co", "b": 1}"#).user?.email.value == "a@x.co")
    }

    @Test func aRuleWithoutUsersDesiresNone() throws {
        #expect(try apply(#"{"name": "a"}"#, #"{"email": "a@x.co"}"#).user == nil)
    }

    @Test(arguments: [
        (#""enabled": true"#, DesiredStatus.active), (#""enabled": false"#, .suspended),
        (#""Enabled": false"#, .suspended),
        (#""enabled": "no""#, nil), (#""enabled": null"#, nil), (#""x": 1"#, nil),
    ])
    func withoutStatusTheFieldEnabledSpeaks(field: String, status: DesiredStatus?) throws {
        let (user, findings) = try apply(Self.minimal(), #"{"mail": "a@x.co", \#(field)}"#)
        #expect(findings == [])
        #expect(user != nil && user?.status == status)
    }

    @Test func aMappedStatusSilencesTheFieldEnabled() throws {
        let mapping = Self.minimal(#""status": {"from": "state"}"#)
        #expect(try apply(mapping, #"{"mail": "a@x.co", "enabled": false}"#).user?.status == nil)
        #expect(try apply(mapping, #"{"mail": "a@x.co", "enabled": false, "state": "active"}"#).user?.status == .active)
    }

    @Test func everyAttributeReachesTheUser() throws {
        let mapping = Self.minimal(
            #"""
            "role": {"value": "team_admin"}, "send_welcome_email": {"value": false}, "wipe_data": {"from": "wipe"},
            "is_directory_restricted": {"from": "hidden", "cases": {"yes": true}}, "persistent_id": {"from": "guid"},
            "previous_emails": {"from": "aliases"}, "lifecycle": {"from": "left", "cases": {"true": "absent"}, "default": "managed"},
            "surname": {"template": "{sn} ({unit})"}, "groups": {"from": "unit"}
            """#
        )
        let record = #"""
            {"mail": "a@x.co", "wipe": true, "hidden": "yes", "guid": 7, "aliases": ["b@x.co"], "left": true, "sn": "S",
             "unit": "Sales"}
            """#
        let (user, findings) = try apply(mapping, record)
        #expect(findings == [])
        #expect(user?.role == Located("team_admin", at: place(1, 1)))
        #expect(user?.sendWelcomeEmail == false && user?.wipeData == true && user?.isDirectoryRestricted == true)
        #expect(user?.persistentID == "7" && user?.previousEmails == ["b@x.co"] && user?.lifecycle == .absent)
        #expect(user?.surname == "S (Sales)" && user?.groups?.map(\.value) == ["Sales"])
        #expect(user?.externalID == nil && user?.givenName == nil && user?.referenceID == nil)
    }

    /// An empty list is a statement, a missing field is none.
    @Test func emptyListsAreManagedAndMissingOnesAreNot() throws {
        let mapping = Self.minimal(#""groups": {"from": "memberOf"}"#)
        #expect(try apply(mapping, #"{"mail": "a@x.co", "memberOf": []}"#).user?.groups == [])
        #expect(try apply(mapping, #"{"mail": "a@x.co"}"#).user.map { $0.groups == nil } == true)
    }

    /// A mapping of the email and whatever else.
    static func minimal(_ attributes: String? = nil) -> String {
        #"{"name": "directory", "users": {"email": {"from": "mail"}\#(attributes.map { ", " + $0 } ?? "")}}"#
    }

    private func apply(_ mapping: String, _ record: String) throws -> (user: DesiredUser?, findings: [Finding]) {
        let rule = try #require(try decode(mapping) { Mapping(reading: &$0) }.value)
        let (user, findings) = try decode(record, file: "users.json", at: "users[0]") { rule.user(from: &$0) }
        return (user, findings)
    }

    private func place(_ line: Int, _ column: Int) -> SourceLocation {
        SourceLocation(file: "users.json", line: line, column: column)
    }
}

import DropboxAPI
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Unknown fields, unknown tags and bare strings are understood.
@Suite struct ToleranceTests {
    static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }

    @Test(arguments: [
        (#"{".tag":"active"}"#, Wire.MemberStatus.active), (#""active""#, .active), (#"{".tag":"invited"}"#, .invited),
        (#"{".tag":"suspended","since":1}"#, .suspended), (#"{".tag":"moved"}"#, .other("moved")),
        (#""moved""#, .other("moved")),
        (
            #"{".tag":"removed","is_recoverable":true,"is_disconnected":false}"#,
            .removed(isRecoverable: true, isDisconnected: false)
        ),
        (#"{".tag":"removed"}"#, .removed(isRecoverable: false, isDisconnected: false)),
    ])
    func statuses(json: String, status: Wire.MemberStatus) throws {
        #expect(try Self.decode(Wire.MemberStatus.self, json) == status)
    }

    @Test(arguments: [
        (#"{".tag":"company_managed"}"#, Wire.GroupManagement.companyManaged), (#""user_managed""#, .userManaged),
        (#"{".tag":"system_managed"}"#, .systemManaged), (#"{".tag":"new"}"#, .other("new")),
    ])
    func managementTypes(json: String, type: Wire.GroupManagement) throws {
        #expect(try Self.decode(Wire.GroupManagement.self, json) == type)
    }

    @Test(arguments: [
        (#"{".tag":"member"}"#, Wire.GroupAccess.member), (#""owner""#, .owner), (#"{".tag":"new"}"#, .other("new")),
    ])
    func accessTypes(json: String, type: Wire.GroupAccess) throws {
        #expect(try Self.decode(Wire.GroupAccess.self, json) == type)
    }

    @Test func aProfileNeedsOnlyWhatIsAlwaysThere() throws {
        let profile = try Self.decode(Wire.MemberProfile.self, Sample.profile(groups: nil))
        #expect(profile.externalID == nil)
        #expect(profile.secondaryEmails.isEmpty)
        #expect(profile.groups == nil)
        #expect(profile.name.surname == "Lee")
    }

    @Test func aFullProfileIsReadWhole() throws {
        let json =
            #"{"team_member_id":"dbmid:1","external_id":"e","email":"a@b.cd","secondary_emails":["#
            + #"{"email":"c@d.ef","is_verified":true}],"status":{".tag":"suspended"},"name":{"given_name":"","#
            + #""surname":"S"},"invited_on":"i","joined_on":"j","suspended_on":"s","persistent_id":"p","#
            + #""is_directory_restricted":true,"groups":["g:1","g:2"],"new_field":[{}]}"#
        let profile = try Self.decode(Wire.MemberProfile.self, json)
        #expect(profile.secondaryEmails.map(\.email) == ["c@d.ef"])
        #expect([profile.invitedOn, profile.joinedOn, profile.suspendedOn] == ["i", "j", "s"])
        #expect(profile.groups == [.init(rawValue: "g:1"), .init(rawValue: "g:2")])
        #expect(profile.persistentID == "p")
        #expect(profile.isDirectoryRestricted == true)
    }

    @Test func everyPersonOfAnAdditionHasAResult() throws {
        let json =
            #"[{".tag":"success","profile":\#(Sample.profile()),"roles":[]},"#
            + #"{".tag":"team_license_limit","team_license_limit":"b@b.cd"},"#
            + #"{".tag":"brand_new"},{".tag":"other"}]"#
        let results = try Self.decode([Wire.MemberAddResult].self, json)
        #expect(results.map(\.email) == ["ann@example.com", "b@b.cd", nil, nil])
        #expect(results[1] == .refused(tag: "team_license_limit", email: "b@b.cd"))
        #expect(results[2] == .refused(tag: "brand_new", email: nil))
    }

    @Test func lookupsTellMembersFromGaps() throws {
        let json =
            #"[{".tag":"member_info","profile":\#(Sample.profile()),"roles":[{"role_id":"r","name":"N"}]},"#
            + #"{".tag":"id_not_found","id_not_found":"x"},{".tag":"new"}]"#
        let items = try Self.decode([Wire.MemberInfoItem].self, json)
        guard case .member(let member) = items[0] else {
            Issue.record("not a member")
            return
        }
        #expect(member.roles?.map(\.name) == ["N"])
        #expect(Array(items.dropFirst()) == [.notFound("x"), .other("new")])
    }

    @Test func anUnknownManagementTypeIsKeptAsItIs() throws {
        let group = #"{"group_id":"g:1","group_name":"n","member_count":3,"group_management_type":{".tag":"new"}}"#
        let summary = try Self.decode(Wire.GroupSummary.self, group)
        #expect(summary.memberCount == 3)
        #expect(summary.management == .other("new"))
    }

    @Test(arguments: [#"{".tag":"brand_new"}"#, #"{"no_tag":1}"#, "[]", "3", #"{".tag":"async_job_id"}"#])
    func anUnknownLaunchIsAFailure(json: String) {
        #expect(throws: DecodingError.self) { try Self.decode(Wire.LaunchResult<Wire.Nothing>.self, json) }
    }
}

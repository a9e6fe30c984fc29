/// JSON as Dropbox writes it.
enum Sample {
    /// A `TeamMemberProfile`; without `groups` a `MemberProfile`.
    static func profile(
        id: String = "dbmid:1",
        email: String = "ann@example.com",
        status: String = #"{".tag":"active"}"#,
        groups: String? = #"["g:1"]"#
    ) -> String {
        let groupsField = groups.map { #","groups":\#($0),"member_folder_id":"1""# } ?? ""
        return #"{"team_member_id":"\#(id)","account_id":"dbid:1","email":"\#(email)","email_verified":true,"#
            + #""status":\#(status),"name":{"given_name":"Ann","surname":"Lee","familiar_name":"Ann","#
            + #""display_name":"Ann Lee","abbreviated_name":"AL"},"membership_type":{".tag":"full"}\#(groupsField)}"#
    }

    static func membersPage(_ ids: [String], cursor: String = "c", hasMore: Bool) -> String {
        let rows = ids.map { #"{"profile":\#(profile(id: $0))}"# }.joined(separator: ",")
        return #"{"members":[\#(rows)],"cursor":"\#(cursor)","has_more":\#(hasMore)}"#
    }

    static let group =
        #"{"group_name":"G","group_id":"g:1","group_management_type":{".tag":"company_managed"},"member_count":0}"#

    static let invalidCursor = #"{"error_summary":"invalid_cursor/..","error":{".tag":"invalid_cursor"}}"#
}

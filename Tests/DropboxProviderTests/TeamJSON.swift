/// A team as Dropbox writes it.
enum TeamJSON {
    static let info =
        #"{"name":"Acme","team_id":"dbtid:1","num_licensed_users":50,"num_provisioned_users":3,"policies":{}}"#
    static let admin = #"{"admin_profile":\#(profile("dbmid:a", "Admin@Example.com"))}"#
    static let teamRole =
        #"{"role_id":"pid_dbtmr:AAAAAFMcx6E0tax39Kb0H671TzWLeE07dwaqFQ5fDRy2","name":"Team","description":"All"}"#
    static let supportRole = #"{"role_id":"pid_dbtmr:7","name":"Support admin","description":""}"#
    static let customRole = #"{"role_id":"pid_dbtmr:8","name":"Librarian","description":""}"#

    static func profile(
        _ id: String,
        _ email: String,
        status: String = #"{".tag":"active"}"#,
        groups: [String]? = [],
        extra: String = ""
    ) -> String {
        let list = groups.map { #","groups":[\#($0.map { "\"\($0)\"" }.joined(separator: ","))]"# } ?? ""
        return #"{"team_member_id":"\#(id)","email":"\#(email)","email_verified":true,"status":\#(status),"#
            + #""name":{"given_name":"Ann","surname":"Lee","display_name":"Ann Lee"},"membership_type":{".tag":"full"}"#
            + list + extra + "}"
    }

    static func member(_ profile: String, role: String? = nil) -> String {
        #"{"profile":\#(profile),"roles":[\#(role ?? "")]}"#
    }

    static func members(_ rows: [String], hasMore: Bool = false) -> String {
        #"{"members":[\#(rows.joined(separator: ","))],"cursor":"c","has_more":\#(hasMore)}"#
    }

    static func group(
        _ id: String,
        _ name: String,
        count: Int?,
        management: String = "company_managed",
        externalID: String? = nil
    ) -> String {
        let countField = count.map { #","member_count":\#($0)"# } ?? ""
        let externalField = externalID.map { #","group_external_id":"\#($0)""# } ?? ""
        return #"{"group_name":"\#(name)","group_id":"\#(id)","group_management_type":{".tag":"\#(management)"}"#
            + countField + externalField + "}"
    }

    static func groups(_ rows: [String], hasMore: Bool = false) -> String {
        #"{"groups":[\#(rows.joined(separator: ","))],"cursor":"c","has_more":\#(hasMore)}"#
    }

    static func groupMembers(_ rows: [(id: String, access: String)]) -> String {
        let members = rows.map {
            #"{"profile":\#(profile($0.id, "\($0.id)@x.org", groups: nil)),"access_type":{".tag":"\#($0.access)"}}"#
        }
        return #"{"members":[\#(members.joined(separator: ","))],"cursor":"c","has_more":false}"#
    }
}

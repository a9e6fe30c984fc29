import DropboxAPI

/// A transport that answers `members/list_v2` from memory, so that decoding alone is measured.
struct MemberPages: HTTPTransport {
    private let page: [UInt8]
    private let lastPage: [UInt8]
    private let pages: Int
    private let counter = PageCounter()

    /// Pages of 1,000 members each.
    init(members: Int) {
        let rows = (0..<1_000).map(Self.row).joined(separator: ",")
        page = Array(#"{"members":[\#(rows)],"cursor":"c","has_more":true}"#.utf8)
        lastPage = Array(#"{"members":[\#(rows)],"cursor":"c","has_more":false}"#.utf8)
        pages = members / 1_000
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let number = await counter.next()
        return HTTPResponse(status: 200, body: number % pages == 0 ? lastPage : page)
    }

    private static func row(_ number: Int) -> String {
        let groups = (0..<10).map { #""g:0123456789abcdef000000000000\#($0)""# }.joined(separator: ",")
        return #"""
            {"profile":{"team_member_id":"dbmid:AAAA\#(number)","account_id":"dbid:AAAA\#(number)",
            "email":"person.number\#(number)@acme.example","email_verified":true,"secondary_emails":[],
            "status":{".tag":"active"},"name":{"given_name":"Given","surname":"Surname","familiar_name":"Given",
            "display_name":"Given Surname","abbreviated_name":"GS"},"membership_type":{".tag":"full"},
            "external_id":"roster:default/E\#(number)","joined_on":"2020-01-31T12:00:00Z",
            "groups":[\#(groups)],"member_folder_id":"123456789","root_folder_id":"987654321"},
            "roles":[{"role_id":"pid_dbtmr:1234","name":"Team admin","description":"Manages the whole team."}]}
            """#
    }
}

/// Counts the pages that were asked for.
private actor PageCounter {
    private var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}

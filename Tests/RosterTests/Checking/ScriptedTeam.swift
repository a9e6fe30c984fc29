import DropboxAPI
import Synchronization

/// A small team with two members whose answers a test replaces route by route.
struct ScriptedTeam: HTTPTransport {
    /// A status and a body, or nothing at all.
    struct Answer: Sendable {
        let status: Int
        let body: String

        init(_ status: Int, _ body: String) {
            self.status = status
            self.body = body
        }

        static let lost = Answer(0, "")

        static func unauthorized(_ tag: String, _ more: String = "") -> Answer {
            Answer(401, #"{"error_summary":"x/","error":{".tag":"\#(tag)"\#(more)}}"#)
        }
    }

    static let teamAdmin = "pid_dbtmr:AAAAAFMcx6E0tax39Kb0H671TzWLeE07dwaqFQ5fDRy2"

    private let answers: [String: Answer]

    init(_ changes: [String: Answer]) {
        let usual = [
            "team/get_info": Answer(200, Self.info(seats: 5)),
            "team/token/get_authenticated_admin": Answer(200, #"{"admin_profile":\#(Self.profile("admin"))}"#),
            "team/members/list_v2": Answer(200, Self.members(["admin": Self.teamAdmin, "ann": nil])),
            "team/groups/list": Answer(200, #"{"groups":[],"cursor":"c","has_more":false}"#),
        ]
        answers = usual.merging(changes) { $1 }
    }

    var client: DropboxClient {
        let clock = Mutex(Duration.zero)
        return DropboxClient(
            credentials: .accessToken(Secret("the-token")),
            transport: self,
            time: Timekeeper(
                now: { clock.withLock { $0 } },
                sleep: { pause in clock.withLock { $0 += pause } },
                jitter: { 0 }
            )
        )
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let route = request.target.url.split(separator: "/2/").last.map(String.init) ?? ""
        guard let answer = answers[route], answer.status > 0 else {
            throw TransportError(.connectionLost, requestMayHaveBeenSent: true, detail: "the connection broke")
        }
        return HTTPResponse(status: answer.status, body: Array(answer.body.utf8))
    }

    static func info(seats: Int) -> String {
        #"{"name":"Acme","team_id":"dbtid:1","num_licensed_users":\#(seats),"num_provisioned_users":2,"policies":{}}"#
    }

    /// A page of active members with their roles.
    static func members(_ roles: [String: String?]) -> String {
        let rows = roles.sorted { $0.key < $1.key }.map { name, role in
            let list = role.map { #"{"role_id":"\#($0)","name":"A role","description":""}"# } ?? ""
            return #"{"profile":\#(profile(name)),"roles":[\#(list)]}"#
        }
        return #"{"members":[\#(rows.joined(separator: ","))],"cursor":"c","has_more":false}"#
    }

    private static func profile(_ name: String) -> String {
        #"{"team_member_id":"dbmid:\#(name)","email":"\#(name)@x.org","email_verified":true,"status":{".tag":"active"},"#
            + #""name":{"given_name":"A","surname":"B","display_name":"A B"},"membership_type":{".tag":"full"},"groups":[]}"#
    }
}

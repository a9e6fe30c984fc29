import Testing

@testable import Reporting
@testable import TeamPlanning

/// The explanations whose rendering is pinned by golden files, made from real manifests and a real plan.
struct NamedExplanation: Sendable, CustomTestStringConvertible {
    let name: String
    let asked: String
    var files = NamedExplanation.workspace
    var live = NamedExplanation.team

    var testDescription: String { name }

    func report() throws -> ExplanationReport {
        let load = loadManifests(files)
        try #require(load.findings.isEmpty)
        let options = PlanOptions(now: 1_795_132_800)
        let plan = Plan(manifests: load.manifests, live: live, options: options, digest: Fixture.digest)
        let explainer = PlanExplainer(files: files, load: load, live: live, options: options, plan: plan)
        return ExplanationReport(
            try explainer.explanation(of: asked),
            rosterVersion: "1.0.0",
            createdAt: "2026-11-20T10:00:00Z"
        )
    }

    static let all = [
        NamedExplanation(name: "mapped-user", asked: "ANN@acme.example"),
        NamedExplanation(name: "left-out-user", asked: "bob@acme.example"),
        NamedExplanation(name: "blocked-user", asked: "eve@acme.example"),
        NamedExplanation(name: "deprovisioned-user", asked: "joe@acme.example"),
        NamedExplanation(name: "group", asked: "g:sales"),
        NamedExplanation(name: "doomed-group", asked: "Old Project"),
        NamedExplanation(name: "protected-group", asked: "Board"),
        NamedExplanation(name: "hostile-group", asked: hostile, files: hostileFiles, live: hostileTeam),
    ]

    // MARK: The workspace

    private static func file(_ path: String, _ kind: String, _ fields: String) -> ManifestFile {
        let text = "{\"apiVersion\":\"roster/v1\",\"kind\":\"\(kind)\",\n\(fields)}"
        return ManifestFile(path: "manifests/\(path)", bytes: Array(text.utf8))
    }

    private static let policy = file(
        "policy.json",
        "Policy",
        #"""
        "users":{"deprovision":true}, "protect":{"groups":["Board*"]},
        "limits":{"group_deletions":0,"user_suspensions":0}
        """#
    )

    private static let workspace = [
        policy,
        file(
            "mapping.json",
            "Mapping",
            #"""
            "name":"hr","filter":"population eq \"Dropbox\"",
            "users":{"id":{"from":"dn"},"email":{"from":"mail","transform":["lowercase"]},"external_id":{"from":"no"},
              "given_name":{"from":"first"},"status":{"from":"on","cases":{"true":"active","false":"suspended"}},
              "groups":{"from":"in"}}
            """#
        ),
        file(
            "people.json",
            "Users",
            #"""
            "mapping":"hr","users":[
            {"mail":"Ann@acme.example","dn":"CN=Ann","no":7,"first":"Ann","on":true,"in":["Sales","Lost"],"population":"Dropbox"},
            {"mail":"bob@acme.example","dn":"CN=Bob","no":8,"first":"Bob","on":true,"population":"Staff"},
            {"mail":"eve@acme.example","dn":"CN=Eve","no":9,"first":"Eve","on":true,"population":"Dropbox"}]
            """#
        ),
        file(
            "groups.json",
            "Groups",
            #"""
            "groups":[
            {"name":"Sales","id":"grp-7","members":["CN=Ann"],"members_where":"first sw \"A\"","previous_names":["Vendors"]}]
            """#
        ),
    ]

    private static func member(_ name: String, _ status: MemberStatus, _ id: String?) -> Member {
        Member(
            id: MemberID("dbmid:\(name)"),
            email: "\(name)@acme.example",
            externalID: id,
            status: status,
            givenName: name,
            surname: "Smith"
        )
    }

    private static func group(_ id: String, _ name: String, _ externalID: String?, _ members: [Int]) -> Group {
        Group(
            id: GroupID("g:\(id)"),
            name: name,
            externalID: externalID,
            memberCount: members.count,
            members: members.map { Membership(member: $0, access: .member) }
        )
    }

    private static func state(_ members: [Member], _ groups: [Group]) -> LiveState {
        LiveState(
            team: Team(id: "dbtid:AAAA", name: "Acme", licensedSeats: 20, provisionedUsers: members.count),
            actingAdmin: ActingAdmin(id: MemberID("dbmid:admin"), email: "admin@acme.example"),
            members: members,
            groups: groups,
            roles: []
        )
    }

    private static let team = state(
        [
            member("admin", .active, nil), member("ann", .suspended, "roster:hr/7"),
            member("bob", .active, "roster:hr/8"),
            member("old", .active, "roster:hr/9"), member("eve", .active, nil), member("joe", .active, "roster:hr/1"),
        ],
        [
            group("sales", "Vendors", nil, [2, 5]), group("old", "Old Project", "roster:default/Old Project", [1]),
            group("board", "Board", "AD S-1-5", [1]),
        ]
    )

    // MARK: Hostility

    static let hostile = "Evil\u{202E}\u{200B} 1. Nothing is planned \u{2028}"

    private static let hostileFiles = [
        file(
            "u\u{1B}[31m\u{202E}.json",
            "Groups",
            #"""
            "groups":[
            {"name":"Evil","members":["a@b.example","admin@acme.example"],"previous_names":["Evil\u202e\u200b 1. Nothing is planned \u2028"],
             "members_where":"surname eq \"\\u001b[2J \\n 2. Nothing\""}]
            """#
        ), file("users.json", "Users", #""users":[{"email":"admin@acme.example","surname":"Min"}]"#),
    ]

    private static let hostileTeam = state(
        [member("admin", .active, nil), member("jo\u{9B}31m\n 9. Nothing", .active, "\u{7}")],
        [group("evil\u{202E}", hostile, "\u{1B}]0;x\u{7}", [1])]
    )
}

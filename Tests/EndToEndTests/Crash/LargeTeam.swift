import DropboxSimulator
import Foundation

/// A team and manifests that ask for more than two hundred changes of every kind that takes something or gives something.
enum LargeTeam {
    static let admin = "admin@large.example"

    private static let known = 0..<100
    private static let renamed = 0..<40
    private static let promoted = 40..<45
    private static let toSuspend = 45..<55
    private static let toUnsuspend = 55..<65
    private static let leaving = 65..<75
    private static let returning = 75..<80
    private static let newcomers = 100..<170

    private static let groups = 0..<30
    private static let renamedGroups = 0..<10
    private static let newGroups = 30..<50
    private static let oldGroups = 50..<60

    private static func email(_ user: Int) -> String { "user\(user)@large.example" }
    /// Whom the manifests want in a group.
    private static func wanted(in group: Int) -> [String] { (0..<5).map { email((group * 7 + $0 * 13) % 45) } }

    /// The team before the first apply.
    static var seed: TeamSeed {
        var members = known.map(member)
        members.append(
            TeamSeed.Member(id: "dbmid:admin", email: admin, givenName: "Ada", surname: "Admin", role: .teamAdmin)
        )
        return TeamSeed(
            team: TeamSeed.Team(id: "dbtid:large", name: "Large", licensedUsers: 500),
            actingAdmin: admin,
            members: members,
            groups: groups.map { group("Group \($0)", $0) } + oldGroups.map { group("Old \($0)", $0) }
        )
    }

    private static func member(_ user: Int) -> TeamSeed.Member {
        var member = TeamSeed.Member(
            id: "dbmid:\(user)",
            email: email(user),
            givenName: "Given",
            surname: renamed.contains(user) ? "Former" : "Surname",
            externalID: "roster:default/U\(user)"
        )
        if toUnsuspend.contains(user) {
            member.status = .suspended
            member.suspendedOn = "2026-01-31T09:00:00Z"
        } else if returning.contains(user) {
            member.status = .removed
            member.isRecoverable = true
            member.formerGroups = [TeamSeed.FormerGroup(groupID: "g:0", access: .member)]
        }
        return member
    }

    private static func group(_ name: String, _ number: Int) -> TeamSeed.Group {
        TeamSeed.Group(
            id: "g:\(number)",
            name: name,
            externalID: "roster:default/grp-\(number)",
            members: (0..<5).map { TeamSeed.Membership(email: email((number * 7 + $0 * 11) % 45)) }
        )
    }

    /// Writes the manifests.
    static func write(to workspace: Workspace) throws {
        let users = (known.filter { !leaving.contains($0) } + newcomers).map(record).joined(separator: ",\n")
        let groups =
            (groups.map { groupRecord($0, renamedGroups.contains($0) ? "Team \($0)" : "Group \($0)") }
            + newGroups.map { groupRecord($0, "New \($0)") }).joined(separator: ",\n")
        try workspace.write(manifest("Users", "\"users\":[\(users)]"), to: "manifests/users.json")
        try workspace.write(manifest("Groups", "\"groups\":[\(groups)]"), to: "manifests/groups.json")
        try workspace.setPolicy(
            """
            "users":{"deprovision":true,"remove_action":"delete"},
            "limits":{"group_deletions":100,"user_removals":"100%","user_suspensions":"100%","membership_removals":"100%"}
            """
        )
    }

    private static func manifest(_ kind: String, _ body: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"\(kind)\",\(body)}"
    }

    private static func record(_ user: Int) -> String {
        let status = toSuspend.contains(user) ? "suspended" : "active"
        let role = promoted.contains(user) ? ",\"role\":\"support_admin\"" : ""
        return """
            {"email":"\(email(user))","given_name":"Given","surname":"Surname","external_id":"U\(user)",\
            "status":"\(status)"\(role)}
            """
    }

    private static func groupRecord(_ number: Int, _ name: String) -> String {
        let members = wanted(in: number).map { "\"\($0)\"" }.joined(separator: ",")
        return "{\"name\":\"\(name)\",\"id\":\"grp-\(number)\",\"members\":[\(members)]}"
    }
}

import Testing

@testable import TeamPlanning

/// A protected name that nobody has protects nobody, which `roster check` tells.
struct IdleProtectionTests {
    private static let live = team(
        [
            member("ann") { $0.secondaryEmails = [email("annie")] }, member("gone", .removed(isRecoverable: true)),
            member("abc"),
        ],
        [liveGroup("Board "), liveGroup("Straße")]
    )

    @Test(arguments: [
        (users: ["ANN@acme.com", "annie@*", "a*"], groups: ["board", "STRASSE", "* x"], idle: ["groups * x -"]),
        (["abd@acme.com"], ["Bord"], ["users abd@acme.com abc@acme.com", "groups Bord Board"]),
        (
            ["gone@acme.com", "zed*", "stranger@acme.com"], [],
            ["users gone@acme.com -", "users zed* -", "users stranger@acme.com -"]
        ),
        ([], [], []),
    ])
    func namesThatNobodyHas(users: [String], groups: [String], idle: [String]) {
        let policy = policy {
            $0.protect.users = users
            $0.protect.groups = groups
        }
        let found = policy.protect.idle(members: Self.live.members, groups: Self.live.groups)
        #expect(found.map { "\($0.list.rawValue) \($0.pattern) \($0.nearest ?? "-")" } == idle)
    }
}

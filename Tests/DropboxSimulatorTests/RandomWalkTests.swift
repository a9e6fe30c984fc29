import Testing

@testable import DropboxSimulator

/// Whatever the calls, the team stays one that could be real.
struct RandomWalkTests {
    /// A small generator with a fixed seed, so that a failure repeats.
    struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let emails = (0..<8).map { "person\($0)@example.com" } + ["active@example.com", "alias@example.com"]
    private static let names = ["Accounting", "ACCOUNTING", "Club", "Sales", "sales"]

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func staysConsistent(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        var team = SimulatedTeam.test(licensedUsers: 6)
        var succeeded = 0
        for _ in 0..<300 {
            let (route, argument) = Self.randomCall(on: team, using: &generator)
            let before = team.seed
            let isRefused = try team.errorTag(route, argument) != nil
            if isRefused { #expect(team.seed == before, "\(route) \(argument)") }
            succeeded += isRefused ? 0 : 1
            try Self.check(team)
        }
        #expect(succeeded > 50, "the walk must get somewhere")
    }

    private static func randomCall(
        on team: SimulatedTeam,
        using generator: inout SplitMix
    ) -> (route: String, argument: String) {
        func pick<Element>(_ values: [Element], _ generator: inout SplitMix, else fallback: Element) -> Element {
            values.randomElement(using: &generator) ?? fallback
        }
        let member = user(pick(team.members.all.map(\.id), &generator, else: "dbmid:admin"))
        let groupID = group(pick(team.groups.all.map(\.group.id), &generator, else: "g:club"))
        let email = pick(emails, &generator, else: "x@example.com")
        let name = pick(names, &generator, else: "Group")
        let access = pick(["member", "owner"], &generator, else: "member")
        let externalID = pick(["", "E-1", "E-2", "E-active"], &generator, else: "")
        let calls: [(String, String)] = [
            (
                "team/members/add_v2",
                #"{"new_members":[{"member_email":"\#(email)","member_external_id":"\#(externalID)"}]}"#
            ),
            ("team/members/set_profile_v2", #"{"user":\#(member),"new_email":"\#(email)"}"#),
            ("team/members/set_profile_v2", #"{"user":\#(member),"new_external_id":"\#(externalID)"}"#),
            ("team/members/set_admin_permissions_v2", #"{"user":\#(member),"new_roles":["pid_dbtmr:team_admin"]}"#),
            ("team/members/set_admin_permissions_v2", #"{"user":\#(member),"new_roles":[]}"#),
            ("team/members/suspend", #"{"user":\#(member)}"#),
            ("team/members/unsuspend", #"{"user":\#(member)}"#),
            ("team/members/remove", #"{"user":\#(member)}"#),
            ("team/members/recover", #"{"user":\#(member)}"#),
            ("team/groups/create", #"{"group_name":"\#(name)","group_management_type":"user_managed"}"#),
            ("team/groups/update", #"{"group":\#(groupID),"new_group_name":"\#(name)"}"#),
            ("team/groups/update", #"{"group":\#(groupID),"new_group_management_type":"company_managed"}"#),
            ("team/groups/delete", groupID),
            (
                "team/groups/members/add",
                #"{"group":\#(groupID),"members":[{"user":\#(member),"access_type":"\#(access)"}]}"#
            ),
            ("team/groups/members/remove", #"{"group":\#(groupID),"users":[\#(member)]}"#),
            (
                "team/groups/members/set_access_type",
                #"{"group":\#(groupID),"user":\#(member),"access_type":"\#(access)"}"#
            ),
        ]
        return pick(calls, &generator, else: ("team/get_info", "null"))
    }

    private static func check(_ team: SimulatedTeam) throws {
        let seed = team.seed
        let reloaded = try TeamSeed(json: seed.encoded())
        #expect(reloaded == seed)
        let live = seed.members.filter(\.isLive)
        #expect(team.members.liveCount == live.count)
        #expect(live.count <= seed.team.licensedUsers)
        #expect(seed.members.contains { $0.role == .teamAdmin && $0.status == .active })
        let names = seed.groups.map { $0.name.lowercased() }
        #expect(Set(names).count == names.count)
        for (position, member) in team.members.all.enumerated() where member.holdsIdentity {
            #expect(team.members.position(of: .email(member.email)) == position)
            let groups = team.groupIDs(of: position).filter { $0 != "g:everyone" }
            let holding = seed.groups.filter { group in
                group.members.contains { $0.email == member.email } && member.isLive
            }
            #expect(groups == holding.map(\.id))
        }
    }
}

import TeamPlanning
import Testing

/// A policy's scope as a filter over live attributes.
struct FilterScopeTests {
    private static let live = team(
        [member("ann") { $0.surname = "Leaver" }, member("bob", ext: "hr:7")],
        [liveGroup("Sales", ["bob"]), liveGroup("Big", ["ann", "bob"])]
    )

    @Test(arguments: [
        (#"surname eq "leaver""#, ["user.suspend ann"]), (#"groups eq "Big" and groups eq "Sales""#, []),
        (#"not (groups eq "Sales") and email sw "a""#, ["user.suspend ann"]), (#"role eq "team_admin""#, []),
    ])
    func selectsMembers(filter: String, lines: [String]) throws {
        let filter = try Filter.parse(filter, attributes: LiveMemberAttribute.names).get()
        let policy = deprovisioning { $0.users.scope = .filter(Located(filter, at: place)) }
        let groups = [wanted("Sales"), wanted("Big")]
        let planned = plan(Self.live, users: [user("admin")], groups: groups, policy: policy)
        #expect(planned.lines.filter { $0.hasPrefix("user.") } == lines)
    }

    @Test(arguments: [
        ("member_count gt 1", ["group.delete Big"]), (#"name ne "Big""#, ["group.delete Sales"]),
        (#"external_id sw "other:""#, []),
    ])
    func selectsGroups(filter: String, lines: [String]) throws {
        let filter = try Filter.parse(filter, attributes: LiveGroupAttribute.names).get()
        let policy = policy { $0.groups.scope = .filter(Located(filter, at: place)) }
        #expect(plan(Self.live, policy: policy).lines.filter { $0.hasPrefix("group.") } == lines)
    }

    @Test(arguments: [(Scope.managed, false), (.all, false), (nil, true)])
    func aFilterNeedsTheRoles(scope: Scope?, isNeeded: Bool) throws {
        let filter = try Filter.parse("role pr").get()
        var manifests = Manifests()
        manifests.policy.users.scope = scope ?? .filter(Located(filter, at: place))
        #expect(LiveReadNeeds(manifests).roles == isNeeded)
    }
}

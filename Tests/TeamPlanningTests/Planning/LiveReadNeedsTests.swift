import Testing

@testable import TeamPlanning

/// What has to be read of the team beyond the lists.
struct LiveReadNeedsTests {
    private static func needs(_ groups: [DesiredGroup], role: String? = nil) -> LiveReadNeeds {
        var manifests = Manifests()
        manifests.groups = groups
        manifests.users = [user("ann") { $0.role = role.map { Located($0, at: place) } }]
        return LiveReadNeeds(manifests)
    }

    private static func group(_ name: String, _ members: [String] = []) -> Group {
        let memberships = members.indices.map { Membership(member: $0) }
        return Group(id: GroupID("g:\(name)"), name: name, memberCount: members.count, members: memberships)
    }

    private static let owned = wanted("Sales") { $0.owners = located(["ann"]) }

    @Test func ownersAndRolesAreReadWhereTheyAreManaged() {
        let plain = Self.needs([wanted("Sales", ["ann"])])
        #expect(!plain.roles && !plain.access(of: Self.group("Sales", ["ann"])))
        let managed = Self.needs([Self.owned], role: "team_admin")
        #expect(managed.roles && managed.access(of: Self.group("sales", ["ann"])))
        #expect(!managed.access(of: Self.group("Help", ["ann"])))
    }

    @Test func twoWorkspacesNeedWhatEitherNeeds() {
        let union = Self.needs([Self.owned]).union(Self.needs([], role: "team_admin"))
        #expect(union.roles && union.access(of: Self.group("Sales", ["ann"])))
        #expect(!union.access(of: Self.group("Help", ["ann"])))
        let neither = Self.needs([]).union(Self.needs([]))
        #expect(!neither.roles && !neither.access(of: Self.group("Sales", ["ann"])))
    }

    @Test func everythingIsTheRolesAndEveryMembershipThereIs() {
        let all = LiveReadNeeds.everything.union(Self.needs([]))
        #expect(all.roles && all.access(of: Self.group("Help", ["ann"])))
        #expect(!all.access(of: Self.group("Empty")))
    }
}

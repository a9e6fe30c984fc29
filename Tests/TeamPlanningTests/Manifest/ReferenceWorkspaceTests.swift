import TeamPlanning
import Testing

/// The workspace in `manifests/` is what docs and demos show, so it has to be free of findings.
struct ReferenceWorkspaceTests {
    @Test func hasNoFindings() throws {
        let load = loadManifests(try Fixtures.referenceWorkspace())
        #expect(load.findings == [])
        #expect(load.manifests.users.count == 14)
        #expect(load.manifests.groups.count == 7)
        #expect(load.manifests.connection.name == "acme")
        #expect(load.manifests.policy.protect.users == ["admin@acme.example"])
    }

    @Test func namesOnlyKnownPeopleAndGroups() throws {
        let manifests = loadManifests(try Fixtures.referenceWorkspace()).manifests
        let emails = Set(manifests.users.flatMap { [$0.email.value] + [$0.referenceID].compactMap { $0 } })
        let groups = Set(manifests.groups.map(\.name.value))
        for group in manifests.groups {
            #expect(Set((group.members ?? []).map(\.value)).isSubset(of: emails), "\(group.name.value)")
        }
        for user in manifests.users {
            #expect(Set((user.groups ?? []).map(\.value)).isSubset(of: groups), "\(user.email.value)")
        }
    }
}

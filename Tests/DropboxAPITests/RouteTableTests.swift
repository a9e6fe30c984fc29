import DropboxAPI
import Testing

/// The table of routes agrees with the specification and with itself.
@Suite struct RouteTableTests {
    @Test func everyRouteIsListedOnce() {
        let paths = Routes.all.map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(paths.count == 28)
    }

    @Test(arguments: [
        (Scope.teamInfoRead, ["team/get_info", "team/token/get_authenticated_admin"]),
        (.membersDelete, ["team/members/recover", "team/members/remove", "team/members/remove/job_status/get"]),
        (
            .groupsRead,
            [
                "team/groups/list", "team/groups/list/continue", "team/groups/members/list",
                "team/groups/members/list/continue",
            ]
        ),
        (
            .groupsWrite,
            [
                "team/groups/create", "team/groups/delete", "team/groups/job_status/get", "team/groups/members/add",
                "team/groups/members/remove", "team/groups/members/set_access_type", "team/groups/update",
            ]
        ),
    ])
    func scopes(scope: Scope, paths: [String]) {
        #expect(Routes.all.filter { $0.scope == scope }.map(\.path).sorted() == paths)
    }

    @Test func onlyReadingScopesAndJobsAreReads() {
        for route in Routes.all {
            let reads = route.scope?.rawValue.hasSuffix(".read") == true || route.path.contains("job_status")
            #expect((route.access == .read) == reads, "\(route.path)")
        }
    }

    @Test func onlyWhatConcernsTokensNeedsNoScope() {
        #expect(Routes.all.filter { $0.scope == nil }.map(\.path) == ["auth/token/revoke"])
    }

    @Test func batches() {
        #expect(Routes.addMembersBatch == 20)
        #expect(Routes.groupMembersBatch == 100)
    }
}

/// Every function the simulator serves.
enum RouteTable {
    static let all = team + memberReads + memberWrites + memberDeletes + groupReads + groupWrites

    private static let byPath = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })

    static func route(at path: String) -> Route? {
        byPath[path]
    }

    private static let team = [
        Route("team/get_info", .teamInfoRead, .void) { team, _ in team.getInfo() },
        Route("team/features/get_values", .teamInfoRead, FeatureNames.argument) { team, features throws(RouteFault) in
            try team.featureValues(features)
        },
        Route("team/token/get_authenticated_admin", .teamInfoRead, .void) { team, _ throws(RouteFault) in
            try team.authenticatedAdmin()
        },
    ]

    private static let memberReads = [
        Route("team/members/list_v2", .membersRead, MembersList.argument) { team, argument in
            team.listMembers(argument)
        },
        Route("team/members/list/continue_v2", .membersRead, .cursor) { team, cursor throws(RouteFault) in
            try team.continueMembers(cursor)
        },
        Route("team/members/get_info_v2", .membersRead, .selectedMembers) { team, selectors in
            team.getMembersInfo(selectors)
        },
        Route("team/members/get_available_team_member_roles", .membersRead, .void) { _, _ in
            ["roles": .array(TeamRole.available.map(\.json))]
        },
    ]

    private static let memberWrites = [
        Route(MembersAdd.route, .membersWrite, MembersAdd.argument) { team, argument in
            team.addMembers(argument)
        },
        Route("team/members/add/job_status/get_v2", .membersWrite, .jobID) { team, id throws(RouteFault) in
            try team.jobs.poll(id, kind: .memberAdd)
        },
        Route("team/members/set_profile_v2", .membersWrite, ProfileChange.argument) { team, change throws(RouteFault) in
            try team.setProfile(change)
        },
        Route("team/members/set_admin_permissions_v2", .membersWrite, RoleChange.argument) {
            team,
            change throws(RouteFault) in try team.setRole(change)
        },
        Route("team/members/suspend", .membersWrite, MemberSuspension.argument) { team, argument throws(RouteFault) in
            try team.suspend(argument)
        },
        Route("team/members/unsuspend", .membersWrite, .onlyUser) { team, user throws(RouteFault) in
            try team.unsuspend(user)
        },
        Route("team/members/send_welcome_email", .membersWrite, .user) { team, user throws(RouteFault) in
            try team.sendWelcomeEmail(user)
        },
    ]

    private static let memberDeletes = [
        Route("team/members/remove", .membersDelete, MemberRemoval.argument) { team, removal throws(RouteFault) in
            try team.remove(removal)
        },
        Route("team/members/remove/job_status/get", .membersDelete, .jobID) { team, id throws(RouteFault) in
            try team.jobs.poll(id, kind: .memberRemove)
        },
        Route("team/members/recover", .membersDelete, .onlyUser) { team, user throws(RouteFault) in
            try team.recover(user)
        },
    ]

    private static let groupReads = [
        Route("team/groups/list", .groupsRead, .onlyLimit) { team, limit in team.listGroups(limit: limit) },
        Route("team/groups/list/continue", .groupsRead, .cursor) { team, cursor throws(RouteFault) in
            try team.continueGroups(cursor)
        },
        Route("team/groups/get_info", .groupsRead, .groups) { team, selectors in team.getGroupsInfo(selectors) },
        Route("team/groups/members/list", .groupsRead, GroupMembersList.argument) { team, argument throws(RouteFault) in
            try team.listGroupMembers(argument)
        },
        Route("team/groups/members/list/continue", .groupsRead, .cursor) { team, cursor throws(RouteFault) in
            try team.continueGroupMembers(cursor)
        },
    ]

    private static let groupWrites = [
        Route("team/groups/create", .groupsWrite, GroupCreation.argument) { team, argument throws(RouteFault) in
            try team.createGroup(argument)
        },
        Route("team/groups/update", .groupsWrite, GroupChange.argument) { team, change throws(RouteFault) in
            try team.updateGroup(change)
        },
        Route("team/groups/delete", .groupsWrite, .group) { team, selector throws(RouteFault) in
            try team.deleteGroup(selector)
        },
        Route("team/groups/job_status/get", .groupsWrite, .jobID) { team, id throws(RouteFault) in
            try team.jobs.poll(id, kind: .groupDelete)
        },
        Route("team/groups/members/add", .groupsWrite, GroupMembersAdd.argument) { team, argument throws(RouteFault) in
            try team.addGroupMembers(argument)
        },
        Route("team/groups/members/remove", .groupsWrite, GroupMembersRemove.argument) {
            team,
            argument throws(RouteFault) in try team.removeGroupMembers(argument)
        },
        Route("team/groups/members/set_access_type", .groupsWrite, GroupAccessChange.argument) {
            team,
            change throws(RouteFault) in try team.setAccessType(change)
        },
    ]
}

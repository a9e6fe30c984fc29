/// Arguments that several routes share.
extension FieldType<String> {
    /// The cursor of a continue route.
    static let cursor = structure { reader throws(ArgumentFault) in try reader.required("cursor", .string) }

    /// `async.PollArg`.
    static let jobID = structure { reader throws(ArgumentFault) in
        try reader.required("async_job_id", .string(length: 1...Int.max))
    }
}

extension FieldType<Int> {
    /// The size of a page.
    static let limit = integer(1...1000)

    /// An argument that is nothing but a limit.
    static let onlyLimit = structure { reader throws(ArgumentFault) in
        try reader.optional("limit", .limit, default: 1000)
    }
}

extension FieldType<UserSelector> {
    /// An argument that is nothing but a user.
    static let onlyUser = structure { reader throws(ArgumentFault) in try reader.required("user", .user) }
}

extension FieldType<[UserSelector]> {
    /// `team.MembersGetInfoV2Arg`.
    static let selectedMembers = structure { reader throws(ArgumentFault) in
        try reader.required("members", .list(of: .user))
    }
}

extension SimulatedTeam {
    /// The position of a member, in any status.
    func member(_ selector: UserSelector) throws(RouteFault) -> Int {
        guard let position = members.position(of: selector) else { throw RouteFault("user_not_found") }
        return position
    }

    /// The position of a member who has not left the team.
    func liveMember(_ selector: UserSelector) throws(RouteFault) -> Int {
        let position = try member(selector)
        guard members[position].isLive else { throw RouteFault("user_not_in_team") }
        return position
    }

    /// The position of a group and the group.
    func group(_ selector: GroupSelector) throws(RouteFault) -> (position: Int, group: TeamSeed.Group) {
        guard let position = groups.position(of: selector), let group = groups[position] else {
            throw RouteFault("group_not_found")
        }
        return (position, group)
    }

    /// The same, for writes: nobody may change a system-managed group.
    func writableGroup(_ selector: GroupSelector) throws(RouteFault) -> (position: Int, group: TeamSeed.Group) {
        let found = try group(selector)
        guard found.group.management != .systemManaged else { throw RouteFault("system_managed_group_disallowed") }
        return found
    }
}

/// `team.GroupsMembersListArg`.
struct GroupMembersList: Sendable {
    let group: GroupSelector
    let limit: Int

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        GroupMembersList(
            group: try reader.required("group", .group),
            limit: try reader.optional("limit", .limit, default: 1000)
        )
    }
}

extension SimulatedTeam {
    /// `team/groups/list`
    mutating func listGroups(limit: Int) -> JSONValue {
        groupPage(limit: limit, start: 0)
    }

    /// `team/groups/list/continue`
    mutating func continueGroups(_ cursor: String) throws(RouteFault) -> JSONValue {
        let entry = try cursors.entry(cursor, kind: .groups)
        return groupPage(limit: entry.limit, start: entry.start)
    }

    private mutating func groupPage(limit: Int, start: Int) -> JSONValue {
        let size = min(limit, pageLimit)
        var listed: [JSONValue] = []
        var next = start
        while next < groups.end, listed.count < size {
            if let group = groups[next] { listed.append(groupSummary(next, group)) }
            next += 1
        }
        let hasMore = (next..<groups.end).contains { groups[$0] != nil }
        let cursor = cursors.insert(.init(listing: .groups, limit: limit, start: next))
        return ["groups": .array(listed), "cursor": .string(cursor), "has_more": .bool(hasMore)]
    }

    /// `team/groups/get_info`: the answer is a bare list.
    func getGroupsInfo(_ selectors: [GroupSelector]) -> JSONValue {
        .array(
            selectors.map { selector in
                guard let position = groups.position(of: selector), let group = groups[position] else {
                    return .tag("id_not_found", .string(selector.text))
                }
                return .tag("group_info", flattening: groupFullInfo(position, group))
            }
        )
    }

    /// `team/groups/members/list`
    mutating func listGroupMembers(_ argument: GroupMembersList) throws(RouteFault) -> JSONValue {
        let (position, group) = try group(argument.group)
        return groupMemberPage(position, group, limit: argument.limit, start: 0)
    }

    /// `team/groups/members/list/continue`
    mutating func continueGroupMembers(_ cursor: String) throws(RouteFault) -> JSONValue {
        let entry = try cursors.entry(cursor, kind: .groupMembers)
        guard case .groupMembers(let id) = entry.listing, let position = groups.position(of: .id(id)),
            let group = groups[position]
        else { throw RouteFault("invalid_cursor") }
        return groupMemberPage(position, group, limit: entry.limit, start: entry.start)
    }

    private mutating func groupMemberPage(
        _ position: Int,
        _ group: TeamSeed.Group,
        limit: Int,
        start: Int
    ) -> JSONValue {
        let remaining = memberPositions(of: position, group).drop { $0.member < start }
        let page = remaining.prefix(min(limit, pageLimit))
        let next = page.last.map { $0.member + 1 } ?? start
        let cursor = cursors.insert(.init(listing: .groupMembers(groupID: group.id), limit: limit, start: next))
        return [
            "members": .array(page.map(groupMemberInfo)),
            "cursor": .string(cursor),
            "has_more": .bool(remaining.count > page.count),
        ]
    }
}

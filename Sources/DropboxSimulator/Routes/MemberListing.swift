/// `team.MembersListArg`.
struct MembersList: Sendable {
    let limit: Int
    let includesRemoved: Bool

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        MembersList(
            limit: try reader.optional("limit", .limit, default: 1000),
            includesRemoved: try reader.optional("include_removed", .boolean, default: false)
        )
    }
}

extension SimulatedTeam {
    /// `team/members/list_v2`
    mutating func listMembers(_ argument: MembersList) -> JSONValue {
        memberPage(includesRemoved: argument.includesRemoved, limit: argument.limit, start: 0)
    }

    /// `team/members/list/continue_v2`
    mutating func continueMembers(_ cursor: String) throws(RouteFault) -> JSONValue {
        let entry = try cursors.entry(cursor, kind: .members)
        return memberPage(
            includesRemoved: entry.listing == .members(includesRemoved: true),
            limit: entry.limit,
            start: entry.start
        )
    }

    /// `team/members/get_info_v2`
    func getMembersInfo(_ selectors: [UserSelector]) -> JSONValue {
        let items = selectors.map { selector -> JSONValue in
            guard let position = members.position(of: selector) else {
                return .tag("id_not_found", .string(selector.text))
            }
            return .tag("member_info", flattening: memberInfo(position))
        }
        return ["members_info": .array(items)]
    }

    private mutating func memberPage(includesRemoved: Bool, limit: Int, start: Int) -> JSONValue {
        let size = min(limit, pageLimit)
        var listed: [JSONValue] = []
        var next = start
        while next < members.all.count, listed.count < size {
            if includesRemoved || members[next].isLive { listed.append(.object(memberInfo(next))) }
            next += 1
        }
        let hasMore = members.all[next...].contains { includesRemoved || $0.isLive }
        let cursor = cursors.insert(
            .init(listing: .members(includesRemoved: includesRemoved), limit: limit, start: next)
        )
        return ["members": .array(listed), "cursor": .string(cursor), "has_more": .bool(hasMore)]
    }
}

import Reconciliation
import TeamPlanning

extension TeamGatewayContract {
    static let groups = [
        TeamGatewayContract("a group is created") { team in
            let new = NewGroup(name: "New", externalID: "ext-new", management: .userManaged)
            let created = try await team.gateway.createGroup(new)
            let group = try await team.group(created.id)
            try expect(group?.name, "New")
            try expect(group?.externalID, "ext-new")
            try expect(group?.management, .userManaged)
            try expect(group?.members, [])
        },
        TeamGatewayContract("names and external IDs of groups are unique") { team in
            try await expectRefusal { () throws(GatewayError) in
                try await team.gateway.createGroup(NewGroup(name: "CREW", externalID: "x", management: .companyManaged))
            }
            try await expectRefusal { () throws(GatewayError) in
                try await team.gateway.createGroup(
                    NewGroup(name: "Other", externalID: "ext-crew", management: .companyManaged)
                )
            }
            try expect(try await team.live().groups.count { $0.management != .systemManaged }, 2)
        },
        TeamGatewayContract("a group is changed as told, and an empty external ID clears") { team in
            var update = GroupUpdate()
            update.name = "crew"
            update.externalID = ""
            update.management = .userManaged
            _ = try await team.gateway.updateGroup(crew, update)
            let group = try await team.group(crew)
            try expect(group?.name, "crew")
            try expect(group?.externalID, nil)
            try expect(group?.management, .userManaged)
        },
        TeamGatewayContract("a group is deleted") { team in
            _ = try await team.gateway.deleteGroup(crew)
            try expect(try await team.group(crew)?.name, nil)
        },
    ]

    static let memberships = [
        TeamGatewayContract("members are added and removed") { team in
            let people = [People.bob, People.cy].map { GroupMember(id: $0, access: .member) }
            _ = try await team.gateway.addMembers(people, to: crew)
            try expect(try await team.emails(crew), ["ann@example.com", "bob@example.com", "cy@example.com"])
            _ = try await team.gateway.removeMembers([People.ann, People.cy], from: crew)
            try expect(try await team.emails(crew), ["bob@example.com"])
            try expect(try await team.gateway.groups(of: People.bob).contains(crew), true)
        },
        TeamGatewayContract("one who is not in the team is named") { team in
            let people = [People.dee, People.bob].map { GroupMember(id: $0, access: .member) }
            do throws(GatewayError) {
                _ = try await team.gateway.addMembers(people, to: crew)
                throw GatewayError(.outcomeUnknown, "the call should have been refused")
            } catch {
                try expect(error.code, .rejected)
                try expect(error.offendingMembers, [People.dee])
            }
            try expect(try await team.emails(crew), ["ann@example.com"])
        },
        TeamGatewayContract("access is set where groups have owners") { team in
            _ = try await team.gateway.setAccess(.member, of: People.ann, in: club)
            try expect(try await team.group(club)?.members.map(\.access), [.member])
            try await expectRefusal { () throws(GatewayError) in
                try await team.gateway.setAccess(.owner, of: People.ann, in: crew)
            }
            try await expectRefusal { () throws(GatewayError) in
                try await team.gateway.setAccess(.owner, of: People.bob, in: club)
            }
        },
    ]
}

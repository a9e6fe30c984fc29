import Reconciliation
import TeamPlanning

extension TeamGatewayContract {
    static let users = [
        TeamGatewayContract("people are created one by one, in one call") { team in
            var new = NewUser(email: "new@example.com", sendWelcomeEmail: false)
            new.givenName = "New"
            new.surname = "Comer"
            new.externalID = "ext-new"
            var taken = NewUser(email: "ANN@example.com", sendWelcomeEmail: false)
            taken.externalID = "ext-another"
            let third = NewUser(email: "third@example.com", sendWelcomeEmail: false)
            let results = try await team.gateway.createUsers([taken, new, third])
            try expect(results.map(\.isSuccess), [false, true, false])
            let created = try await team.member("new@example.com")
            try expect(try results[1].get().id, created.id)
            try expect(created.givenName, "New")
            try expect(created.surname, "Comer")
            try expect(created.externalID, "ext-new")
            try expect(created.status, .invited)
        },
        TeamGatewayContract("a removed member is recovered") { team in
            _ = try await team.gateway.recoverUser(People.dee)
            try expect(try await team.member("dee@example.com").status, .active)
        },
        TeamGatewayContract("a profile is changed as told, and an empty external ID clears") { team in
            var update = ProfileUpdate()
            update.surname = "Lee"
            update.externalID = ""
            _ = try await team.gateway.updateUser(People.ann, update)
            let ann = try await team.member("ann@example.com")
            try expect(ann.surname, "Lee")
            try expect(ann.givenName, "Ann")
            try expect(ann.externalID, nil)
        },
        TeamGatewayContract("an email in use is refused") { team in
            var update = ProfileUpdate()
            update.email = "Bob@example.com"
            try await expectRefusal { () throws(GatewayError) in
                try await team.gateway.updateUser(People.ann, update)
            }
            try expect(try await team.member("ann@example.com").id, People.ann)
        },
        TeamGatewayContract("a role is set and taken away") { team in
            let role = try await team.live().roles.first { $0.key == "support_admin" }?.id
            _ = try await team.gateway.setRole(role, of: People.ann)
            try expect(try await team.member("ann@example.com").roles, role.map { [$0] } ?? [])
            _ = try await team.gateway.setRole(nil, of: People.ann)
            try expect(try await team.member("ann@example.com").roles, [])
        },
        TeamGatewayContract("the last admin stays") { team in
            try await expectRefusal { () throws(GatewayError) in
                try await team.gateway.setRole(nil, of: People.admin)
            }
            try await expectRefusal { () throws(GatewayError) in
                try await team.gateway.suspendUser(People.admin, wipeData: false)
            }
            try await expectRefusal { () throws(GatewayError) in
                try await team.gateway.removeUser(People.admin, RemovalOptions())
            }
            try expect(try await team.member("admin@example.com").status, .active)
        },
        TeamGatewayContract("suspension comes and goes") { team in
            _ = try await team.gateway.suspendUser(People.ann, wipeData: false)
            try expect(try await team.member("ann@example.com").status, .suspended)
            _ = try await team.gateway.unsuspendUser(People.ann)
            try expect(try await team.member("ann@example.com").status, .active)
        },
        TeamGatewayContract("only active members are suspended") { team in
            try await expectRefusal { () throws(GatewayError) in
                try await team.gateway.suspendUser(People.cy, wipeData: false)
            }
        },
        TeamGatewayContract("who is removed leaves the groups, and comes back to them") { team in
            _ = try await team.gateway.removeUser(People.ann, RemovalOptions())
            try expect(try await team.member("ann@example.com").status, .removed(isRecoverable: true))
            try expect(try await team.emails(crew), [])
            _ = try await team.gateway.recoverUser(People.ann)
            try expect(try await team.gateway.groups(of: People.ann).isSuperset(of: [crew, club]), true)
        },
        TeamGatewayContract("strangers are refused") { team in
            let stranger = MemberID("dbmid:stranger")
            try await expectRefusal { () throws(GatewayError) in try await team.gateway.recoverUser(stranger) }
        },
    ]
}

extension Result {
    fileprivate var isSuccess: Bool {
        if case .success = self { true } else { false }
    }
}

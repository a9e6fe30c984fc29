import TeamPlanning
import Testing

/// What valid manifests say, field by field.
struct ManifestDecodingTests {
    @Test func readsAWholeUser() throws {
        let manifests = try load(
            """
            {"apiVersion": "roster/v1", "kind": "Users", "users": [
              {"email": "Jane@x.example", "given_name": "Zoë", "surname": "", "status": "suspended",
               "role": "Support admin", "external_id": "e-1", "groups": ["A", "B", "a"], "send_welcome_email": false,
               "wipe_data": true, "is_directory_restricted": false, "persistent_id": "p",
               "previous_emails": ["j@x.example"], "lifecycle": "released", "description": "x"}]}
            """,
            warnings: 1
        )
        let user = try #require(manifests.users.first)
        #expect(user.email == Located("Jane@x.example", at: place(2, 13)))
        #expect(user.location == place(2, 3))
        #expect(user.givenName == "Zoë" && user.surname == "")
        #expect(user.status == .suspended && user.lifecycle == .released)
        #expect(user.role == Located("Support admin", at: place(3, 12)))
        #expect(user.externalID?.value == "e-1")
        #expect(user.groups?.map(\.value) == ["A", "B"])
        #expect(!user.sendWelcomeEmail && user.wipeData && user.isDirectoryRestricted == false)
        #expect(user.persistentID == "p" && user.previousEmails == ["j@x.example"])
        #expect(user.rule == .default)
    }

    @Test func absentAndNullAreNotManaged() throws {
        let manifests = try load(
            """
            {"apiVersion": "roster/v1", "kind": "Users", "users": [{"email": "a@x.example"},
             {"email": "b@x.example", "given_name": null, "status": null, "groups": null, "send_welcome_email": null,
              "wipe_data": null, "lifecycle": null, "previous_emails": null}]}
            """
        )
        #expect(manifests.users.count == 2)
        for user in manifests.users {
            var bare = DesiredUser(email: user.email, location: user.location)
            bare.rule = .default
            #expect(user == bare)
        }
    }

    @Test func readsAWholeGroup() throws {
        let manifests = try load(
            """
            {"apiVersion": "roster/v1", "kind": "Groups", "groups": [
              {"name": "Sales & Söhne", "id": "g-1", "members": ["a@x.example", "B@x.example"], "owners": ["c@x.example"],
               "management": "user_managed", "membership": "additive", "previous_names": ["Old"],
               "lifecycle": "absent"}]}
            """
        )
        let group = try #require(manifests.groups.first)
        #expect(group.name == Located("Sales & Söhne", at: place(2, 12)))
        #expect(group.id?.value == "g-1")
        #expect(group.members?.map(\.value) == ["a@x.example", "B@x.example"])
        #expect(group.owners?.map(\.value) == ["c@x.example"])
        #expect(group.management == .userManaged && group.membership == .additive && group.lifecycle == .absent)
        #expect(group.previousNames == ["Old"] && group.membersWhere == nil)
    }

    @Test func anEmptyListIsNotAnAbsentOne() throws {
        let manifests = try load(
            """
            {"apiVersion": "roster/v1", "kind": "Groups", "groups": [{"name": "A", "members": []}, {"name": "B"}]}
            """
        )
        #expect(manifests.groups.map { $0.members?.count } == [0, nil])
    }

    @Test func readsAWholePolicy() throws {
        let policy = try load(
            """
            {"apiVersion": "roster/v1", "kind": "Policy",
             "users": {"create": false, "deprovision": true, "delete_after_days": 30, "provision_disabled": true,
               "deprovision_on_rule_deletion": true, "scope": "all", "delete_options": {"transfer_dest": "a@x.example",
               "transfer_admin": "b@x.example"}},
             "groups": {"create": false, "rename": false, "update_members": false, "delete": "tombstone", "scope": "all",
               "adopt": false, "manage_user_managed": true},
             "ownership": {"marker": "acme:", "take_over": true},
             "protect": {"users": ["a@x.example", "*@board.x.example"], "groups": ["Exec*"]},
             "limits": {"group_deletions": 0, "user_removals": "0%", "user_suspensions": 7, "membership_removals": "100%"},
             "licences": "warn"}
            """
        ).policy
        #expect(!policy.users.create && policy.users.update && policy.users.disable && policy.users.deprovision)
        #expect(policy.users.deleteAfterDays == 30 && policy.users.scope == .all && policy.users.provisionDisabled)
        #expect(policy.users.deprovisionOnRuleDeletion && policy.users.removeAction == .disable)
        #expect(policy.users.deleteOptions.transferDest?.value == "a@x.example")
        #expect(policy.users.deleteOptions.transferAdmin?.value == "b@x.example")
        #expect(!policy.groups.create && !policy.groups.rename && !policy.groups.updateMembers && !policy.groups.adopt)
        #expect(policy.groups.delete == .tombstone && policy.groups.scope == .all && policy.groups.manageUserManaged)
        #expect(policy.ownership.marker == "acme:" && policy.ownership.takeOver)
        #expect(policy.protect.users == ["a@x.example", "*@board.x.example"] && policy.protect.groups == ["Exec*"])
        #expect(policy.limits.groupDeletions == .count(0) && policy.limits.userRemovals == .percent(0))
        #expect(policy.limits.userSuspensions == .count(7) && policy.limits.membershipRemovals == .percent(100))
        #expect(policy.licences == .warn)
    }

    /// The table of defaults in the contract, written out, is the policy of a workspace without one.
    @Test func writtenDefaultsAreTheDefaults() throws {
        #expect(try Fixtures.load("valid", "policy-defaults.json").manifests.policy == Policy())
        #expect(try Fixtures.load("valid", "policy-nulls.json").manifests.policy == Policy())
        #expect(try Fixtures.load("valid", "policy-minimal.json").manifests.policy == Policy())
    }

    @Test func readsAWholeConnection() throws {
        let connection = try load(
            """
            {"apiVersion": "roster/v1", "kind": "Connection", "name": "acme", "enabled": false,
             "service_uri": "http://[::1]:8484/2", "team_id": "dbtid:A",
             "authentication": {"method": "oauth", "grant_type": "refresh_token", "client_id": {"env": "ID"},
               "client_secret": {"file": "/run/secret"}, "refresh_token": {"env": "TOKEN"},
               "token_endpoint": "https://[2001:db8::1]/oauth2/token"}}
            """
        ).connection
        #expect(connection.name == "acme" && !connection.isEnabled && connection.hasAuthentication)
        #expect(connection.serviceURI == "http://[::1]:8484/2" && connection.teamID == "dbtid:A")
        #expect(connection.tokenEndpoint == "https://[2001:db8::1]/oauth2/token")
        #expect(connection.clientID == .reference(.environment("ID")))
        #expect(connection.clientSecret == .file("/run/secret") && connection.refreshToken == .environment("TOKEN"))
        #expect(connection.location == place(1, 1))
    }

    @Test func aClientIDMayBePlain() throws {
        let connection = try load(
            """
            {"apiVersion": "roster/v1", "kind": "Connection", "authentication": {"client_id": "abc"}}
            """
        ).connection
        #expect(connection.clientID == .plain("abc") && connection.clientSecret == nil && connection.isEnabled)
    }

    private func place(_ line: Int, _ column: Int) -> SourceLocation {
        SourceLocation(file: "a.json", line: line, column: column)
    }

    private func load(_ text: String, warnings: Int = 0) throws -> Manifests {
        let load = loadManifests([ManifestFile(path: "a.json", bytes: Array(text.utf8))])
        #expect(load.findings.map(\.severity) == Array(repeating: .warning, count: warnings), "\(load.findings)")
        return load.manifests
    }
}

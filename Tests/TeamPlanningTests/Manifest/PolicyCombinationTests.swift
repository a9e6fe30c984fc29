import TeamPlanning
import Testing

/// Fields of the policy that contradict each other, and those that only look as if they did.
struct PolicyCombinationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let policy: String
        let message: String
        var testDescription: String { name }

        init(_ name: String, _ policy: String, _ message: String) {
            self.name = name
            self.policy = policy
            self.message = message
        }
    }

    @Test(arguments: [
        Case(
            "disable needs update",
            #""users":{"update":false,"disable":⟦true}"#,
            "users.disable needs users.update, which is false."
        ),
        Case(
            "remove_action needs disable",
            #""users":{"disable":false,"remove_action":⟦"disable"}"#,
            "users.remove_action is \"disable\", but suspending is switched off."
        ),
        Case(
            "deprovision needs disable",
            #""users":{"disable":false,"deprovision":⟦true}"#,
            "users.remove_action is \"disable\", but suspending is switched off."
        ),
        Case(
            "deprovision needs update",
            #""users":{"update":false,"deprovision":⟦true}"#,
            "users.remove_action is \"disable\", but suspending is switched off."
        ),
        Case(
            "days without suspension",
            #""users":{"disable":false,"delete_after_days":⟦30}"#,
            "users.delete_after_days counts from the suspension, but suspending is switched off."
        ),
        Case(
            "days with removal at once",
            #""users":{"remove_action":"delete","delete_after_days":⟦30}"#,
            "users.delete_after_days says when a suspended member is removed, but \"remove_action\" removes at once."
        ),
        Case(
            "keep and transfer",
            #""users":{"delete_options":{"keep_account":⟦true,"transfer_dest":"a@x.example","transfer_admin":"b@x.example"}}"#,
            "users.delete_options keeps the account and transfers its files, which Dropbox refuses "
                + "(cannot_keep_account_and_transfer)."
        ),
        Case(
            "keep and transfer errors",
            #""users":{"delete_options":{"keep_account":⟦true,"transfer_admin":"b@x.example"}}"#,
            "users.delete_options keeps the account and transfers its files, which Dropbox refuses "
                + "(cannot_keep_account_and_transfer)."
        ),
        Case(
            "keep and delete",
            #""users":{"delete_options":{"keep_account":⟦true,"permanently_delete_files":true}}"#,
            "users.delete_options keeps the account and deletes its files, which Dropbox refuses "
                + "(cannot_keep_account_and_permanently_delete)."
        ),
        Case(
            "delete and transfer",
            #""users":{"delete_options":{"permanently_delete_files":⟦true,"transfer_dest":"a@x.example","transfer_admin":"b@x.example"}}"#,
            "users.delete_options deletes the files and transfers them, which Dropbox refuses "
                + "(cannot_permanently_delete_and_transfer)."
        ),
        Case(
            "transfer without admin",
            #""users":{"delete_options":{"transfer_dest":⟦"a@x.example"}}"#,
            "users.delete_options transfers files without an admin who is told of errors, which Dropbox refuses "
                + "(unspecified_transfer_admin_id)."
        ),
        Case(
            "shares without account",
            #""users":{"delete_options":{"retain_team_shares":⟦true}}"#,
            "users.delete_options retains team shares without keeping the account, which Dropbox refuses "
                + "(cannot_retain_shares_when_no_account_kept)."
        ),
        Case(
            "no marker, users",
            #""ownership":{"marker":""},"groups":{"delete":"never"},"users":{"scope":⟦"managed"}"#,
            "users.scope is \"managed\", but with an empty marker nothing tells what roster manages."
        ),
        Case(
            "no marker, users by default",
            #""ownership":{"marker":⟦""},"groups":{"scope":"all"},"users":{"deprovision":true}"#,
            "users.scope is \"managed\", but with an empty marker nothing tells what roster manages."
        ),
        Case(
            "no marker, groups by default",
            #""ownership":{"marker":⟦""}"#,
            "groups.scope is \"managed\", but with an empty marker nothing tells what roster manages."
        ),
        Case(
            "no marker, groups",
            #""ownership":{"marker":""},"groups":{"delete":"never","scope":⟦"managed"}"#,
            "groups.scope is \"managed\", but with an empty marker nothing tells what roster manages."
        ),
    ])
    func contradictionsAreFindings(fault: Case) {
        let marked = MarkedText("{\"apiVersion\":\"roster/v1\",\"kind\":\"Policy\",\n\(fault.policy)}")
        let load = loadManifests([ManifestFile(path: "p.json", bytes: Array(marked.text.utf8))])
        #expect(load.findings.map(\.message) == [fault.message])
        #expect(load.findings.map(\.code) == [.conflictingFields])
        #expect(load.findings.map(\.location) == [marked.location(in: "p.json")])
    }

    @Test func withoutUpdateNobodyIsSuspended() {
        let policy = load(#""users":{"update":false}"#)
        #expect(!policy.users.disable)
    }

    @Test func contradictingDefaultsDoNotMatterWhileUnused() {
        #expect(load(#""users":{"disable":false}"#).users.removeAction == .disable)
        #expect(load(#""users":{"disable":false,"deprovision":true,"remove_action":"delete"}"#).users.deprovision)
        #expect(load(#""ownership":{"marker":""},"groups":{"delete":"tombstone"}"#).ownership.marker == "")
        #expect(
            load(#""ownership":{"marker":""},"groups":{"scope":"all"},"users":{"scope":"all"}"#).users.scope == .all
        )
    }

    private func load(_ fields: String) -> Policy {
        let text = "{\"apiVersion\":\"roster/v1\",\"kind\":\"Policy\",\(fields)}"
        let load = loadManifests([ManifestFile(path: "p.json", bytes: Array(text.utf8))])
        #expect(load.findings == [])
        return load.manifests.policy
    }
}

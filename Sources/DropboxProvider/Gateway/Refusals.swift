/// What Dropbox's tags for refused changes mean for people, with the next step (spec: the route errors of `team.stone`).
enum Refusals {
    /// The sentence for a chain of tags, outermost first; the tag is named so that it can be looked up.
    static func sentence(for tags: [String]) -> String {
        let chain = tags.joined(separator: "/")
        for tag in tags.reversed() {
            if let known = users[tag] ?? groups[tag] { return "\(known) (\(chain))" }
        }
        return "Dropbox refused with \(chain.isEmpty ? "no reason" : chain): run plan to see the team as it is now"
    }

    private static let users = [
        "user_not_found": "Dropbox does not know this member: run plan again",
        "user_not_in_team": "the member has left the team: run plan again",
        "team_license_limit": "the team has no seat left: buy seats or remove people, then run apply again",
        "free_team_member_limit_reached": "the free team is full: upgrade it or remove people, then run apply again",
        "user_already_on_team":
            "this email belongs to the team already, perhaps to an invited or removed member: run plan again",
        "user_on_another_team": "this email belongs to another team: ask the person to leave it first",
        "user_already_paired": "the person's account is paired with another one: ask the person to unpair it",
        "user_migration_failed": "Dropbox could not move the person's account: run apply again, then ask Dropbox",
        "duplicate_external_member_id":
            "another member, perhaps a removed one, has this external ID: give the person another one",
        "duplicate_member_persistent_id": "another member has this persistent ID: correct it in the manifest",
        "persistent_id_disabled": "the team does not use persistent IDs: remove persistent_id from the manifest",
        "persistent_id_used_by_other_user": "another member has this persistent ID: correct it in the manifest",
        "user_creation_failed": "Dropbox could not create the account: run apply again, then ask Dropbox",
        "user_unrecoverable": "the member cannot be recovered any more: run plan again to invite them anew",
        "external_id_used_by_other_user": "another member, perhaps a removed one, has this external ID: correct one",
        "email_reserved_for_other_user": "another account has this email: free it first, or correct the manifest",
        "set_profile_disallowed": "the profile of a removed member cannot be changed: run plan again",
        "no_new_data_specified": "the change was empty: please report this",
        "param_cannot_be_empty": "an email cannot be empty: correct the manifest",
        "directory_restricted_off": "the team has no restricted directory: remove is_directory_restricted",
        "last_admin": "this is the team's last admin: make somebody else a team admin first",
        "cannot_set_permissions": "the role of a suspended member cannot be changed: unsuspend them first",
        "role_not_found": "the team does not have this role: run plan again",
        "suspend_inactive_user": "only an active member can be suspended: run plan again",
        "suspend_last_admin": "this is the team's last admin: make somebody else a team admin first",
        "unsuspend_non_suspended_member": "the member is not suspended any more: run plan again",
        "remove_last_admin": "this is the team's last admin: make somebody else a team admin first",
        "cannot_keep_account_and_transfer":
            "an account that is kept keeps its files: set keep_account or transfer_dest",
        "cannot_keep_account_and_delete_data":
            "an account that is kept cannot be wiped: set keep_account or wipe_data",
        "email_address_too_long_to_be_disabled": "the email is too long for Dropbox to remove the member: shorten it",
        "cannot_keep_invited_user_account": "an invited person has no account to keep: set keep_account to false",
        "cannot_keep_account_and_permanently_delete":
            "an account that is kept keeps its files: set keep_account or permanently_delete_files",
        "cannot_permanently_delete_and_transfer":
            "files cannot be deleted and transferred: set permanently_delete_files or transfer_dest",
        "already_transferred": "the member's files have been transferred already: remove transfer_dest",
        "already_transferred_or_deleted": "the member's files are gone already: remove transfer_dest",
        "transfer_in_progress": "the member's files are being transferred: run apply again when that has ended",
        "cannot_retain_shares_when_data_wiped":
            "shares cannot be kept when data is wiped: set retain_team_shares to false",
        "cannot_retain_shares_when_no_account_kept": "shares are kept only with the account: set keep_account",
        "cannot_retain_shares_when_team_external_sharing_off":
            "the team does not share outside, so shares cannot be kept: set retain_team_shares to false",
        "cannot_keep_account": "the account cannot be kept: set keep_account to false",
        "cannot_keep_account_under_legal_hold": "the account is under a legal hold: set keep_account to false",
        "cannot_keep_account_required_to_sign_tos": "the person has to accept Dropbox's terms to keep the account",
        "removed_and_transfer_dest_should_differ": "files cannot go to the removed member: change transfer_dest",
        "removed_and_transfer_admin_should_differ": "the removed member cannot be transfer_admin: name another admin",
        "transfer_dest_user_not_found": "the member who is to get the files is gone: change transfer_dest",
        "transfer_dest_user_not_in_team": "the member who is to get the files has left: change transfer_dest",
        "transfer_admin_user_not_found": "the admin for the transfer is gone: change transfer_admin",
        "transfer_admin_user_not_in_team": "the admin for the transfer has left: change transfer_admin",
        "unspecified_transfer_admin_id": "a transfer of files needs an admin: set transfer_admin",
        "transfer_admin_is_not_admin": "transfer_admin has to be an admin: name another member",
        "recipient_not_verified": "the member who is to get the files has not verified their email",
        "member_is_transfer_destination": "files are being moved to this member: run apply again when that has ended",
    ]

    private static let groups = [
        "group_not_found": "the group does not exist any more: run plan again",
        "group_already_deleted": "the group has been deleted already: run plan again",
        "group_name_already_used": "another group has this name: run plan again",
        "group_name_invalid": "Dropbox does not accept this group name: correct the manifest",
        "external_id_already_in_use": "another group has this external ID: run plan again",
        "system_managed_group_disallowed": "Dropbox keeps this group itself: remove it from the manifests",
        "duplicate_user": "somebody in this call is in the group already, so nobody was added: run apply again",
        "group_not_in_team": "the group belongs to another team: run plan again",
        "members_not_in_team": "these people are not in the team: run plan again",
        "users_not_found": "Dropbox does not know these people: run plan again",
        "user_must_be_active_to_be_owner": "an owner has to be an active member: wait until they have joined",
        "user_cannot_be_manager_of_company_managed_group":
            "a company-managed group has no owners: make it user_managed, or name them as members",
        "member_not_in_group": "somebody in this call is not in the group, so nothing was changed: run apply again",
    ]
}

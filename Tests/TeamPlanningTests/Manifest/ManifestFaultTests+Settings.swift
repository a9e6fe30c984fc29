import TeamPlanning

/// Faults of Policy and Connection manifests, and what this version cannot do.
extension ManifestFaultTests {
    static let policies = [
        Case(
            name: "negative limit",
            code: .invalidValue,
            marked: policy("\"limits\":{\"user_removals\":⟦-1}"),
            message: "limits.user_removals has to be a count from 0 to 1000000 or a percentage such as \"10%\", "
                + "not \"-1\".",
            remedy: "Write a count from 0 to 1000000 or a percentage such as \"10%\"."
        ),
        Case(
            name: "limit above 100%",
            code: .invalidValue,
            marked: policy("\"limits\":{\"user_removals\":⟦\"120%\"}"),
            message: "limits.user_removals has to be a count from 0 to 1000000 or a percentage such as \"10%\", "
                + "not \"120%\".",
            remedy: "Write a number without quotes, or a string from \"0%\" to \"100%\"."
        ),
        Case(
            name: "limit in quotes",
            code: .invalidValue,
            marked: policy("\"limits\":{\"group_deletions\":⟦\"5\"}"),
            message: "limits.group_deletions has to be a count from 0 to 1000000 or a percentage such as \"10%\", "
                + "not \"5\".",
            remedy: "Write a number without quotes, or a string from \"0%\" to \"100%\"."
        ),
        Case(
            name: "days in quotes",
            code: .wrongType,
            marked: policy("\"users\":{\"delete_after_days\":⟦\"30\"}"),
            message: "users.delete_after_days has to be a whole number from 1 to 36500, not a string.",
            remedy: "Remove the quotes: a string is not a number."
        ),
        Case(
            name: "zero days",
            code: .invalidValue,
            marked: policy("\"users\":{\"delete_after_days\":⟦0}"),
            message: "users.delete_after_days has to be a whole number from 1 to 36500, not 0.",
            remedy: "Write a whole number from 1 to 36500."
        ),
        Case(
            name: "scope",
            code: .invalidValue,
            marked: policy("\"groups\":{\"scope\":⟦\"manged\"}"),
            message: "groups.scope has to be \"managed\", \"all\" or {\"filter\": \"…\"}, not \"manged\".",
            remedy: "Did you mean \"managed\"?"
        ),
        Case(
            name: "marker",
            code: .invalidValue,
            marked: policy("\"ownership\":{\"marker\":⟦\"our marker:\"}"),
            message: "ownership.marker has to be at most 32 printable ASCII characters without spaces.",
            remedy: "Write a marker such as \"roster:\"."
        ),
        Case(
            name: "unknown option",
            code: .unknownField,
            marked: policy("\"users\":{\"delete_options\":{⟦\"keep_acount\":true}}"),
            message: "users.delete_options has no field \"keep_acount\".",
            remedy: "Did you mean \"keep_account\"?"
        ),
    ]

    static let connections = [
        Case(
            name: "secret written out",
            code: .secretInManifest,
            marked: authentication("\"refresh_token\": ⟦\"hunter2\""),
            message: "authentication.refresh_token is written out, and a manifest in git is no place for a secret.",
            remedy: "Revoke the secret if the file was ever committed, and write {\"env\": NAME} or {\"file\": PATH}."
        ),
        Case(
            name: "secret as a variable's name",
            code: .invalidValue,
            marked: authentication("\"client_secret\": {\"env\": ⟦\"hunter-2\"}"),
            message: "authentication.client_secret.env is not the name of an environment variable.",
            remedy: "Write the variable's name, such as DROPBOX_REFRESH_TOKEN, never the secret itself."
        ),
        Case(
            name: "two places",
            code: .conflictingFields,
            marked: authentication("\"client_secret\": ⟦{\"env\": \"A\", \"file\": \"b\"}"),
            message: "authentication.client_secret names both an environment variable and a file.",
            remedy: "Keep one of \"env\" and \"file\"."
        ),
        Case(
            name: "no place",
            code: .missingField,
            marked: authentication("\"client_secret\": ⟦{}"),
            message: "authentication.client_secret names neither an environment variable nor a file.",
            remedy: "Write {\"env\": NAME} or {\"file\": PATH}."
        ),
        Case(
            name: "http to another host",
            code: .invalidValue,
            marked: authentication("\"token_endpoint\": ⟦\"http://127.0.0.1.example.com/token\""),
            message: "authentication.token_endpoint has to be an https URL without user name, query and fragment.",
            remedy: "Write a URL such as https://api.dropboxapi.com/2; plain http:// works only for localhost, "
                + "127.0.0.1 and [::1]."
        ),
        Case(
            name: "another method",
            code: .invalidValue,
            marked: authentication("\"method\": ⟦\"basic\""),
            message: "authentication.method has to be \"oauth\", not \"basic\".",
            remedy: "Write \"oauth\"."
        ),
    ]
}

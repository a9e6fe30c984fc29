import TeamPlanning
import Testing

/// Every fault of one manifest: code, place, sentence and next step. `⟦` marks the place.
struct ManifestFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let code: FindingCode
        let marked: String
        let message: String
        let remedy: String
        var resource: String?
        var testDescription: String { name }
    }

    @Test(arguments: headers + records + values + policies + connections + notYet)
    func isReportedOnceAtItsPlace(fault: Case) {
        let marked = MarkedText(fault.marked)
        let load = loadManifests([ManifestFile(path: "m/a.json", bytes: Array(marked.text.utf8))])
        let expected = Finding(
            .error,
            fault.code,
            fault.message,
            remedy: fault.remedy,
            resource: fault.resource,
            at: marked.location(in: "m/a.json")
        )
        #expect(load.findings == [expected])
        #expect(load.hasErrors)
    }

    private static func users(_ record: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\n\"users\":[\(record)]}"
    }

    private static func user(_ fields: String) -> String {
        users("{\"email\":\"jane@x.example\",\n\(fields)}")
    }

    private static func groups(_ record: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"Groups\",\n\"groups\":[\(record)]}"
    }

    private static func policy(_ fields: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"Policy\",\n\(fields)}"
    }

    private static func authentication(_ fields: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"Connection\",\n\"authentication\":{\(fields)}}"
    }

    static let headers = [
        Case(
            name: "not an object",
            code: .wrongType,
            marked: " ⟦[]",
            message: "The manifest has to be an object, not a list.",
            remedy: "Write one JSON object with \"apiVersion\" and \"kind\"."
        ),
        Case(
            name: "no apiVersion",
            code: .missingField,
            marked: "⟦{\"kind\":\"Users\",\"users\":[]}",
            message: "The manifest has no \"apiVersion\".",
            remedy: "Add the field \"apiVersion\"."
        ),
        Case(
            name: "another version",
            code: .unsupportedVersion,
            marked: "{\"apiVersion\":⟦\"roster/v2\",\"kind\":\"Users\",\"people\":[]}",
            message: "apiVersion has to be \"roster/v1\", not \"roster/v2\".",
            remedy: "Write \"roster/v1\", or use a roster that reads it."
        ),
        Case(
            name: "version is a number",
            code: .wrongType,
            marked: "{\"apiVersion\":⟦1,\"kind\":\"Users\",\"users\":[]}",
            message: "apiVersion has to be \"roster/v1\", not a number.",
            remedy: "Write \"roster/v1\"."
        ),
        Case(
            name: "no kind",
            code: .missingField,
            marked: "⟦{\"apiVersion\":\"roster/v1\",\"users\":[]}",
            message: "The manifest has no \"kind\".",
            remedy: "Add the field \"kind\"."
        ),
        Case(
            name: "misspelt kind",
            code: .unknownKind,
            marked: "{\"apiVersion\":\"roster/v1\",\"kind\":⟦\"users\"}",
            message: "kind has to be \"Connection\", \"Policy\", \"Mapping\", \"Users\" or \"Groups\", not \"users\".",
            remedy: "Did you mean \"Users\"?"
        ),
        Case(
            name: "unknown kind",
            code: .unknownKind,
            marked: "{\"apiVersion\":\"roster/v1\",\"kind\":⟦\"Secret\"}",
            message: "kind has to be \"Connection\", \"Policy\", \"Mapping\", \"Users\" or \"Groups\", not \"Secret\".",
            remedy: "Write one of these kinds."
        ),
        Case(
            name: "kind is a list",
            code: .wrongType,
            marked: "{\"apiVersion\":\"roster/v1\",\"kind\":⟦[\"Users\"]}",
            message: "kind has to be \"Connection\", \"Policy\", \"Mapping\", \"Users\" or \"Groups\", not a list.",
            remedy: "Write \"Connection\", \"Policy\", \"Mapping\", \"Users\" or \"Groups\"."
        ),
        Case(
            name: "unknown field with a near one",
            code: .unknownField,
            marked: "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\n  ⟦\"maping\":\"x\",\"users\":[]}",
            message: "The manifest has no field \"maping\".",
            remedy: "Did you mean \"mapping\"?"
        ),
        Case(
            name: "description is a list",
            code: .wrongType,
            marked: "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\"description\":⟦[\"a\"],\"users\":[]}",
            message: "description has to be a string, not a list.",
            remedy: "Write a string."
        ),
    ]

    static let records = [
        Case(
            name: "no users",
            code: .missingField,
            marked: "⟦{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\"}",
            message: "The manifest has no \"users\".",
            remedy: "Add the field \"users\"."
        ),
        Case(
            name: "users are an object",
            code: .wrongType,
            marked: "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\"users\":⟦{}}",
            message: "users has to be a list of objects, not an object.",
            remedy: "Write a list of objects."
        ),
        Case(
            name: "record is a string",
            code: .wrongType,
            marked: users("{\"email\":\"a@x.example\"}, ⟦\"b@x.example\""),
            message: "users[1] has to be an object, not a string.",
            remedy: "Write an object."
        ),
        Case(
            name: "no email",
            code: .missingField,
            marked: users("\n  ⟦{\"given_name\":\"Jane\"}"),
            message: "users[0] has no \"email\".",
            remedy: "Add the field \"email\"."
        ),
        Case(
            name: "null email",
            code: .missingField,
            marked: users("⟦{\"email\":null}"),
            message: "users[0] has no \"email\".",
            remedy: "Add the field \"email\"."
        ),
        Case(
            name: "camel case",
            code: .unknownField,
            marked: user("⟦\"givenName\":\"Jane\""),
            message: "users[0] has no field \"givenName\".",
            remedy: "Did you mean \"given_name\"?",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "field of a directory",
            code: .unknownField,
            marked: user("⟦\"enabled\":true"),
            message: "users[0] has no field \"enabled\".",
            remedy: "Remove it; the fields here are description, email, external_id, given_name, groups, "
                + "is_directory_restricted, lifecycle, persistent_id, previous_emails, role, send_welcome_email, "
                + "status, surname, wipe_data.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "no group name",
            code: .missingField,
            marked: groups("⟦{\"members\":[]}"),
            message: "groups[0] has no \"name\".",
            remedy: "Add the field \"name\"."
        ),
        Case(
            name: "owners of a company group",
            code: .conflictingFields,
            marked: groups("{\"name\":\"A\",\"owners\":⟦[\"jane@x.example\"],\"management\":\"company_managed\"}"),
            message: "groups[0].owners names owners, but the group is not declared user_managed.",
            remedy: "Add \"management\": \"user_managed\", or move the owners to \"members\".",
            resource: "group:A"
        ),
        Case(
            name: "owners without management",
            code: .conflictingFields,
            marked: groups("{\"name\":\"A\",\"owners\":⟦[\"jane@x.example\"]}"),
            message: "groups[0].owners names owners, but the group is not declared user_managed.",
            remedy: "Add \"management\": \"user_managed\", or move the owners to \"members\".",
            resource: "group:A"
        ),
    ]

    static let values = [
        Case(
            name: "status true",
            code: .wrongType,
            marked: user("\"status\": ⟦true"),
            message: "users[0].status has to be \"active\" or \"suspended\", not the Boolean true.",
            remedy: "Write \"active\" instead of true.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "status false",
            code: .wrongType,
            marked: user("\"status\": ⟦false"),
            message: "users[0].status has to be \"active\" or \"suspended\", not the Boolean false.",
            remedy: "Write \"suspended\" instead of false.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "status in capitals",
            code: .invalidValue,
            marked: user("\"status\": ⟦\"ACTIVE\""),
            message: "users[0].status has to be \"active\" or \"suspended\", not \"ACTIVE\".",
            remedy: "Did you mean \"active\"?",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "status of its own",
            code: .invalidValue,
            marked: user("\"status\": ⟦\"removed\""),
            message: "users[0].status has to be \"active\" or \"suspended\", not \"removed\".",
            remedy: "Write \"active\" or \"suspended\".",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "email pattern",
            code: .invalidValue,
            marked: users("{\"email\": ⟦\"jané@x.example\"}"),
            message: "users[0].email is \"jané@x.example\", which is not an email address that Dropbox accepts.",
            remedy: "Write an address such as jane@example.com, with ASCII letters, digits and ' # & . _ % + - "
                + "before the @."
        ),
        Case(
            name: "long name",
            code: .invalidValue,
            marked: user("\"given_name\": ⟦\"\(String(repeating: "x", count: 51))\""),
            message: "users[0].given_name has 51 characters, Dropbox takes at most 50.",
            remedy: "Shorten it to 50 characters.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "forbidden character",
            code: .invalidValue,
            marked: user("\"surname\": ⟦\"O/Neil\""),
            message: "users[0].surname holds the character /, which Dropbox does not allow in names.",
            remedy: "Remove each of / : ? * < > \" | from the name.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "long external ID",
            code: .invalidValue,
            marked: user("\"external_id\": ⟦\"\(String(repeating: "x", count: 65))\""),
            message: "users[0].external_id has 65 characters, Dropbox takes at most 64.",
            remedy: "Shorten it to 64 characters.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "numeric external ID",
            code: .wrongType,
            marked: user("\"external_id\": ⟦1001"),
            message: "users[0].external_id has to be a string, not a number.",
            remedy: "Put it in double quotes.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "Boolean in quotes",
            code: .wrongType,
            marked: user("\"wipe_data\": ⟦\"false\""),
            message: "users[0].wipe_data has to be true or false, not a string.",
            remedy: "Remove the quotes: a string is not a Boolean.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "list item",
            code: .invalidValue,
            marked: user("\"groups\": [\"A\", ⟦\"\"]"),
            message: "users[0].groups[1] must not be empty.",
            remedy: "Write a value, or leave the field out.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "list is a string",
            code: .wrongType,
            marked: user("\"groups\": ⟦\"A\""),
            message: "users[0].groups has to be a list of strings, not a string.",
            remedy: "Write a list of strings.",
            resource: "user:jane@x.example"
        ),
        Case(
            name: "space around a group name",
            code: .invalidValue,
            marked: groups("{\"name\": ⟦\"Sales \"}"),
            message: "groups[0].name is \"Sales \", with white space around the name.",
            remedy: "Remove the white space around the name."
        ),
        Case(
            name: "control character",
            code: .invalidValue,
            marked: groups("{\"name\": ⟦\"Sa\\u001bles\"}"),
            message: "groups[0].name holds a control character.",
            remedy: "Remove the control character."
        ),
    ]

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

    private static let later = "Write users and groups with Dropbox's own attribute names, without mapping and filters."

    static let notYet = [
        Case(
            name: "Mapping",
            code: .notSupported,
            marked: "{\"apiVersion\":\"roster/v1\",\"kind\":⟦\"Mapping\",\"name\":\"directory\",\"users\":{}}",
            message: "The manifest is a Mapping, which this version of roster does not support yet.",
            remedy: later
        ),
        Case(
            name: "mapped users",
            code: .notSupported,
            marked:
                "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\"mapping\":⟦\"directory\",\"users\":[{\"mail\":1}]}",
            message: "mapping names a provisioning rule, which this version of roster does not support yet.",
            remedy: later
        ),
        Case(
            name: "members_where",
            code: .notSupported,
            marked: groups("{\"name\":\"A\",\"members_where\":⟦\"department pr\"}"),
            message: "groups[0].members_where holds a filter, which this version of roster does not support yet.",
            remedy: later,
            resource: "group:A"
        ),
        Case(
            name: "filter as scope",
            code: .notSupported,
            marked: policy("\"users\":{\"scope\":{\"filter\":⟦\"email ew \\\"x\\\"\"}}"),
            message: "users.scope.filter holds a filter, which this version of roster does not support yet.",
            remedy: later
        ),
    ]
}

import TeamPlanning

/// Faults of the records of Users and Groups manifests.
extension ManifestFaultTests {
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
}

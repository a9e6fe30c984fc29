import TeamPlanning

/// Faults of the outermost object.
extension ManifestFaultTests {
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
}

import ArgumentParser

/// How a person consents to an apply without typing at a prompt.
struct ConsentOptions: ParsableArguments {
    @Flag(help: "Apply without asking. Group deletions need --confirm-group-deletions besides.")
    var autoApprove = false

    @Option(
        help: ArgumentHelp("Consent to exactly the group deletions that carry this token.", valueName: "token")
    )
    var confirmGroupDeletions: String?

    @Option(
        help: ArgumentHelp(
            "Apply only if this reviewed plan (JSON) covers every change. Nothing is executed from the file.",
            valueName: "file"
        )
    )
    var approved: String?
}

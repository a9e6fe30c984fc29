import ArgumentParser

/// Where Dropbox is, where that differs from the Connection manifest.
struct EndpointOptions: ParsableArguments {
    @Option(
        name: .customLong("service-uri"),
        help: ArgumentHelp("The API's base address; also ROSTER_SERVICE_URI.", valueName: "uri")
    )
    var serviceURI: String?

    @Option(help: ArgumentHelp("The OAuth token endpoint; also ROSTER_TOKEN_ENDPOINT.", valueName: "uri"))
    var tokenEndpoint: String?
}

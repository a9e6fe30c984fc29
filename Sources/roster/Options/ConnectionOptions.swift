import ArgumentParser

/// How the team is reached, where it differs from the Connection manifest.
struct ConnectionOptions: ParsableArguments {
    @OptionGroup var endpoints: EndpointOptions

    @Option(help: ArgumentHelp("How many members one page of a listing holds, 1 to 1000.", valueName: "n"))
    var pageSize: Int?

    @Flag(help: "Use a simulated team in .roster/simulator.json instead of Dropbox; needs no account.")
    var simulate = false

    @OptionGroup var faults: FaultOptions

    var serviceURI: String? { endpoints.serviceURI }
    var tokenEndpoint: String? { endpoints.tokenEndpoint }

    /// The files that are read.
    var inputs: [FileRole] {
        simulate ? [FileRole(path: SimulatorState.defaultPath, role: "the simulated team of --simulate")] : []
    }

    func validate() throws {
        if let pageSize, !(1...1000).contains(pageSize) {
            throw ValidationError("--page-size is \(pageSize); use 1 to 1000.")
        }
        if simulate, serviceURI != nil || tokenEndpoint != nil {
            throw ValidationError("--simulate excludes --service-uri and --token-endpoint; leave one of them out.")
        }
        if !simulate, !faults.fault.isEmpty {
            throw ValidationError(
                "--fault needs --simulate: faults are for a simulated team; add it, or leave them out."
            )
        }
    }
}

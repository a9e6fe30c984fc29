import ArgumentParser
import DropboxSimulator
import Reporting

/// `roster simulator`: serves a simulated team until it is interrupted.
struct SimulatorCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulator",
        abstract: "Serve a simulated Dropbox team over HTTP on this machine.",
        discussion: """
            The first line on stdout says where it listens. Nothing outside this machine can connect. It serves until \
            it is interrupted.

            Example:
              roster simulator --port 8484 --state team.json
              export ROSTER_SERVICE_URI=http://127.0.0.1:8484/2
              export DROPBOX_ACCESS_TOKEN=simulator-access-token
              roster plan

            It has an authorisation page for the app simulator-client-id, so that login and logout can be tried as well; the \
            tokens that it gives last as long as it runs.

            Example:
              export ROSTER_SERVICE_URI=http://127.0.0.1:8484/2
              export ROSTER_TOKEN_ENDPOINT=http://127.0.0.1:8484/oauth2/token
              roster login --client-id simulator-client-id

            To rehearse a bad night, let it fail on purpose. P is the share of the calls that are hit, 0 to 1. Faults \
            combine; reads, writes, polls and the token endpoint are hit alike; the same seed hits the same calls.

            Example:
              roster simulator --fault 429:0.1 --fault lost-reply:0.05 --fault-seed 7
              roster apply --simulate --fault 500:0.05 --fault slow:200ms

            Faults:
            \(FaultOptions.table)
            """
    )

    @Option(help: ArgumentHelp("The port; 0 picks a free one.", valueName: "port"))
    var port: UInt16 = 8484

    @Option(
        help: ArgumentHelp("Keep the team in this file; it is made on the first run.", valueName: "file")
    )
    var state: String?

    @Option(
        help: ArgumentHelp("Start from the team in this file, instead of a sample team.", valueName: "file")
    )
    var seed: String?

    @Option(help: ArgumentHelp("Hold every answer back for this many milliseconds.", valueName: "ms"))
    var latency = 0

    @OptionGroup var faults: FaultOptions

    func validate() throws {
        guard latency >= 0 else { throw ValidationError("--latency is \(latency); use 0 or more.") }
    }

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let file = SimulatorState(path: state, seedPath: seed, context: context)
        var configuration = SimulatorConfiguration()
        configuration.port = Int(port)
        configuration.latency = .milliseconds(latency)
        faults.configure(&configuration)
        let simulator = try file.simulator(configuration)
        let signals = context.signals()
        return try await simulator.withServer { server in
            try context.print("listening on \(server.origin)\n")
            context.console.writeError(Self.guide(server))
            for await _ in signals { return .interrupted }
            return .done
        }
    }

    private static func guide(_ server: RunningSimulator) -> String {
        """
        To use the simulated team from another terminal:
          export ROSTER_SERVICE_URI=\(server.serviceURI)
          export ROSTER_TOKEN_ENDPOINT=\(server.tokenEndpoint)
          export DROPBOX_ACCESS_TOKEN=\(SimulatorConfiguration.defaultAccessToken)
          roster plan

        """
    }
}

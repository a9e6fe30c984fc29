import DropboxSimulator

/// The file in which a simulated team lives from one run to the next.
struct SimulatorState {
    /// The file of `--simulate`.
    static let defaultPath = ".roster/simulator.json"
    private static let sizeLimit = 256 << 20

    /// The state file; `nil` keeps the team in memory.
    let path: String?
    /// The file that the team starts from when there is no state yet; `nil` is the sample team.
    var seedPath: String?
    let context: CommandContext

    /// A simulator that starts from the state, else the seed, else the sample team, and saves every change.
    func simulator(_ configuration: SimulatorConfiguration) throws -> Simulator {
        guard let path else {
            return try Simulator(
                configuration: configuration,
                seed: firstTeam(),
                now: context.now,
                sleep: context.sleep
            )
        }
        let files = context.files
        let team: TeamSeed
        if let saved = try saved(at: path) {
            team = saved
        } else {
            team = try firstTeam()
            try files.replace(path, with: team.encoded())
        }
        return try Simulator(
            configuration: configuration,
            seed: team,
            now: context.now,
            sleep: context.sleep,
            persist: { try files.replace(path, with: $0.encoded()) }
        )
    }

    private func firstTeam() throws -> TeamSeed {
        guard let seedPath else { return .sample() }
        return try decode(context.files.read(seedPath, limit: Self.sizeLimit), path: seedPath)
    }

    private func saved(at path: String) throws -> TeamSeed? {
        do {
            return try decode(context.files.read(path, limit: Self.sizeLimit), path: path)
        } catch let error as FileError where error.isMissing {
            return nil
        }
    }

    private func decode(_ bytes: [UInt8], path: String) throws(SimulatorStateError) -> TeamSeed {
        do {
            return try TeamSeed(json: bytes)
        } catch {
            throw SimulatorStateError(path: path, cause: error)
        }
    }
}

/// A seed or state file that does not describe a team.
struct SimulatorStateError: CommandError, Equatable {
    let path: String
    let cause: SeedError

    var message: String { "\(path) is no simulated team: at \(cause.place), \(cause.problem)" }
    var nextStep: String { "correct the file, or remove it to start from the sample team" }
}

import DropboxSimulator
import Foundation
import Synchronization
import Testing

@testable import SimulatedTeamSupport

/// One apply of ``LargeTeam``'s manifests, killed on the way or not, and the apply that finishes it.
struct Trial {
    /// How many changes the first plan had.
    let changes: Int
    /// The arguments of the first apply, which consent to what that plan showed.
    let arguments: [String]
    /// How many calls the first apply made.
    let calls: Int
    /// The exit code of the first apply.
    let firstExitCode: Int32
    /// What `status` tells of the first apply.
    let status: Binary.Run
    /// The last apply.
    let last: Binary.Run
    /// The team in the end.
    let team: TeamPicture
    /// What was done to it.
    let effects: EffectCount

    /// Runs an apply to its end, with the consent to a plan that is made before.
    static func run() async throws -> Trial {
        try await run(killAt: nil) { try await $0.consentingApply() }
    }

    /// Runs the apply of another trial, kills it at a call, and runs a second one.
    static func run(_ whole: Trial, killAt moment: Moment) async throws -> Trial {
        try await run(killAt: moment) { _ in (whole.arguments, whole.changes) }
    }

    private static func run(
        killAt moment: Moment?,
        consent: @Sendable (Session) async throws -> (arguments: [String], changes: Int)
    ) async throws -> Trial {
        try await Workspace.withEmpty { workspace in
            try LargeTeam.write(to: workspace)
            let victim = Victim()
            let simulator = try Simulator(
                seed: LargeTeam.seed,
                onCall: { call in
                    if moment?.number == call.number, moment?.stage == call.stage { await victim.kill() }
                }
            )
            return try await simulator.withServer { server in
                let session = Session(workspace: workspace, server: server)
                return try await run(session, try await consent(session), victim, isKilled: moment != nil)
            }
        }
    }

    /// A call of the first apply, counted from 1, and how far it is.
    struct Moment {
        let number: Int
        let stage: CallMoment.Stage
    }

    private static func run(
        _ session: Session,
        _ first: (arguments: [String], changes: Int),
        _ victim: Victim,
        isKilled: Bool
    ) async throws -> Trial {
        let start = await session.callCount()
        let process = try session.start(first.arguments)
        await victim.begin(process)
        var last = try await process.finish()
        let firstExitCode = last.exitCode
        await victim.end()
        let end = await session.callCount()
        let status = try await session.start(["status"]).finish()
        if isKilled { last = try await session.start(try await session.consentingApply().arguments).finish() }
        let (team, calls) = (await session.server.store.seed(), await session.server.store.calls())
        return Trial(
            changes: first.changes,
            arguments: first.arguments,
            calls: end - start,
            firstExitCode: firstExitCode,
            status: status,
            last: last,
            team: TeamPicture(team),
            effects: EffectCount(calls, end: team, start: LargeTeam.seed)
        )
    }
}

/// A workspace and the server that its commands talk to.
private struct Session {
    let workspace: Workspace
    let server: RunningSimulator

    private struct Plan: Decodable {
        let changes: [Change]

        struct Change: Decodable {}
    }

    func callCount() async -> Int { await server.store.calls().count }

    func start(_ arguments: [String]) throws -> RunningBinary {
        let token = SimulatorConfiguration.defaultAccessToken
        return try RunningBinary(
            arguments,
            in: workspace,
            environment: ["ROSTER_SERVICE_URI": server.serviceURI, "DROPBOX_ACCESS_TOKEN": token]
        )
    }

    /// The arguments of an apply that consents to what a plan shows now, and how many changes that is.
    func consentingApply() async throws -> (arguments: [String], changes: Int) {
        let plan = try await start(["plan", "-o", "json=plan.json"]).finish()
        try #require(plan.exitCode == 0, "stderr: \(plan.error)")
        let changes = try JSONDecoder().decode(Plan.self, from: Data(workspace.read("plan.json").utf8)).changes.count
        let token = plan.output.firstMatch(of: /delete-[0-9]+-groups?-[0-9a-f]{8}/).map { String($0.output) }
        let consent = token.map { ["--confirm-group-deletions", $0] } ?? []
        return (["apply", "--auto-approve"] + consent, changes)
    }
}

/// The process that is to be killed.
private actor Victim {
    private var process: RunningBinary?
    private var hasEnded = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// The process has started.
    func begin(_ process: RunningBinary) {
        self.process = process
        resume()
    }

    /// The process has ended.
    func end() {
        hasEnded = true
        resume()
    }

    /// Kills the process, as soon as it is known, and returns when it has ended.
    func kill() async {
        while process == nil { await change() }
        process?.kill()
        while !hasEnded { await change() }
    }

    private func change() async { await withCheckedContinuation { waiting.append($0) } }

    private func resume() {
        for waiter in waiting { waiter.resume() }
        waiting = []
    }
}

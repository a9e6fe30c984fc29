import DropboxSimulator
import Foundation
import Testing

@testable import roster

/// Whoever answers late answers for the plan that they saw, so the plan has to be the same then.
@Suite("Long questions", .timeLimit(.minutes(10)))
struct LongQuestionTests {
    /// Runs an apply at whose question so much time passes, and another hand acts if told.
    private func apply(after minutes: Int, otherHand: Bool) async throws -> (run: CommandRun, calls: [RecordedCall]) {
        try await SmallTeam.withoutDeletion { folder in
            let seed = try TeamSeed(json: Array(folder.read(SmallTeam.stateFile).utf8))
            let clock = VirtualClock()
            return try await Simulator(seed: seed).withServer { server in
                let environment = [
                    "ROSTER_SERVICE_URI": server.serviceURI,
                    "DROPBOX_ACCESS_TOKEN": SimulatorConfiguration.defaultAccessToken,
                ]
                let before = OtherHand(environment: environment)
                let run = await roster(
                    ["apply"],
                    in: folder,
                    environment: environment,
                    answers: ["yes"],
                    clock: clock,
                    whileAsked: {
                        clock.advance(.seconds(60 * minutes))
                        if otherHand { await before.act() }
                    }
                )
                return (run, await server.store.calls())
            }
        }
    }

    /// Another workspace of the same team, whose apply invites somebody whom the first one wants too.
    private struct OtherHand {
        let environment: [String: String]

        func act() async {
            let run = try? await TemporaryFolder.with { folder in
                try folder.write(
                    "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\"users\":[{\"email\":\"carla@small.example\"}]}",
                    to: "manifests/users.json"
                )
                try folder.write(
                    "{\"apiVersion\":\"roster/v1\",\"kind\":\"Policy\",\"groups\":{\"delete\":\"never\"}}",
                    to: "manifests/policy.json"
                )
                return await roster(["apply", "--auto-approve"], in: folder, environment: environment)
            }
            #expect(run?.status == .done)
        }
    }

    private func readings(_ calls: [RecordedCall]) -> Int { calls.count { $0.route == "team/members/list_v2" } }
    private func invitations(_ calls: [RecordedCall]) -> Int { calls.count { $0.route == "team/members/add_v2" } }

    @Test("the team is read again only after a long question", arguments: [(0, 2), (1, 2), (2, 3), (60, 3)])
    func unchanged(minutes: Int, expected: Int) async throws {
        let (run, calls) = try await apply(after: minutes, otherHand: false)
        #expect(run.status == .done, "\(run.error)")
        #expect(readings(calls) == expected)
        #expect(invitations(calls) == 1)
    }

    @Test("a team that changed meanwhile takes the consent back")
    func changed() async throws {
        let (run, calls) = try await apply(after: 10, otherHand: true)
        #expect(run.status == .notConfirmed)
        #expect(run.error.contains("the team changed while the question was open; run apply again"))
        #expect(run.error.contains("nothing was applied"))
        #expect(invitations(calls) == 1, "only the other hand's")
    }
}

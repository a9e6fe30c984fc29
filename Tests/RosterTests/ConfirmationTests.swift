import Foundation
import Testing

@testable import roster

/// Who may start an apply, and with which words.
@Suite("Confirmation", .timeLimit(.minutes(10)))
struct ConfirmationTests {
    private func expectUntouched(
        _ folder: TemporaryFolder,
        _ arguments: [String] = [],
        answers: [String]?,
        status: CommandStatus = .notConfirmed
    ) async throws -> CommandRun {
        let before = try folder.read(SmallTeam.stateFile)
        let run = await roster(["apply", "--simulate"] + arguments, in: folder, answers: answers)
        #expect(run.status == status)
        #expect(run.error.contains("nothing was applied"))
        #expect(try folder.read(SmallTeam.stateFile) == before)
        #expect(!folder.exists(".roster/journal"))
        return run
    }

    private func expectApplied(
        _ folder: TemporaryFolder,
        _ arguments: [String] = [],
        answers: [String]?
    ) async throws {
        let run = await roster(["apply", "--simulate"] + arguments, in: folder, answers: answers)
        #expect(run.status == .done, "\(run.error)")
        #expect(run.answersLeft == 0)
        #expect(try folder.read(SmallTeam.stateFile).contains("carla@small.example"))
    }

    @Test("without deletions a yes is enough")
    func yes() async throws {
        try await SmallTeam.withoutDeletion { folder in
            try await expectApplied(folder, answers: ["yes"])
        }
    }

    @Test("only yes is yes", arguments: [["y"], ["YES"], ["yes "], [" yes"], [""], ["no"], []])
    func onlyYes(answers: [String]) async throws {
        try await SmallTeam.withoutDeletion { folder in
            let run = try await expectUntouched(folder, answers: answers)
            // What was typed ends its line on the terminal; the end of input does not.
            let end = answers.isEmpty ? "\n" : ""
            #expect(run.error.contains("accepted: \(end)not confirmed: \"yes\" was not typed"))
        }
    }

    @Test("a group deletion is confirmed by the group's name first")
    func name() async throws {
        try await SmallTeam.with { folder in
            try await expectApplied(folder, answers: ["Old", "yes"])
        }
    }

    @Test(
        "a wrong name ends the questions, a declined yes the apply",
        arguments: [
            (["old", "yes"], 1), (["yes", "yes"], 1), (["delete 1 group", "yes"], 1), (["Old", "no"], 0), (["Old"], 0),
            ([], 0),
        ]
    )
    func wrongName(answers: [String], left: Int) async throws {
        try await SmallTeam.with { folder in
            let run = try await expectUntouched(folder, answers: answers)
            #expect(run.answersLeft == left)
        }
    }

    @Test("several deletions are confirmed by their number")
    func number() async throws {
        try await SmallTeam.withTwoDeletions { folder in
            _ = try await expectUntouched(folder, answers: ["Old", "yes"])
            _ = try await expectUntouched(folder, answers: ["delete 3 groups", "yes"])
            try await expectApplied(folder, answers: ["delete 2 groups", "yes"])
        }
    }

    @Test("with nobody there, the command that consents is shown, and it works")
    func commandIsShown() async throws {
        try await SmallTeam.with { folder in
            let run = try await expectUntouched(folder, ["--override-limit", "user_removals=20%"], answers: nil)
            let line = try #require(run.error.split(separator: "\n").last?.trimmingCharacters(in: .whitespaces))
            #expect(line.hasPrefix("roster apply --simulate --override-limit user_removals=20% --auto-approve"))
            let arguments = line.split(separator: " ").dropFirst().map(String.init)
            #expect(await roster(arguments, in: folder).status == .done)
        }
    }

    @Test("--auto-approve does not consent to deletions, also on a terminal", arguments: [nil, ["Old", "yes"]])
    func autoApprove(answers: [String]?) async throws {
        try await SmallTeam.with { folder in
            let run = try await expectUntouched(folder, ["--auto-approve"], answers: answers)
            #expect(run.answersLeft == answers?.count ?? 0)
            #expect(run.error.contains("nobody consented to the group deletions"))
        }
    }

    @Test("--auto-approve alone is enough without deletions")
    func autoApproveAlone() async throws {
        try await SmallTeam.withoutDeletion { folder in
            try await expectApplied(folder, ["--auto-approve"], answers: nil)
        }
    }

    @Test("a token alone is no consent to the rest")
    func tokenAlone() async throws {
        try await SmallTeam.with { folder in
            let token = try await token(folder)
            let run = try await expectUntouched(folder, ["--confirm-group-deletions", token], answers: nil)
            #expect(run.error.contains("nobody consented to the changes"))
            try await expectApplied(folder, ["--confirm-group-deletions", token], answers: ["yes"])
        }
    }

    @Test("the token is that of exactly these groups")
    func tokenOfOtherGroups() async throws {
        let other = try await SmallTeam.withTwoDeletions { try await token($0) }
        try await SmallTeam.with { folder in
            let arguments = ["--auto-approve", "--confirm-group-deletions", other]
            let run = try await expectUntouched(folder, arguments, answers: nil)
            #expect(run.error.contains("is not that of these group deletions"))
        }
    }

    @Test("a reviewed plan consents to the changes, not to deletions")
    func approvedPlan() async throws {
        try await SmallTeam.with { folder in
            _ = await roster(["plan", "--simulate", "-o", "json=plan.json"], in: folder)
            let arguments = ["--approved", "plan.json"]
            _ = try await expectUntouched(folder, arguments, answers: nil)
            try await expectApplied(
                folder,
                arguments + ["--confirm-group-deletions", token(folder)],
                answers: nil
            )
        }
    }

    @Test("a signal at the prompt applies nothing")
    func signalAtPrompt() async throws {
        try await SmallTeam.withoutDeletion { folder in
            let before = try folder.read(SmallTeam.stateFile)
            let console = InterruptedConsole()
            let context = CommandContext.test(folder: folder, console: console, signals: { console.signals() })
            let status = await Roster.run(["apply", "--simulate"], in: context)
            #expect(status == .interrupted)
            #expect(console.error.contains("nothing was applied"))
            #expect(try folder.read(SmallTeam.stateFile) == before)
        }
    }

    /// The token that the plan shows.
    private func token(_ folder: TemporaryFolder) async throws -> String {
        let plan = await roster(["plan", "--simulate"], in: folder)
        return String(try #require(plan.output.firstMatch(of: /delete-[0-9]+-groups?-[0-9a-f]{8}/)?.output))
    }
}

import Foundation
import Testing

@testable import roster

/// A result that did not arrive is never told by an exit code as if it had.
@Suite("Output failures", .timeLimit(.minutes(10)))
struct OutputFailureTests {
    static let commands = [
        "--help", "--version", "plan --help", "manual", "validate", "validate --format json", "plan --simulate",
        "plan --simulate --format json", "plan --simulate --detailed-exitcode", "plan --simulate --format github",
        "show plan.json", "show plan.json --format html", "explain --simulate ann@small.example", "status",
        "status --format json", "check --simulate", "check --simulate --format json", "snapshot --simulate -o s.json",
        "import --simulate", "import --simulate --dry-run --format json", "fmt --check", "fmt --diff", "init started",
    ]

    /// A workspace with a saved plan, a journal and a manifest that is not in its canonical form.
    private static func withWorkspace(_ body: (TemporaryFolder) async throws -> Void) async throws {
        try await SmallTeam.withoutDeletion { folder in
            _ = await roster(["plan", "--simulate", "-o", "json=plan.json"], in: folder)
            _ = await roster(["apply", "--simulate", "--auto-approve"], in: folder)
            try folder.write(
                #"{"kind":"Users","apiVersion":"roster/v1","users":[{"email":"New@small.example"}]}"#,
                to: "manifests/new.json"
            )
            try await body(folder)
        }
    }

    private static func run(_ command: String, _ console: any Console, in folder: TemporaryFolder) async
        -> CommandStatus
    {
        await Roster.run(command.split(separator: " ").map(String.init), in: .test(folder: folder, console: console))
    }

    @Test("a full disk is an error", arguments: commands)
    func fullDisk(command: String) async throws {
        try await Self.withWorkspace { folder in
            let console = BrokenConsole(ENOSPC)
            #expect(await Self.run(command, console, in: folder) == .failed, "\(console.error)")
            let sentence = "error: standard output could not be written in full: No space left on device\n"
            #expect(console.error.contains(sentence), "\(console.error)")
        }
    }

    @Test("a reader that has seen enough changes no exit code", arguments: commands)
    func readerGone(command: String) async throws {
        let (usual, gone) = (FakeConsole(answers: nil), BrokenConsole(EPIPE))
        var status: CommandStatus?
        try await Self.withWorkspace { status = await Self.run(command, usual, in: $0) }
        try await Self.withWorkspace { folder in
            #expect(await Self.run(command, gone, in: folder) == status)
            #expect(!gone.error.contains("could not be written"), "\(gone.error)")
        }
        #expect(!usual.output.isEmpty)
    }

    struct UnseenPlan: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let number: Int32
        var isErrorBroken = false
    }

    static let unseenPlans = [
        UnseenPlan(testDescription: "a full disk", number: ENOSPC),
        UnseenPlan(testDescription: "a closed stdout", number: EBADF),
        UnseenPlan(testDescription: "a reader that has gone", number: EPIPE),
        UnseenPlan(
            testDescription: "a full disk for stderr, which the plan goes to",
            number: ENOSPC,
            isErrorBroken: true
        ),
    ]

    @Test("a plan that nobody could see is not applied", arguments: unseenPlans)
    func unseen(_ plan: UnseenPlan) async throws {
        try await SmallTeam.withoutDeletion { folder in
            let before = try folder.read(SmallTeam.stateFile)
            let console = BrokenConsole(plan.number, isErrorBroken: plan.isErrorBroken)
            let format = plan.isErrorBroken ? "json" : "text"
            let status = await Self.run("apply --simulate --auto-approve --format \(format)", console, in: folder)
            #expect(status == .failed)
            #expect(console.error.contains("could not be written in full"), "\(console.error)")
            #expect(console.error.hasSuffix("nothing was applied\n"), "\(console.error)")
            #expect(try folder.read(SmallTeam.stateFile) == before)
            #expect(!folder.exists(".roster/journal"))
        }
    }

    @Test("a result that stdout did not take is told on stderr, with what was applied")
    func unseenResult() async throws {
        try await SmallTeam.withoutDeletion { folder in
            let console = BrokenConsole(ENOSPC)
            let status = await Self.run("apply --simulate --auto-approve --format json", console, in: folder)
            #expect(status == .failed)
            #expect(console.error.contains("standard output could not be written in full"), "\(console.error)")
            #expect(console.error.contains("impacted") && !console.error.contains("nothing was applied"))
        }
    }
}

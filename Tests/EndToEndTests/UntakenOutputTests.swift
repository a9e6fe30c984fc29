import Foundation
import Testing

#if os(Linux)
    /// What the system refuses to take, from the built binary: exit code 1, and a sentence where there is somebody to read it.
    @Suite("Output that is not taken", .timeLimit(.minutes(10)))
    struct UntakenOutputTests {
        struct Case: Sendable, CustomTestStringConvertible {
            let testDescription: String
            /// A shell's line; `$0` is roster.
            let line: String
            let error: String
        }

        static let cases = [
            Case(
                testDescription: "a plan on a full device",
                line: "\"$0\" plan --simulate --format json >/dev/full",
                error: "standard output could not be written in full: No space left on device"
            ),
            Case(
                testDescription: "the help on a full device",
                line: "\"$0\" --help >/dev/full",
                error: "standard output could not be written in full: No space left on device"
            ),
            Case(
                testDescription: "a closed stdout",
                line: "\"$0\" validate >&-",
                error: "standard output could not be written in full: Bad file descriptor"
            ),
            Case(
                testDescription: "a limit on the size of files",
                line: "ulimit -f 1; \"$0\" plan --simulate --format json >plan.json",
                error: "standard output could not be written in full: File too large"
            ),
            Case(
                testDescription: "an apply whose plan nobody can see",
                line: "\"$0\" apply --simulate --auto-approve >/dev/full",
                error: "nothing was applied"
            ),
        ]

        @Test("it is an error", arguments: cases)
        func failure(_ test: Case) async throws {
            try await Workspace.with { workspace in
                let before = try workspace.read(Workspace.stateFile)
                let run = try await Binary.run(line: test.line, in: workspace)
                #expect(run.exitCode == 1, "\(run.error)")
                #expect(run.error.contains(test.error), "\(run.error)")
                #expect(try workspace.read(Workspace.stateFile) == before)
            }
        }

        @Test("a reader that has seen enough is none, and neither is a closed stderr", arguments: ["| true", "2>&-"])
        func quiet(end: String) async throws {
            try await Workspace.with { workspace in
                let run = try await Binary.run(line: "(\"$0\" manual; echo $? >code) \(end)", in: workspace)
                #expect(try workspace.read("code") == "0\n")
                #expect(run.error.isEmpty, "\(run.error)")
            }
        }
    }
#endif

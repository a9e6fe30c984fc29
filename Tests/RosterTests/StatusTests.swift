import Foundation
import Testing

@testable import roster

/// `roster status` on journals that the built commands wrote.
@Suite("Status", .timeLimit(.minutes(10)))
struct StatusTests {
    private let apply = ["apply", "--simulate", "--auto-approve"]

    @Test("without a journal it says so and ends with 0", arguments: ["text", "json"])
    func noJournal(format: String) async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["status", "--format", format], in: folder)
            #expect(run.status == .done)
            #expect(run.output.contains(format == "text" ? "No apply is recorded here.\n" : "\"apply\" : null"))
            #expect(!folder.exists(".roster"))
        }
    }

    @Test("the newest journal is read")
    func newest() async throws {
        try await SmallTeam.withoutDeletion { folder in
            #expect(await roster(apply, in: folder).status == .done)
            try folder.write("{}", to: ".roster/journal/20260101T000000Z.jsonl")
            try folder.write("{}", to: ".roster/journal/note.jsonl")
            try folder.link(".roster/journal/20990101T000000Z.jsonl", to: "note.jsonl")
            let run = await roster(["status"], in: folder)
            #expect(run.status == .done)
            #expect(run.output.hasPrefix("Last apply: finished\n"))
            #expect(run.output.contains("journal  .roster/journal/20270115T080000Z.jsonl\n"))
            #expect(run.output.contains("The team was read again and matched the manifests.\n"))
            #expect(run.output.hasSuffix("Next: nothing is left to do.\n"))
        }
    }

    @Test(
        "journals of one second follow their number",
        arguments: [
            ("20270115T080000Z.jsonl", "20270115T080000Z-2.jsonl"),
            ("20270115T080000Z-9.jsonl", "20270115T080000Z-10.jsonl"),
            ("20270115T080000Z-10.jsonl", "20270115T080001Z.jsonl"),
        ]
    )
    func numbers(older: String, newer: String) throws {
        let (older, newer) = (try #require(JournalName(older)), try #require(JournalName(newer)))
        #expect(older < newer)
        #expect(JournalName(newer.fileName) == newer)
    }

    @Test("a journal that was cut off tells what was under way", arguments: [true, false])
    func cutOff(isStillRunning: Bool) async throws {
        try await SmallTeam.withoutDeletion { folder in
            #expect(await roster(apply + ["--journal", "j.jsonl"], in: folder).status == .done)
            let lines = try folder.read("j.jsonl").split(separator: "\n")
            try folder.write(lines.prefix(2).joined(separator: "\n") + "\n{\"event\":", to: "j.jsonl")
            let lock = isStillRunning ? try await ApplyLock.take(.test(folder: folder)) : nil
            defer { lock?.release() }
            let run = await roster(["status", "--journal", "j.jsonl"], in: folder)
            #expect(run.status == .done)
            #expect(run.output.hasPrefix("Last apply: \(isStillRunning ? "under way" : "cut off before its end")\n"))
            #expect(run.output.contains("under way: user."))
            #expect(run.output.contains("could not be read: line 3"))
            #expect(run.output.contains("(process 4711 of tester on test-host, since 2027") == isStillRunning)
        }
    }

    @Test(
        "what is no journal is an error that names the line",
        arguments: [
            ("hello\n", "j.jsonl cannot be read as a journal: line 1 is no entry"),
            ("{\"event\":\"apply_started\",\"format\":\"roster.journal/v9\",\"time\":\"\"}\n", "\"roster.journal/v9\""),
        ]
    )
    func noJournal(text: String, error: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(text, to: "j.jsonl")
            let run = await roster(["status", "--journal", "j.jsonl"], in: folder)
            #expect(run.status == .failed)
            #expect(run.output == "")
            #expect(run.error.contains(error))
            #expect(run.error.contains("\n  fix: "))
        }
    }

    @Test("a named journal that is missing is an error; an empty one is an apply that did nothing")
    func missingAndEmpty() async throws {
        try await TemporaryFolder.with { folder in
            #expect(await roster(["status", "--journal", "j.jsonl"], in: folder).status == .failed)
            try folder.write("", to: "j.jsonl")
            let run = await roster(["status", "--journal", "j.jsonl"], in: folder)
            #expect(run.status == .done)
            #expect(run.output.contains("ended before its first change"))
        }
    }
}

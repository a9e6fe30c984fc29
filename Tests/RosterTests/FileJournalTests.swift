import Foundation
import Testing

@testable import roster

@Suite("Journal file")
struct FileJournalTests {
    @Test("by default it is named after the time, and two of one second do not meet")
    func defaultName() async throws {
        try await TemporaryFolder.with { folder in
            let context = CommandContext.test(folder: folder)
            let paths = try (1...3).map { _ in try FileJournal(path: nil, context: context).path }
            let name = ".roster/journal/20270115T080000Z"
            #expect(paths == ["\(name).jsonl", "\(name)-2.jsonl", "\(name)-3.jsonl"])
            #expect(paths.allSatisfy(folder.exists))
        }
    }

    @Test("only its owner reads it")
    func isPrivate() async throws {
        try await TemporaryFolder.with { folder in
            let journal = try FileJournal(path: "deep/er/j.jsonl", context: .test(folder: folder))
            let path = folder.url(journal.path).path
            let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(permissions as? Int == 0o600)
        }
    }

    @Test("a named journal is continued, never overwritten")
    func appends() async throws {
        try await TemporaryFolder.with { folder in
            for line in ["one\n", "two\n"] {
                try await FileJournal(path: "j.jsonl", context: .test(folder: folder)).append(Array(line.utf8))
            }
            #expect(try folder.read("j.jsonl") == "one\ntwo\n")
        }
    }

    @Test("a journal that cannot be made keeps the apply from starting")
    func refusesToStart() async throws {
        try await SmallTeam.withoutDeletion { folder in
            try folder.write("", to: "file")
            let before = try folder.read(SmallTeam.stateFile)
            let run = await roster(
                ["apply", "--simulate", "--auto-approve", "--journal", "file/j.jsonl"],
                in: folder
            )
            #expect(run.status == .failed)
            #expect(run.error.contains("nothing was applied"))
            #expect(try folder.read(SmallTeam.stateFile) == before)
        }
    }
}

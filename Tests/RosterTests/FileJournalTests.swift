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

    @Test("a named journal that others can read is closed to them", arguments: [0o644, 0o660, 0o602])
    func isTightened(mode: Int) throws {
        try TemporaryFolder.withFiles { folder in
            try folder.write("one\n", to: "j.jsonl")
            let path = folder.url("j.jsonl").path
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            _ = try FileJournal(path: "j.jsonl", context: .test(folder: folder))
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test(
        "what is no file of its own is refused",
        arguments: [("link", FileError.Reason.isLink), ("folder", .system(EISDIR)), ("pipe", .isNoFile)]
    )
    func refused(name: String, reason: FileError.Reason) throws {
        try TemporaryFolder.withFiles { folder in
            try folder.write("", to: "target")
            try folder.link("link", to: "target")
            try folder.makeFolder("folder")
            try #require(mkfifo(folder.url("pipe").path, 0o600) == 0)
            let error = #expect(throws: FileError.self) {
                try FileJournal(path: name, context: .test(folder: folder))
            }
            #expect(error?.reason == reason)
            #expect(try folder.read("target") == "")
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

    @Test("a line that a crash tore stays alone")
    func tornLine() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("one\n{\"event\":\"cha", to: "j.jsonl")
            let journal = try FileJournal(path: "j.jsonl", context: .test(folder: folder))
            for line in ["two\n", "three\n"] { try await journal.append(Array(line.utf8)) }
            #expect(try folder.read("j.jsonl") == "one\n{\"event\":\"cha\ntwo\nthree\n")
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

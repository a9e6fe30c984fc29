import Foundation
import Testing

@testable import roster

/// Two applies of one workspace never run side by side.
@Suite("Apply lock", .timeLimit(.minutes(10)))
struct ApplyLockTests {
    private let apply = ["apply", "--simulate", "--auto-approve"]

    @Test("a second apply ends at once, applies nothing and names the holder")
    func secondApply() async throws {
        try await SmallTeam.withoutDeletion { folder in
            let before = try folder.read(SmallTeam.stateFile)
            let lock = try await ApplyLock.take(.test(folder: folder))
            let run = await roster(apply, in: folder)
            #expect(run.status == .failed)
            #expect(
                run.error == """
                    error: another apply is under way in this workspace (process 4711 of tester on test-host, since \
                    2027-01-15T08:00:00Z)
                      fix: wait until it has ended or stop it, then run apply again; `roster status` shows how far it has come
                    nothing was applied

                    """
            )
            #expect(run.output == "")
            #expect(try folder.read(SmallTeam.stateFile) == before)
            lock.release()
            #expect(await roster(apply, in: folder).status == .done)
            #expect(try folder.read(ApplyLock.path) == "")
        }
    }

    @Test("only apply takes it")
    func othersDoNot() async throws {
        try await SmallTeam.with { folder in
            let lock = try await ApplyLock.take(.test(folder: folder))
            defer { lock.release() }
            #expect(await roster(["plan", "--simulate"], in: folder).status == .done)
        }
    }

    @Test("it is taken before the plan is read, and given back however the apply ends")
    func order() async throws {
        try await SmallTeam.with { folder in
            try folder.write("{", to: "manifests/broken.json")
            let lock = try await ApplyLock.take(.test(folder: folder))
            #expect(await roster(apply, in: folder).error.contains("another apply is under way"))
            lock.release()
            for _ in 1...2 { #expect(await roster(apply, in: folder).error.contains("broken.json")) }
        }
    }

    @Test(
        "a holder who is not known, or who is hostile, is told safely",
        arguments: [
            ("", "(.roster/apply.lock does not say whose)"), ("{", "(.roster/apply.lock does not say whose)"),
            (
                #"{"pid":1,"host":"a\u001b[2J","user":"b\nc","started_at":"d\u202e"}"#,
                #"(process 1 of b\u{a}c on a\u{1b}[2J, since d\u{202e})"#
            ),
        ]
    )
    func hostileHolder(contents: String, text: String) async throws {
        try await SmallTeam.with { folder in
            let files = SystemFiles(workingDirectory: folder.path)
            let lock = try #require(try files.lock(ApplyLock.path, contents: Array(contents.utf8)))
            defer { lock.release() }
            let run = await roster(apply, in: folder)
            #expect(run.status == .failed)
            #expect(run.error.contains(text), "\(run.error)")
            #expect(run.error.unicodeScalars.allSatisfy { $0 == "\n" || (0x20..<0x7F).contains($0.value) })
        }
    }

    @Test("a lock file that cannot be used is told", arguments: ["link", "folder"])
    func unusable(kind: String) async throws {
        try await SmallTeam.with { folder in
            if kind == "link" {
                try folder.write("precious", to: "target")
                try folder.link(ApplyLock.path, to: "../target")
            } else {
                try folder.makeFolder(ApplyLock.path)
            }
            let run = await roster(apply, in: folder)
            #expect(run.status == .failed)
            #expect(run.error.contains("cannot lock .roster/apply.lock"))
            #expect(run.error.contains("nothing was applied"))
            if kind == "link" { #expect(try folder.read("target") == "precious") }
        }
    }

    @Test("looking whether it is held neither takes nor makes it")
    func looking() async throws {
        try await TemporaryFolder.with { folder in
            let files = SystemFiles(workingDirectory: folder.path)
            #expect(try !files.isLocked(ApplyLock.path))
            #expect(!folder.exists(ApplyLock.path))
            let lock = try await ApplyLock.take(.test(folder: folder))
            #expect(try ApplyLock.state(files).holder?.pid == 4711)
            #expect(try ApplyLock.state(files).isHeld)
            lock.release()
            lock.release()
            #expect(try !ApplyLock.state(files).isHeld)
        }
    }
}

import Foundation
import TeamPlanning
import Testing

@testable import roster

@Suite("Workspace")
struct WorkspaceReaderTests {
    private func read(_ name: String, in folder: TemporaryFolder) throws -> Workspace {
        try WorkspaceReader.read(name, files: SystemFiles(workingDirectory: folder.path))
    }

    @Test("every *.json at any depth is a manifest, names with a dot in front are not")
    func findsManifests() async throws {
        try await TemporaryFolder.with { folder in
            for name in ["b.json", "a/x.json", "a/deep/er/y.json", ".hidden.json", ".git/z.json", "readme.md", "json"] {
                try folder.write("{\"at\":\"\(name)\"}", to: "manifests/\(name)")
            }
            let workspace = try read("manifests", in: folder)
            let paths = ["manifests/a/deep/er/y.json", "manifests/a/x.json", "manifests/b.json"]
            #expect(workspace.files.map(\.path) == paths)
            #expect(workspace.files.first?.bytes == Array("{\"at\":\"a/deep/er/y.json\"}".utf8))
            #expect(workspace.findings == [])
        }
    }

    @Test(
        "paths are shown as the folder was named",
        arguments: [("m", "m/x.json"), ("m/", "m/x.json"), ("./m", "./m/x.json")]
    )
    func showsPaths(name: String, path: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("{}", to: "m/x.json")
            #expect(try read(name, in: folder).files.map(\.path) == [path])
        }
    }

    @Test(
        "a link that leaves the folder is refused, and the rest is read",
        arguments: ["../outside.json", "/etc/hostname", "../outside", "../manifests-too"]
    )
    func refusesLinksOut(target: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("{}", to: "outside.json")
            try folder.write("{}", to: "outside/o.json")
            try folder.write("{}", to: "manifests-too/o.json")
            try folder.write("{}", to: "manifests/x.json")
            try folder.link("manifests/link.json", to: target)
            let workspace = try read("manifests", in: folder)
            #expect(workspace.files.map(\.path) == ["manifests/x.json"])
            #expect(workspace.findings.map(\.code) == [.unreadableFile])
            #expect(workspace.findings.map(\.severity) == [.error])
            #expect(workspace.findings.map(\.message) == ["the link manifests/link.json leaves the manifests folder"])
            #expect(workspace.findings.map(\.location?.file) == ["manifests/link.json"])
        }
    }

    @Test("links inside the folder are followed, each file is read once, and circles end")
    func followsLinksInside() async throws {
        try await TemporaryFolder.with { folder in
            // The layout of a mounted configuration: the data lies under a name that is skipped.
            try folder.write("{}", to: "manifests/..data/users.json")
            try folder.link("manifests/users.json", to: "..data/users.json")
            try folder.link("manifests/again.json", to: "users.json")
            try folder.makeFolder("manifests/loop")
            try folder.link("manifests/loop/back", to: "..")
            let workspace = try read("manifests", in: folder)
            #expect(workspace.files.map(\.path) == ["manifests/again.json"])
            #expect(workspace.findings == [])
        }
    }

    @Test("a link to nothing and a pipe are findings")
    func reportsOddFiles() async throws {
        try await TemporaryFolder.with { folder in
            try folder.makeFolder("manifests")
            try folder.link("manifests/gone.json", to: "nothing.json")
            #expect(mkfifo(folder.url("manifests/pipe.json").path, 0o600) == 0)
            let workspace = try read("manifests", in: folder)
            #expect(workspace.files == [])
            #expect(
                workspace.findings.map(\.message) == [
                    "cannot read manifests/gone.json: No such file or directory",
                    "manifests/pipe.json is not a regular file",
                ]
            )
        }
    }

    @Test("a folder without a manifest is an error: it would ask for an empty team")
    func refusesEmptyFolder() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("not a manifest", to: "manifests/readme.md")
            #expect(throws: WorkspaceError.empty(folder: "manifests")) { try read("manifests", in: folder) }
        }
    }

    @Test("a missing folder and a file are errors")
    func refusesWhatIsNoFolder() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("{}", to: "file.json")
            #expect(throws: WorkspaceError.missing(folder: "manifests")) { try read("manifests", in: folder) }
            #expect(throws: WorkspaceError.missing(folder: "file.json/x")) { try read("file.json/x", in: folder) }
            #expect(throws: WorkspaceError.notAFolder("file.json")) { try read("file.json", in: folder) }
        }
    }
}

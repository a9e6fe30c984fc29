import Foundation
import Testing

@testable import roster

/// `roster fmt`: canonical manifests.
@Suite("Fmt")
struct FmtTests {
    private static let untidy =
        "{\"kind\":\"Users\",\"apiVersion\":\"roster/v1\",\"users\":[{\"email\":\"b@x.com\"},{\"email\":\"a@x.com\"}]}"
    private static let broken = "{\"kind\":\"Users\",\"apiVersion\":\"roster/v1\",\"users\":[{\"email\":\"nobody\"}]}"

    @Test("writes the files that change, names them, and has nothing to do the second time")
    func writes() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.untidy, to: "manifests/people.json")
            let run = await roster(["fmt"], in: folder)
            #expect((run.status, run.output, run.error) == (.done, "manifests/people.json\n", ""))
            let text = try folder.read("manifests/people.json")
            #expect(text.hasPrefix("{\n  \"apiVersion\": \"roster/v1\",\n  \"kind\": \"Users\",\n"))
            let again = await roster(["fmt"], in: folder)
            #expect((again.status, again.output) == (.done, ""))
            #expect(try folder.read("manifests/people.json") == text)
        }
    }

    @Test(
        "--check and --diff write nothing",
        arguments: [
            (["--check"], CommandStatus.failed, "manifests/people.json\n"),
            (["--diff"], .done, "--- a/manifests/people.json\n"), (["--check", "--diff"], .failed, "--- a/manifests"),
        ]
    )
    func looks(flags: [String], status: CommandStatus, start: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.untidy, to: "manifests/people.json")
            let run = await roster(["fmt"] + flags, in: folder)
            #expect(run.status == status)
            #expect(run.output.hasPrefix(start), "\(run.output)")
            #expect(try folder.read("manifests/people.json") == Self.untidy)
        }
    }

    @Test("a file with faults is left alone, the others are written, and it ends with 1")
    func faults() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.broken, to: "manifests/broken.json")
            try folder.write(Self.untidy, to: "manifests/people.json")
            let run = await roster(["fmt"], in: folder)
            #expect((run.status, run.output) == (.failed, "manifests/people.json\n"))
            #expect(run.error.contains("manifests/broken.json:1:"))
            #expect(try folder.read("manifests/broken.json") == Self.broken)
        }
    }

    @Test("a named file is looked at with the workspace around it, and alone is written")
    func named() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.untidy, to: "manifests/people.json")
            try folder.write(
                "{\"apiVersion\":\"roster/v1\",\"kind\":\"Mapping\",\"name\":\"ldap\",\"users\":{\"email\":{\"from\":\"mail\"}}}",
                to: "manifests/mapping.json"
            )
            let mapped =
                "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\"mapping\":\"ldap\",\"users\":[{\"mail\":\"c@x.com\"}]}"
            try folder.write(mapped, to: "manifests/mapped.json")
            try folder.write(mapped.replacing("c@x.com", with: "nobody"), to: "manifests/bad.json")
            let run = await roster(["fmt", "manifests/mapped.json", "manifests/bad.json"], in: folder)
            #expect((run.status, run.output) == (.failed, "manifests/mapped.json\n"))
            #expect(run.error.contains("manifests/bad.json:1:"))
            #expect(try folder.read("manifests/people.json") == Self.untidy)
        }
    }

    @Test("a file outside of any workspace is formatted by itself")
    func alone() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.untidy, to: "elsewhere.json")
            let run = await roster(["fmt", "elsewhere.json"], in: folder)
            #expect((run.status, run.output) == (.done, "elsewhere.json\n"))
        }
    }

    @Test("the mode of a file is kept, and a link stays a link")
    func keepsModeAndLink() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.untidy, to: "manifests/people.json")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o640],
                ofItemAtPath: folder.url("manifests/people.json").path
            )
            try folder.link("link.json", to: "manifests/people.json")
            let run = await roster(["fmt", "link.json"], in: folder)
            #expect((run.status, run.output) == (.done, "link.json\n"))
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.url("manifests/people.json").path)
            #expect(attributes[.posixPermissions] as? Int == 0o640)
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: folder.url("link.json").path)
                    == "manifests/people.json"
            )
            #expect(try folder.entries(of: "manifests") == ["people.json"])
        }
    }

    @Test("a missing path is told, with 1", arguments: ["nowhere.json", "nowhere"])
    func missing(path: String) async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["fmt", path], in: folder)
            #expect(run.status == .failed)
            #expect(run.error.contains(path))
        }
    }
}

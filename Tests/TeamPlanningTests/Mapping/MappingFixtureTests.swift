import Foundation
import Testing

@testable import TeamPlanning

/// The decoder's verdict over the same Mapping manifests that the JSON Schema is held to.
struct MappingFixtureTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/manifests")

    static let files = ["valid", "invalid", "invalid-tool-only"].flatMap { folder in
        let names = try? FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: folder).path)
        return (names ?? []).filter { $0.hasPrefix("mapping") }.sorted().map { "\(folder)/\($0)" }
    }

    @Test(arguments: files)
    func agreesWithTheFolder(name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let (mapping, findings) = try decode(text) { reader in
            for field in ["$schema", "apiVersion", "kind"] { _ = reader.value(field) }
            return Mapping(reading: &reader)
        }
        let isInvalid = name.hasPrefix("invalid")
        #expect(findings.isEmpty == !isInvalid, "\(findings)")
        #expect(isInvalid || mapping != nil)
    }

    @Test func thereAreFixtures() {
        #expect(Self.files.count >= 10)
    }
}

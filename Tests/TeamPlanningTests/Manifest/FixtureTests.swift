import Foundation
import TeamPlanning
import Testing

/// The tool's verdict over the same files that `Tests/Conformance/schemas.py` gives to the JSON Schemas.
struct FixtureTests {
    @Test(arguments: Fixtures.names(in: "valid"))
    func acceptsValid(name: String) throws {
        let load = try Fixtures.load("valid", name)
        #expect(!load.hasErrors, "\(load.findings)")
    }

    @Test(arguments: Fixtures.names(in: "invalid") + Fixtures.names(in: "invalid-tool-only"))
    func refusesInvalid(name: String) throws {
        let folder = Fixtures.names(in: "invalid").contains(name) ? "invalid" : "invalid-tool-only"
        let load = try Fixtures.load(folder, name)
        #expect(load.hasErrors)
        for finding in load.findings {
            #expect(finding.location != nil && finding.remedy != nil)
            #expect(finding.message.hasSuffix("."), "\(finding.message)")
        }
    }
}

/// The files below Tests/Fixtures/manifests, and the reference workspace.
enum Fixtures {
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func names(in folder: String) -> [String] {
        let path = package.appending(path: "Tests/Fixtures/manifests/\(folder)").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
    }

    static func load(_ folder: String, _ name: String) throws -> ManifestLoad {
        let file = package.appending(path: "Tests/Fixtures/manifests/\(folder)/\(name)")
        return loadManifests([ManifestFile(path: name, bytes: [UInt8](try Data(contentsOf: file)))])
    }

    static func referenceWorkspace() throws -> [ManifestFile] {
        let folder = package.appending(path: "manifests").resolvingSymlinksInPath()
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try paths.filter { $0.hasSuffix(".json") }.map { path in
            ManifestFile(path: path, bytes: [UInt8](try Data(contentsOf: folder.appending(path: path))))
        }
    }
}

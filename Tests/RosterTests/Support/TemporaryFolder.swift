import Foundation

/// A folder of its own for one test.
struct TemporaryFolder: Sendable {
    let path: String

    /// Makes the folder, runs the body and removes the folder.
    static func with<Result>(_ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("roster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(TemporaryFolder(path: url.path))
    }

    /// As ``with(_:)``, for tests that wait for nothing.
    static func withFiles(_ body: (TemporaryFolder) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("roster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        try body(TemporaryFolder(path: url.path))
    }

    func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

    /// Writes a file and the folders above it.
    func write(_ text: String, to name: String) throws {
        let file = url(name)
        let parent = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: url(name).path, withDestinationPath: target)
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
    }

    func read(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

    /// The files below the folder that hold a text.
    func files(containing text: String) throws -> [String] {
        let names = FileManager.default.subpaths(atPath: path) ?? []
        return try names.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: url(name).path, isDirectory: &isFolder)
            return try !isFolder.boolValue && Data(contentsOf: url(name)).firstRange(of: Data(text.utf8)) != nil
        }
    }

    /// The names in a folder.
    func entries(of name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url(name).path).sorted()
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }
}

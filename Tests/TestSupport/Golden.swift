import Foundation
public import Testing

/// Compares text with `Tests/Fixtures/golden/NAME`.
///
/// With `ROSTER_RECORD=1` the file is written and the test fails, so that a recording never passes for a check.
public func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = goldenFile(name)
    if ProcessInfo.processInfo.environment["ROSTER_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record(
            "recorded \(file.lastPathComponent): read it, then run without ROSTER_RECORD",
            sourceLocation: sourceLocation
        )
        return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == expected, "differs from \(file.lastPathComponent)", sourceLocation: sourceLocation)
}

/// Reads `Tests/Fixtures/golden/NAME`.
public func readGolden(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: goldenFile(name)), as: UTF8.self)
}

private func goldenFile(_ name: String) -> URL {
    URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/golden/\(name)")
}

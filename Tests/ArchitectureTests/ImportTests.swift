import Foundation
import Testing

/// What each target may import. A new import is a decision, and this table is where it is made.
@Suite("Imports")
struct ImportTests {
    private static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]

    static let allowed: [String: Set<String>] = [
        "TeamPlanning": [],
        "DirectoryExports": ["TeamPlanning"],
        "Reconciliation": foundation.union(["TeamPlanning"]),
        "Reporting": foundation.union(["TeamPlanning", "Reconciliation"]),
        "DropboxAPI": foundation.union([
            "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL", "Synchronization",
        ]),
        "DropboxProvider": foundation.union(["DropboxAPI", "Reconciliation", "TeamPlanning"]),
        "DropboxSimulator": foundation.union([
            "Crypto", "HTTPTypes", "Hummingbird", "Logging", "NIOCore", "ServiceLifecycle", "Synchronization",
        ]),
        "roster": foundation.union([
            "ArgumentParser", "Crypto", "DirectoryExports", "Dispatch", "DropboxAPI", "DropboxProvider",
            "DropboxSimulator",
            "Reconciliation", "Reporting", "Synchronization", "TeamPlanning",
        ]),
    ]

    @Test("a target imports nothing but what it is allowed to", arguments: allowed.keys.sorted())
    func importsAreAllowed(target: String) throws {
        let files = try SourceTree.read("Sources").target(target)
        try #require(!files.isEmpty, "Sources/\(target) holds no Swift file")
        let allowed = try #require(Self.allowed[target])
        for file in files {
            let others = Set(file.imports).subtracting(allowed)
            #expect(others.isEmpty, "\(file.path) imports \(others.sorted())")
        }
    }

    @Test("every target stands in the table")
    func tableIsComplete() throws {
        let targets = Set(try SourceTree.read("Sources").files.map(\.target))
        #expect(targets == Set(Self.allowed.keys))
    }

    @Test(
        "the simulator and the client know nothing of each other",
        arguments: [("DropboxAPI", "DropboxSimulator"), ("DropboxSimulator", "DropboxAPI")]
    )
    func noSharedTypes(target: String, other: String) throws {
        let offenders = try SourceTree.read("Sources").target(target).filter { $0.imports.contains(other) }
        #expect(offenders.map(\.path) == [])
    }

    @Test(
        "an import is recognised in every form",
        arguments: [
            ("import Foundation", ["Foundation"]),
            ("public import TeamPlanning", ["TeamPlanning"]),
            ("@testable import roster", ["roster"]),
            ("@_exported public import struct Foundation.Data", ["Foundation"]),
            ("    import NIOCore // why", ["NIOCore"]),
            ("let text = \"import Foundation\"", []),
            ("// import Foundation", []),
        ]
    )
    func recognisesImports(line: String, modules: [String]) {
        #expect(SourceTree.File(path: "", target: "", lines: [line[...]]).imports == modules)
    }
}

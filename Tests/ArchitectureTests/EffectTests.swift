import Foundation
import Testing

/// Where effects may be: the process belongs to the command line, the network to the client.
@Suite("Effects")
struct EffectTests {
    /// What gives a target a hold on the process: its environment, arguments, files and end.
    static let processAccess = [
        "ProcessInfo", "getenv(", "CommandLine.arguments", "FileManager", "FileHandle", "exit(", "readLine(", "print(",
    ]

    @Test("only the command line touches the process", arguments: processAccess)
    func onlyRosterTouchesTheProcess(needle: String) throws {
        for file in try SourceTree.read("Sources").files where file.target != "roster" {
            let lines = file.code.filter { Self.mentions($0, needle) }
            #expect(lines.isEmpty, "\(file.path) uses \(needle)")
        }
    }

    @Test("only the client opens connections", arguments: ["HTTPClient", "URLSession", "ClientBootstrap", "socket("])
    func onlyTheClientConnects(needle: String) throws {
        for file in try SourceTree.read("Sources").files where file.target != "DropboxAPI" {
            let lines = file.code.filter { Self.mentions($0, needle) }
            #expect(lines.isEmpty, "\(file.path) uses \(needle)")
        }
    }

    @Test(
        "nothing is forced and nothing is fatal",
        arguments: [
            "try!", "as!", "fatalError(", "preconditionFailure(", "@preconcurrency", "nonisolated(unsafe)", "TODO",
            "FIXME",
        ]
    )
    func nothingIsForced(needle: String) throws {
        for file in try SourceTree.read("Sources").files {
            let lines = file.lines.filter { Self.mentions($0, needle) }
            #expect(lines.isEmpty, "\(file.path) holds \(needle)")
        }
    }

    @Test("no task is started outside a structure", arguments: ["Task {", "Task.detached", "Task.init"])
    func tasksAreStructured(needle: String) throws {
        for file in try SourceTree.read("Sources").files {
            let lines = file.code.filter { Self.mentions($0, needle) }
            #expect(lines.isEmpty, "\(file.path) holds \(needle)")
        }
    }

    @Test(
        "a needle is found as a word only",
        arguments: [
            ("exit(1)", "exit(", true), ("onExit(1)", "exit(", false), ("HTTPClientError", "HTTPClient", true),
            ("AsyncHTTPClient", "HTTPClient", false), ("Foundation.exit(1)", "exit(", true),
        ]
    )
    func findsWords(line: String, needle: String, isFound: Bool) {
        #expect(Self.mentions(line[...], needle) == isFound)
    }

    /// Whether the needle stands in the line, not as the end of a longer word.
    private static func mentions(_ line: Substring, _ needle: String) -> Bool {
        var rest = line
        while let found = rest.range(of: needle) {
            guard let before = line[..<found.lowerBound].last else { return true }
            if !(before.isLetter || before.isNumber || before == "_") { return true }
            rest = rest[found.upperBound...]
        }
        return false
    }
}

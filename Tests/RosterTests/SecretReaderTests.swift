import DropboxAPI
import Foundation
import TeamPlanning
import Testing

@testable import roster

@Suite("Secrets")
struct SecretReaderTests {
    private func read(
        _ reference: SecretReference,
        in folder: TemporaryFolder,
        environment: [String: String] = [:]
    ) throws -> String {
        let context = CommandContext.test(folder: folder, environment: environment)
        return try SecretReader(context: context).read(reference, field: "refresh_token").reveal()
    }

    @Test("a variable is taken as it is", arguments: ["abc", " abc ", "abc\n"])
    func readsVariables(value: String) async throws {
        try await TemporaryFolder.with { folder in
            let secret = try read(.environment("NAME"), in: folder, environment: ["NAME": value])
            #expect(secret == value)
        }
    }

    @Test(
        "of a file one newline at the end is dropped",
        arguments: [("abc", "abc"), ("abc\n", "abc"), ("abc\r\n", "abc"), (" abc \n", " abc ")]
    )
    func readsFiles(content: String, secret: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(content, to: "secrets/token")
            #expect(try read(.file("secrets/token"), in: folder) == secret)
            #expect(try read(.file(folder.url("secrets/token").path), in: folder) == secret)
        }
    }

    @Test("a missing variable is named with the field")
    func namesMissingVariable() async throws {
        try await TemporaryFolder.with { folder in
            let missing = ConnectionError.variableMissing(name: "NAME", field: "refresh_token")
            let empty = ConnectionError.variableEmpty(name: "NAME", field: "refresh_token")
            #expect(throws: missing) { try read(.environment("NAME"), in: folder) }
            #expect(throws: empty) { try read(.environment("NAME"), in: folder, environment: ["NAME": ""]) }
            #expect(missing.message == "the variable NAME of refresh_token is not set")
        }
    }

    @Test("a missing, empty or huge file is named with the field")
    func namesBadFiles() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("\n", to: "empty")
            try folder.write(String(repeating: "x", count: SecretReader.sizeLimit + 1), to: "huge")
            #expect(throws: ConnectionError.secretFileEmpty(path: "empty", field: "refresh_token")) {
                try read(.file("empty"), in: folder)
            }
            let missing = FileError(operation: .read, path: "gone", reason: .system(ENOENT))
            #expect(throws: ConnectionError.secretFileUnreadable(missing, field: "refresh_token")) {
                try read(.file("gone"), in: folder)
            }
            let huge = FileError(operation: .read, path: "huge", reason: .tooLarge(limit: SecretReader.sizeLimit))
            #expect(throws: ConnectionError.secretFileUnreadable(huge, field: "refresh_token")) {
                try read(.file("huge"), in: folder)
            }
        }
    }

    struct Malformed: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let content: [UInt8]
        let fault: SecretFault
    }

    static let malformed = [
        Malformed(testDescription: "two lines", content: Array("tok-1\ntok-2\n".utf8), fault: .severalLines),
        Malformed(testDescription: "an empty line at the end", content: Array("tok-1\n\n".utf8), fault: .severalLines),
        Malformed(testDescription: "an old Mac's line end", content: Array("tok-1\rtok-2".utf8), fault: .severalLines),
        Malformed(
            testDescription: "a byte order mark",
            content: [0xEF, 0xBB, 0xBF] + "tok-1".utf8,
            fault: .byteOrderMark
        ),
        Malformed(testDescription: "UTF-16", content: [0xFF, 0xFE] + "t\0o\0k\0".utf8, fault: .notUTF8),
        Malformed(testDescription: "a NUL", content: Array("tok-1\0".utf8), fault: .controlCharacter),
        Malformed(testDescription: "a tab", content: Array("tok\t1".utf8), fault: .controlCharacter),
    ]

    @Test("a file that holds no secret is named, and nothing of it is shown", arguments: malformed)
    func namesMalformedFiles(_ test: Malformed) async throws {
        try await TemporaryFolder.with { folder in
            try Data(test.content).write(to: folder.url("token"))
            let error = ConnectionError.secretFileMalformed(path: "token", field: "refresh_token", test.fault)
            #expect(throws: error) { try read(.file("token"), in: folder) }
            #expect(error.message == "the file token of refresh_token \(test.fault.rawValue)")
            #expect(!ErrorText.of(error).contains("tok-"))
        }
    }

    @Test("a folder and a device hold no secret", arguments: [".", "/dev/null", "/dev/zero"])
    func namesNoFiles(path: String) async throws {
        try await TemporaryFolder.with { folder in
            let cause = FileError(operation: .read, path: path, reason: .isNoFile)
            #expect(throws: ConnectionError.secretFileUnreadable(cause, field: "refresh_token")) {
                try read(.file(path), in: folder)
            }
        }
    }
}

import Foundation
import Testing

@testable import roster

/// A secret that comes through a pipe, as `<(…)` of a shell makes one: read to its end, and not waited for for ever.
@Suite("Secrets from pipes", .timeLimit(.minutes(1)))
struct PipedSecretTests {
    private func files(_ folder: TemporaryFolder, patience: Duration) throws -> SystemFiles {
        #expect(mkfifo(folder.url("pipe").path, 0o600) == 0)
        var files = SystemFiles(workingDirectory: folder.path)
        files.pipePatience = patience
        return files
    }

    @Test("a pipe into which nobody writes is an error")
    func silent() throws {
        try TemporaryFolder.withFiles { folder in
            let files = try files(folder, patience: .milliseconds(20))
            let error = FileError(operation: .read, path: "pipe", reason: .silent(.milliseconds(20)))
            #expect(throws: error) { try files.readStream("pipe", limit: 100) }
        }
    }

    @Test("what is written in pieces is read to its end")
    func written() async throws {
        try await TemporaryFolder.with { folder in
            let files = try files(folder, patience: .seconds(30))
            let path = folder.url("pipe").path
            async let read = Self.read("pipe", files)
            let descriptor = open(path, O_WRONLY)
            for piece in ["tok", "en-", "1\n"] { #expect(write(descriptor, piece, piece.utf8.count) > 0) }
            close(descriptor)
            #expect(try await read == Array("token-1\n".utf8))
        }
    }

    @Test("more than a secret can be is an error, of a pipe too")
    func tooMuch() async throws {
        try await TemporaryFolder.with { folder in
            let files = try files(folder, patience: .seconds(30))
            // Kept open for reading here, so that writing does not wait for a reader.
            let descriptor = open(folder.url("pipe").path, O_RDWR)
            defer { close(descriptor) }
            #expect(write(descriptor, "0123456789", 10) == 10)
            let error = FileError(operation: .read, path: "pipe", reason: .tooLarge(limit: 9))
            #expect(throws: error) { try files.readStream("pipe", limit: 9) }
        }
    }

    @concurrent private static func read(_ path: String, _ files: SystemFiles) async throws -> [UInt8] {
        try files.readStream(path, limit: 100)
    }
}

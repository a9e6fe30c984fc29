import Foundation
import Testing

@testable import roster

@Suite("System files")
struct SystemFilesTests {
    private func withFolder(_ body: (URL, SystemFiles) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(component: "roster-files-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder, SystemFiles(workingDirectory: folder.path))
    }

    private func permissions(of file: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }

    @Test("a replaced file stays closed to whom it was closed", arguments: [0o600, 0o640, 0o400])
    func keepsPermissions(mode: Int) throws {
        try withFolder { folder, files in
            let file = folder.appending(component: "plan.json")
            try Data("old".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
            try files.replace("plan.json", with: Array("new".utf8))
            #expect(try Data(contentsOf: file) == Data("new".utf8))
            #expect(try permissions(of: file) == mode)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["plan.json"])
        }
    }

    @Test("a new file is nobody else's to write")
    func createsFiles() throws {
        try withFolder { folder, files in
            try files.replace("deep/er/plan.json", with: [])
            let mode = try #require(try permissions(of: folder.appending(path: "deep/er/plan.json")))
            #expect(mode & 0o133 == 0)
        }
    }

    @Test("a link stays a link, and what it leads to is replaced")
    func followsLinks() throws {
        try withFolder { folder, files in
            let target = folder.appending(component: "target")
            let link = folder.appending(component: "link")
            try Data("old".utf8).write(to: target)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
            try files.replace("link", with: Array("new".utf8))
            #expect(try Data(contentsOf: target) == Data("new".utf8))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
        }
    }

    @Test("a log is its owner's alone, grows line by line, and takes no file or link that is there")
    func createsLogs() throws {
        try withFolder { folder, files in
            let log = try files.openLog("logs/a.jsonl", mayExist: false)
            try log.append(Array("1\n".utf8))
            try log.append(Array("2\n".utf8))
            let file = folder.appending(path: "logs/a.jsonl")
            #expect(try Data(contentsOf: file) == Data("1\n2\n".utf8))
            #expect(try permissions(of: file) == 0o600)
            #expect(throws: FileError(operation: .create, path: "logs/a.jsonl", reason: .system(EEXIST))) {
                try files.openLog("logs/a.jsonl", mayExist: false)
            }
            let link = folder.appending(component: "link.jsonl")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.appending(path: "new"))
            #expect(throws: FileError(operation: .create, path: "link.jsonl", reason: .system(EEXIST))) {
                try files.openLog("link.jsonl", mayExist: false)
            }
        }
    }

    @Test("no more is read than the limit", arguments: [(3, true), (2, false)])
    func limitsReading(limit: Int, isRead: Bool) throws {
        try withFolder { folder, files in
            try Data("abc".utf8).write(to: folder.appending(component: "file"))
            let bytes = try? files.read("file", limit: limit)
            #expect(bytes == (isRead ? Array("abc".utf8) : nil))
        }
    }
}

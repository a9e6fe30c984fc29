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

    @Test("a link that leads nowhere is replaced by a file that is nobody else's to write")
    func replacesDeadLinks() throws {
        try withFolder { folder, files in
            let link = folder.appending(component: "link")
            try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "nowhere")
            try files.replace("link", with: Array("new".utf8))
            #expect(try Data(contentsOf: link) == Data("new".utf8))
            let mode = try #require(try permissions(of: link))
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

    @Test("no more is read than the limit", arguments: [(3, true), (2, false)])
    func limitsReading(limit: Int, isRead: Bool) throws {
        try withFolder { folder, files in
            try Data("abc".utf8).write(to: folder.appending(component: "file"))
            let bytes = try? files.read("file", limit: limit)
            #expect(bytes == (isRead ? Array("abc".utf8) : nil))
        }
    }
}

import TeamPlanning
import Testing

@testable import DirectoryExports

/// What holds for every format.
@Suite("Conversion")
struct ConversionTests {
    @Test(
        "a good export makes manifests without a fault, with the people that it holds",
        arguments: ExportFormat.allCases
    )
    func validates(format: ExportFormat) throws {
        let text = try #require(Sample.all.first { $0.format == format }?.text)
        let conversion = converted(format, [text])
        #expect(conversion.errors == [])
        let load = conversion.loaded
        #expect(load.findings == [])
        #expect(load.manifests.users.count == 2)
        let jane = try #require(load.manifests.users.first { $0.givenName == "Jane" })
        #expect(jane.email.value.hasPrefix("jane"))
        #expect(jane.surname?.hasPrefix("Sm") == true)
        let omar = try #require(load.manifests.users.first { $0.givenName == "Omar" })
        #expect((jane.status, omar.status) == (.active, .suspended))
        #expect(omar.externalID?.value == (format == .pingone ? "u2" : "0018"))
    }

    @Test("what is written is canonical", arguments: ExportFormat.allCases)
    func isCanonical(format: ExportFormat) throws {
        let text = try #require(Sample.all.first { $0.format == format }?.text)
        for file in converted(format, [text]).files {
            #expect(file.formatted() == file, "\(file.path)")
        }
    }

    @Test("pieces of any size make the same manifests", arguments: ExportFormat.allCases, [1, 2, 7, 64])
    func piecesDoNotMatter(format: ExportFormat, piece: Int) throws {
        let text = try #require(Sample.all.first { $0.format == format }?.text)
        let bytes = Array(text.utf8)
        #expect(converted(format, files: [bytes], piece: piece).files == converted(format, files: [bytes]).files)
    }

    @Test("no password, no picture and no other column gets into a manifest", arguments: ExportFormat.allCases)
    func isFreeOfSecrets(format: ExportFormat) throws {
        let text = try #require(Sample.all.first { $0.format == format }?.text)
        let conversion = converted(format, [text])
        let all = conversion.userText + conversion.groupText + conversion.mappingText
        for secret in ["assword", "SSHA", "YWJjZGVm", "hunter2", "Salary", "555"] {
            #expect(!all.contains(secret), "\(secret)")
        }
    }

    @Test("an empty export is a fault", arguments: ExportFormat.allCases)
    func emptyIsAFault(format: ExportFormat) {
        for text in ["", format == .csv ? "Email\n" : format == .ldif ? "version: 1\n" : "[]"] {
            #expect(converted(format, [text]).hasErrors, "\(text)")
        }
    }

    @Test(
        "names of sensitive attributes are known",
        arguments: ["userPassword", "unicodePwd", "jpegPhoto", "Password [Required]"]
    )
    func sensitiveNames(name: String) {
        var options = ConversionOptions(mapping: "directory")
        #expect(options.sensitiveAttribute == nil)
        options.attributes = ["department", name]
        #expect(options.sensitiveAttribute == name)
        options.attributes = []
        options.keep([name, "manager"])
        #expect(options.attributes == ["manager"])
    }

    @Test(
        "stored passwords are told by their looks",
        arguments: [
            ("{SSHA}abc=", true), ("{PBKDF2-SHA256}10000$x", true), ("$6$salt$hash", true), ("$argon2id$v=19", true),
            ("{see notes}", false), ("{}", false), ("$5 lunch", false), ("Jane", false), ("", false),
        ]
    )
    func passwordHashes(text: String, isHash: Bool) {
        #expect(SensitiveContent.isPasswordHash(text) == isHash)
    }

    @Test("only files that a conversion wrote for the mapping may be replaced")
    func replaceable() throws {
        let bytes = try #require(converted(.ldif, [Sample.ldif]).users?.bytes)
        #expect(RecordManifest.isReplaceable(bytes, kind: .users, mapping: "directory"))
        #expect(!RecordManifest.isReplaceable(bytes, kind: .groups, mapping: "directory"))
        #expect(!RecordManifest.isReplaceable(bytes, kind: .users, mapping: "hr"))
        let text = String(decoding: bytes, as: UTF8.self)
        let other = text.replacing("which replaces the whole file", with: "and never by hand")
        #expect(RecordManifest.isReplaceable(Array(other.utf8), kind: .users, mapping: "directory"))
        for foreign in [text.replacing("Written by roster", with: "Written by us"), "", "{", "{}"] {
            #expect(!RecordManifest.isReplaceable(Array(foreign.utf8), kind: .users, mapping: "directory"))
        }
    }
}

import TeamPlanning
import Testing

@testable import DirectoryExports

/// `roster convert ldif`: RFC 2849 and the habits of directories.
@Suite("LDIF")
struct LDIFTests {
    private static func person(_ lines: String...) -> String {
        "dn: uid=a,dc=x\nobjectClass: person\nmail: a@x.com\n" + lines.joined(separator: "\n") + "\n"
    }

    @Test(
        "faults name their line and do not hide each other",
        arguments: [
            ("dn: uid=b,dc=x\nchangetype: delete\n", "file1:2 The entry is a change"),
            ("dn: uid=b,dc=x\nmail:< file:///etc/passwd\n", "file1:2 The value stands elsewhere"),
            ("dn: uid=b,dc=x\njpegPhoto:< file:///x.jpg\n", "file1:2 The value stands elsewhere"),
            ("dn: uid=b,dc=x\nmail:: a\n", "file1:2 The value of mail is no complete base64"),
            ("dn: uid=b,dc=x\n\nmail: b@x.com\n", "file1:3 An entry starts with \"mail\""),
            ("dn: uid=b,dc=x\nmail\n", "file1:2 The line is neither"),
            ("version: 2\n", "file1:1 The export is not LDIF of version 1"),
            ("dn: uid=b,dc=x\ndn: uid=d,dc=x\n", "file1:2 The entry has a second name"),
            (" folded\n", "file1:1 The line is neither"),
            ("search: 2\nresult: 4 Size limit exceeded\n", "file1:2 The search that made the export ended with \"4"),
            ("dn: cn=g,dc=x\nmember;range=0-1499: uid=a,dc=x\n", "file1:2 The export holds only a part"),
            ("dn: uid=b,dc=x\nuserAccountControl: off\n", "file1:2 The value \"off\" of useraccountcontrol"),
        ]
    )
    func faults(text: String, message: String) {
        let conversion = converted(.ldif, [text + "\ndn: uid=c\nchangetype: add\n"])
        #expect(conversion.errors.first?.hasPrefix(message) == true, "\(conversion.errors)")
        #expect(conversion.errors.count == 2, "\(conversion.errors)")
    }

    @Test("an export that was cut off is a fault")
    func cutOff() {
        let text = String(Self.person("sn: A").dropLast())
        #expect(
            converted(.ldif, [text]).errors == [
                "file1:4 The export ends in the middle of a line, as one that was cut off does."
            ]
        )
    }

    @Test("an entry that stands there twice is a fault, with the place of the second")
    func twice() {
        let text = Self.person("sn: A") + "\n" + Self.person("sn: A").replacing("uid=a,dc=x", with: "UID=A, dc=x")
        #expect(converted(.ldif, [text]).errors.count == 1)
    }

    @Test("line ends, folding, comments and the order of entries do not matter")
    func layouts() {
        let plain = converted(.ldif, [Sample.ldif])
        #expect(plain.userText.contains("\"cn\": \"Jane a long name that is folded\""))
        #expect(converted(.ldif, [Sample.ldif.replacing("\n", with: "\r\n")]).files == plain.files)
        let entries = Sample.ldif.split(separator: "\n\n").dropFirst().reversed().joined(separator: "\n\n")
        #expect(converted(.ldif, [entries + "\n"]).files == plain.files)
        #expect(
            converted(.ldif, [entries + "\n\n# search result\nsearch: 2\nresult: 0 Success\n"]).files == plain.files
        )
    }

    @Test("members are spelled as people spell themselves, and those who are no people are left out")
    func members() throws {
        let text = Sample.ldif + "member: cn=nested,dc=acme\n"
        let conversion = converted(.ldif, [text])
        let group = try #require(conversion.loaded.manifests.groups.first)
        #expect(
            group.members?.map(\.value) == [
                "uid=jane,ou=people,dc=acme,dc=example", "uid=omar,ou=people,dc=acme,dc=example",
            ]
        )
        #expect(conversion.warnings.count == 1)
        #expect(conversion.warnings.first?.contains("cn=nested") == true)
        #expect(conversion.loaded.findings == [])
    }

    @Test("people without an email are left out by the mapping, and groups do not name them")
    func withoutEmail() {
        let conversion = converted(.ldif, [Sample.ldif.replacing("mail: omar@acme.example\n", with: "")])
        #expect(conversion.mappingText.contains("\"filter\": \"mail pr\""))
        #expect(conversion.loaded.findings == [])
        #expect(conversion.loaded.manifests.users.count == 1)
        #expect(conversion.loaded.manifests.groups.first?.members?.count == 1)
    }

    @Test(
        "an account's state is one field, whatever the directory calls it",
        arguments: [
            ("userAccountControl: 512", "true"), ("userAccountControl: 66050", "false"),
            ("nsAccountLock: TRUE", "false"),
            ("nsAccountLock: false", "true"), ("loginDisabled: TRUE", "false"),
            ("pwdAccountLockedTime: 000001010000Z", "false"), ("pwdAccountLockedTime: 20260101120000Z", nil),
            ("description: x", nil), ("userAccountControl: 512\nnsAccountLock: TRUE", "false"),
        ]
    )
    func state(lines: String, enabled: String?) {
        let text = converted(.ldif, [Self.person(lines)]).userText
        if let enabled {
            #expect(text.contains("\"enabled\": \(enabled)"))
        } else {
            #expect(!text.contains("enabled"))
        }
        #expect(!text.contains("512") && !text.contains("nsAccountLock"))
    }

    @Test("binary values are left out with a warning, but an objectGUID becomes its text")
    func binary() {
        let conversion = converted(
            .ldif,
            [Self.person("sn:: /9j/4AAQ", "objectGUID:: AQIDBAUGBwgJCgsMDQ4PEA==", "jpegPhoto:: /9j/4AAQ")]
        )
        #expect(conversion.userText.contains("\"objectGUID\": \"04030201-0605-0807-090a-0b0c0d0e0f10\""))
        #expect(!conversion.userText.contains("\"sn\""))
        #expect(conversion.warnings == ["file1:4 A value of sn of \"uid=a,dc=x\" is no text, and is left out."])
    }

    @Test("computers are nobody, and classes of one's own can be people")
    func classes() {
        let text = """
            dn: cn=pc,dc=x
            objectClass: user
            objectClass: computer
            mail: pc@x.com

            dn: cn=bot,dc=x
            objectClass: acmePerson
            mail: bot@x.com

            """
        #expect(converted(.ldif, [text + "\n" + Self.person("sn: A")]).users?.count == 1)
        #expect(converted(.ldif, [text]) { $0.userClasses = ["ACMEperson"] }.users?.count == 1)
        #expect(converted(.ldif, ["dn: uid=a,dc=x\nmail: a@x.com\n"]).users?.count == 1)
    }

    @Test("a key that not everybody has, or that two share, is none")
    func keys() {
        let text = { (second: String) in
            "dn: uid=a\nobjectClass: person\nmail: a@x.com\nemployeeNumber: 1\nentryUUID: u1\n\n"
                + "dn: uid=b\nobjectClass: person\nmail: b@x.com\nentryUUID: u2\n\(second)"
        }
        #expect(converted(.ldif, [text("employeeNumber: 2\n")]).mappingText.contains("\"from\": \"employeeNumber\""))
        for second in ["", "employeeNumber: 1\n"] {
            let conversion = converted(.ldif, [text(second)])
            #expect(conversion.mappingText.contains("\"external_id\": { \"from\": \"entryUUID\""))
            #expect(conversion.loaded.findings == [])
        }
        #expect(converted(.ldif, [Self.person("sn: A")]).mappingFindings.count == 1)
        // A key that only somebody without an email lacks is one: they become nobody.
        let service = converted(.ldif, [text("employeeNumber: 2\n") + "\ndn: uid=c\nobjectClass: person\n"])
        #expect(service.mappingText.contains("\"from\": \"employeeNumber\""))
    }

    @Test("a line of any length costs no more than its start")
    func longLines() {
        let photo = String(repeating: "/9j/", count: 100_000)
        #expect(converted(.ldif, [Self.person("jpegPhoto:: \(photo)")]).errors == [])
        let conversion = converted(.ldif, [Self.person("sn: \(photo)")])
        #expect(conversion.errors == ["file1:4 The value of sn has more than 65536 bytes."])
    }

    @Test(
        "base64 is read strictly",
        arguments: [
            ("", []), ("YQ==", [0x61]), ("YWI=", [0x61, 0x62]), ("YWJj", [0x61, 0x62, 0x63]), ("YQ", nil),
            ("Y===", nil),
            ("Y!==", nil), ("=YWJ", nil),
        ] as [(String, [UInt8]?)]
    )
    func base64(text: String, bytes: [UInt8]?) {
        #expect(decodedBase64(Array(text.utf8)[...]) == bytes)
    }
}

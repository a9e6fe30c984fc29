import TeamPlanning
import Testing

@testable import DirectoryExports

/// `roster convert csv`: RFC 4180 with a header.
@Suite("CSV")
struct CSVTests {
    @Test(
        "faults name the line on which their row starts and do not hide each other",
        arguments: [
            ("a@x.com\n", "file1:2 The row has 1 fields, the header 2."),
            ("a@x.com,b,c\n", "file1:2 The row has 3 fields"),
            ("a@x.com,b\"c\n", "file1:2 The row has a quote within a field"),
            ("a@x.com,\"b\"c\n", "file1:2 The row has text after a closing quote"),
            ("a@x.com,b\rc\n", "file1:2 The row holds a carriage return"),
            ("a@x.com,\"x\ny\"z\n", "file1:2 The row has text after a closing quote"),
        ]
    )
    func faults(rows: String, message: String) {
        let conversion = converted(.csv, ["Email,Surname\n" + rows + "b@x.com,B,\n"])
        #expect(conversion.errors.first?.hasPrefix(message) == true, "\(conversion.errors)")
        #expect(conversion.errors.count == 2)
    }

    @Test("a quote that is never closed is a fault of its row")
    func openQuote() {
        let conversion = converted(.csv, ["Email,Surname\na@x.com,\"A\nb@x.com,B\n"])
        #expect(conversion.errors == ["file1:2 The row has a quote that is not closed."])
    }

    @Test("a column that is there twice is a fault", arguments: ["Email,email", "a.b,Email,a_b"])
    func duplicates(header: String) {
        #expect(
            converted(.csv, [header + "\n"]).errors.contains { $0.hasPrefix("file1:1 The header names the column") }
        )
    }

    @Test(
        "encodings and delimiters",
        arguments: [
            (TextEncoding.utf8, [0xEF, 0xBB, 0xBF] + Array("mail;sn\na@x.com;Zoë\n".utf8)),
            (.latin1, Array("mail;sn\na@x.com;Zo".utf8) + [0xEB, 0x0A]),
            (.utf16, [0xFF, 0xFE] + "mail;sn\na@x.com;Zoë\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            (.utf16, [0xFE, 0xFF] + "mail;sn\na@x.com;Zoë\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
            (.utf16, "mail;sn\na@x.com;Zoë\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        ] as [(TextEncoding, [UInt8])]
    )
    func encodings(encoding: TextEncoding, bytes: [UInt8]) throws {
        for piece in [1, 3, 1000] {
            let conversion = converted(.csv, files: [bytes], piece: piece) {
                $0.encoding = encoding
                $0.delimiter = UInt8(ascii: ";")
            }
            #expect(conversion.errors == [])
            #expect(conversion.userText.contains("\"sn\": \"Zoë\""))
        }
    }

    @Test("text of another encoding is a fault with its line")
    func wrongEncoding() {
        let bytes = Array("mail,sn\na@x.com,Zo".utf8) + [0xEB, 0x0A]
        #expect(converted(.csv, files: [bytes]).errors == ["file1:2 The row is no text in utf-8."])
        let odd = converted(.csv, files: [bytes]) { $0.encoding = .utf16 }
        #expect(odd.hasErrors)
    }

    @Test("emojis survive UTF-16, halves of one do not")
    func surrogates() {
        let text = "mail,sn\na@x.com,😀\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(converted(.csv, files: [text]) { $0.encoding = .utf16 }.userText.contains("😀"))
        let half = text.dropLast(4) + [0x0A, 0x00]
        #expect(converted(.csv, files: [Array(half)]) { $0.encoding = .utf16 }.hasErrors)
    }

    @Test("rows of one group add up")
    func groups() throws {
        let text = "Group,Member\nSales,b@x.com\nIT,c@x.com\nsales,a@x.com\nSales,B@x.com\n"
        let conversion = converted(.csv, [text]) { $0.rows = .groups }
        #expect(conversion.errors == [])
        #expect(conversion.users == nil)
        let groups = conversion.loaded.manifests.groups
        #expect(groups.map(\.name.value) == ["IT", "Sales"])
        #expect(groups.last?.members?.map(\.value) == ["B@x.com", "a@x.com"])
    }

    @Test("a group with very many rows costs no more than they do")
    func manyRows() {
        let rows = (0..<20_000).map { "Sales,p\($0)@x.com\n" }.joined()
        let conversion = converted(.csv, ["Group,Member\n" + rows]) { $0.rows = .groups }
        #expect(conversion.loaded.manifests.groups.first?.members?.count == 20_000)
    }

    @Test("a source can be named, and columns kept")
    func chosen() {
        let text = "Site,Work.Address,Salary\nBerlin,a@x.com,5\n"
        #expect(converted(.csv, [text]).hasErrors)
        let conversion = converted(.csv, [text]) {
            $0.sources = [.email: "Work.Address"]
            $0.attributes = ["site"]
        }
        #expect(conversion.errors == [])
        #expect(conversion.userText.contains("\"Site\": \"Berlin\""))
        #expect(!conversion.userText.contains("Salary"))
        #expect(conversion.loaded.manifests.users.map(\.email.value) == ["a@x.com"])
    }

    @Test("an empty status says nothing, and is not managed")
    func emptyStatus() {
        let conversion = converted(.csv, ["mail,Status\na@x.com,\nb@x.com,Suspended\n"])
        #expect(conversion.loaded.manifests.users.map(\.status) == [nil, .suspended])
    }

    @Test("unknown words for a status leave the status alone, with a note")
    func status() {
        let conversion = converted(.csv, ["mail,Status\na@x.com,On leave\nb@x.com,Active\n"])
        #expect(!conversion.mappingText.contains("status"))
        #expect(conversion.mappingFindings.contains { $0.message.contains("on leave") })
        #expect(conversion.loaded.findings == [])
    }

    @Test(
        "what spreadsheets of products look like",
        arguments: [
            (
                "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Status [READ ONLY]\nA,B,a@x.com,****,Active\n",
                "a@x.com"
            ),
            ("login,firstName,lastName,email,status\na,A,B,a@x.com,ACTIVE\n", "a@x.com"),
            (
                "userPrincipalName,displayName,surname,mail,givenName,objectId,accountEnabled\na@x.com,A,B,a@x.com,A,1,True\n",
                "a@x.com"
            ),
        ]
    )
    func products(text: String, email: String) {
        let conversion = converted(.csv, [text])
        #expect(conversion.errors == [])
        #expect(conversion.loaded.findings == [])
        let user = conversion.loaded.manifests.users.first
        #expect(user?.email.value == email)
        #expect((user?.givenName, user?.surname, user?.status) == ("A", "B", .active))
        #expect(!conversion.userText.contains("****"))
    }
}

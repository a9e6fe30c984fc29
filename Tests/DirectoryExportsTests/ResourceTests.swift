import TeamPlanning
import Testing

@testable import DirectoryExports

/// `roster convert scim` and `pingone`: resources in JSON.
@Suite("Resources")
struct ResourceTests {
    @Test(
        "an export with fewer resources than it announces is a fault",
        arguments: [
            (ExportFormat.scim, "\"totalResults\":2", "\"totalResults\":200", "The export holds 2 of 200 users."),
            (.pingone, "\"count\":2", "\"count\":200", "The export holds 2 of 200 users."),
        ]
    )
    func incomplete(format: ExportFormat, part: String, changed: String, message: String) throws {
        let text = try #require(Sample.all.first { $0.format == format }?.text)
        #expect(converted(format, [text.replacing(part, with: changed)]).errors == ["file1:1 \(message)"])
    }

    @Test("a page that is not followed by the one that it names is a fault")
    func nextPage() {
        let page = { (id: String, links: String) in
            "{\"_links\":{\(links)},\"_embedded\":{\"users\":[{\"id\":\"\(id)\",\"email\":\"\(id)@x.com\"}]}}"
        }
        let next = "\"next\":{\"href\":\"https://api.pingone.com/2\"}"
        let message = "file1:1 A page of users is followed by one that the export does not hold."
        #expect(converted(.pingone, [page("a", next)]).errors == [message])
        #expect(converted(.pingone, [page("a", next), page("b", next), page("c", "")]).errors == [])
        #expect(converted(.pingone, [page("a", next), "{\"_embedded\":{\"users\":[]}}"]).errors == [])
        #expect(converted(.pingone, ["[\(page("a", next)),\(page("b", ""))]"]).errors == [])
    }

    @Test("pages may be files of their own")
    func pages() {
        let page = { (id: String) in
            "{\"totalResults\":2,\"Resources\":[{\"id\":\"\(id)\",\"userName\":\"\(id)@x.com\"}]}"
        }
        #expect(converted(.scim, [page("a"), page("b")]).errors == [])
        #expect(converted(.scim, [page("a")]).errors == ["file1:1 The export holds 1 of 2 users."])
        #expect(converted(.scim, [page("a"), page("a")]).errors.contains { $0.contains("twice") })
    }

    @Test(
        "broken files are faults with their line",
        arguments: [
            ("[\n{\"id\":\"a\",}]", 2), ("[1]", 1), ("3", 1), ("{}", 1),
            ("[{\"id\":\"a\",\"id\":\"b\",\"userName\":\"a\"}]", 1),
            ("[{\"id\":\"a\"", 1),
            ("{\"Resources\":[{\"id\":\"a\",\"userName\":\"a@x.com\"},\n{\"id\":\n,}]}", 3), ("{\"Resources\":[1]}", 1),
            ("{\"Resources\":[{\"id\":\"a\"}\n{\"id\":\"b\"}]}", 2), ("[{\"a\":\"}]", 1),
        ]
    )
    func broken(text: String, line: Int) {
        for format in [ExportFormat.scim, .pingone] {
            let conversion = converted(format, [text])
            #expect(conversion.hasErrors)
            #expect(conversion.errors.contains { $0.hasPrefix("file1:\(line) ") }, "\(conversion.errors)")
        }
    }

    @Test("the primary email counts, and members who are groups are left out")
    func scim() throws {
        let conversion = converted(.scim, [Sample.scim])
        let load = conversion.loaded
        #expect(load.manifests.users.map(\.email.value) == ["jane@acme.example", "omar@acme.example"])
        #expect(load.manifests.groups.first?.members?.map(\.value) == ["u1", "u2"])
        #expect(load.manifests.groups.first?.id?.value == "g1")
        #expect(conversion.warnings.count == 1)
        #expect(conversion.groupText.contains("g9") == false)
    }

    @Test("a population and the groups of a person are kept")
    func pingone() throws {
        let conversion = converted(.pingone, [Sample.pingone])
        #expect(conversion.userText.contains("\"population\": { \"id\": \"p1\", \"name\": \"Dropbox\" }"))
        #expect(conversion.loaded.manifests.users.first?.groups?.map(\.value) == ["g1"])
    }

    @Test("fields are kept when asked for, but never those inside that are sensitive")
    func further() {
        let text = "[{\"id\":\"1\",\"userName\":\"a@x.com\",\"site\":{\"city\":\"Berlin\",\"doorToken\":\"s3cret\"}}]"
        #expect(!converted(.scim, [text]).userText.contains("Berlin"))
        let conversion = converted(.scim, [text]) { $0.attributes = ["site.city"] }
        #expect(conversion.userText.contains("Berlin"))
        #expect(!conversion.userText.contains("s3cret"))
    }
}

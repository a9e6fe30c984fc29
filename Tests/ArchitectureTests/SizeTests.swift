import Testing

/// The sizes that keep files readable.
@Suite("Sizes")
struct SizeTests {
    private static let longestFile = 400

    @Test("no file is long", arguments: ["Sources", "Tests"])
    func filesAreShort(folder: String) throws {
        let files = try SourceTree.read(folder).files
        try #require(!files.isEmpty)
        let long = files.filter { $0.lines.count > Self.longestFile }.map(\.path)
        #expect(long == [])
    }

    @Test("a file is named after something: no two of a target share a name")
    func namesAreUnique() throws {
        let files = try SourceTree.read("Sources").files
        let names = files.map { "\($0.target)/\($0.path.split(separator: "/").last ?? "")" }
        let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.sorted() == [])
    }
}

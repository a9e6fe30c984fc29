import Testing

/// The sizes that keep files readable.
@Suite("Sizes")
struct SizeTests {
    private static let longestFile = 400
    private static let longestFunction = 60

    @Test("no file is long", arguments: ["Sources", "Tests"])
    func filesAreShort(folder: String) throws {
        let files = try SourceTree.read(folder).files
        try #require(!files.isEmpty)
        let long = files.filter { $0.lines.count > Self.longestFile }.map(\.path)
        #expect(long == [])
    }

    @Test("no function is long", arguments: ["Sources", "Tests"])
    func functionsAreShort(folder: String) throws {
        let files = try SourceTree.read(folder).files
        let functions = files.flatMap { file in
            file.functions.map { (name: "\(file.path): \($0.name)", lines: $0.lines) }
        }
        try #require(functions.count > 100)
        #expect(functions.filter { $0.lines > Self.longestFunction }.map(\.name) == [])
    }

    @Test("a file is named after something: no two of a target share a name")
    func namesAreUnique() throws {
        let files = try SourceTree.read("Sources").files
        let names = files.map { "\($0.target)/\($0.path.split(separator: "/").last ?? "")" }
        let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.sorted() == [])
    }
}

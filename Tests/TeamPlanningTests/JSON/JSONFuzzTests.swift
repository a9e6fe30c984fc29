import TeamPlanning
import Testing

/// Whatever the bytes are, reading ends with a document or with findings that have a place in the file.
struct JSONFuzzTests {
    private static let valid = #"""
        {"apiVersion": "roster/v1", "kind": "Users", "users": [
          {"email": "jane@acme.example", "given_name": "Zo\u00eb 🦊", "status": null, "groups": ["A", "B"]},
          {"n": [-1.5e+3, 0, 12], "b": [true, false], "o": {}, "s": "\"\\\n\uD83E\uDD8A"}]}
        """#

    @Test(arguments: 0..<8)
    func survivesRandomBytes(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<200 {
            Self.check((0..<random.below(60)).map { _ in UInt8(random.below(256)) })
        }
    }

    @Test(arguments: 0..<8)
    func survivesRandomTokens(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let tokens = [
            "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "{\"a\":1,\"a\":2}", "\\", "\\u", "\\uD800", "1", "-", ".",
            "e", "0", "true", "nul",
            " ", "\n", "/", "'", "é", "\u{0}",
        ]
        for _ in 0..<300 {
            Self.check((0..<random.below(24)).flatMap { _ in Array(tokens[random.below(tokens.count)].utf8) })
        }
    }

    @Test(arguments: 0..<8)
    func survivesMutations(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<200 {
            var bytes = Array(Self.valid.utf8)
            for _ in 0...random.below(3) {
                let index = random.below(bytes.count)
                switch random.below(4) {
                case 0: bytes[index] = UInt8(random.below(256))
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(UInt8(random.below(128)), at: index)
                default: bytes.removeSubrange(index...)
                }
                if bytes.isEmpty { break }
            }
            Self.check(bytes)
        }
    }

    /// Every prefix of a valid document is broken, and says so.
    @Test func refusesEveryPrefix() {
        let bytes = Array(Self.valid.utf8)
        for length in 0..<bytes.count {
            var findings: [Finding] = []
            #expect(JSONDocument.read(Array(bytes[..<length]), file: "a.json", into: &findings) == nil)
            #expect(findings.count == 1)
        }
    }

    /// Reading without keeping the values finds what reading finds.
    private static func expectSameScreening(of bytes: [UInt8], _ document: JSONDocument?, _ findings: [Finding]) {
        switch JSONScreening(bytes, file: "a.json") {
        case .notJSON: #expect(document == nil)
        case .clean: #expect(document != nil && findings == [])
        case .repeatedKey(let key):
            #expect(document != nil && findings.contains { $0.location == key.location && $0.code == .duplicateKey })
        }
    }

    private static func check(_ bytes: [UInt8]) {
        var findings: [Finding] = []
        let document = JSONDocument.read(bytes, file: "a.json", into: &findings)
        #expect((document == nil) == findings.contains { $0.code == .invalidJSON })
        expectSameScreening(of: bytes, document, findings)
        let lines = bytes.filter { $0 == 10 || $0 == 13 }.count + 1
        for finding in findings {
            let place = finding.location
            #expect((1...lines).contains(place?.line ?? 0) && (1...bytes.count + 1).contains(place?.column ?? 0))
        }
        let load = loadManifests([ManifestFile(path: "a.json", bytes: bytes)])
        #expect(document != nil || load.hasErrors)
    }
}

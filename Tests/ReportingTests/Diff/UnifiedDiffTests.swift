import Reporting
import Testing

/// Differences that people read and `git apply` takes.
struct UnifiedDiffTests {
    private static func diff(_ old: String?, _ new: String?) -> String {
        UnifiedDiff(path: "a.json", from: old.map { Array($0.utf8) }, to: new.map { Array($0.utf8) }).text
    }

    @Test func showsChangedLinesWithWhatIsAroundThem() {
        let old = (1...12).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 6\n", with: "line six\nand a half\n")
        #expect(
            Self.diff(old, new) == """
                --- a/a.json
                +++ b/a.json
                @@ -3,7 +3,8 @@
                 line 3
                 line 4
                 line 5
                -line 6
                +line six
                +and a half
                 line 7
                 line 8
                 line 9

                """
        )
    }

    @Test func separatesDistantChanges() {
        let old = (1...30).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 2\n", with: "").replacing("line 28\n", with: "x\n")
        #expect(
            Self.diff(old, new).split(separator: "\n").filter { $0.hasPrefix("@@") } == [
                "@@ -1,5 +1,4 @@", "@@ -25,6 +24,6 @@",
            ]
        )
    }

    @Test(
        arguments: [
            (nil, "a\nb\n", "--- /dev/null\n+++ b/a.json\n@@ -0,0 +1,2 @@\n+a\n+b\n"),
            ("a\n", nil, "--- a/a.json\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"),
            ("a", "a\n", "--- a/a.json\n+++ b/a.json\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
            ("a\n", "a\n", ""),
            ("e\u{301}\n", "\u{e9}\n", "--- a/a.json\n+++ b/a.json\n@@ -1 +1 @@\n-e\u{301}\n+\u{e9}\n"),
        ] as [(String?, String?, String)]
    )
    func copesWithEdges(old: String?, new: String?, text: String) {
        #expect(Array(Self.diff(old, new).utf8) == Array(text.utf8))
    }

    @Test func escapesWhatATerminalWouldObey() {
        #expect(Self.diff("a\n", "\u{1B}[2J\u{202E}\r\n").contains("+\\u{1b}[2J\\u{202e}\\u{d}\n"))
    }

    /// Applying a difference to the old text gives the new one, whatever the texts are.
    @Test(arguments: 0..<40)
    func canBeApplied(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<20 {
            let old = (0..<below(40)).map { _ in "line \(below(12))" }
            var new = old
            for _ in 0..<below(8) {
                if !new.isEmpty, below(2) == 0 {
                    new.remove(at: below(new.count))
                } else {
                    new.insert("new \(below(5))", at: below(new.count + 1))
                }
            }
            let text = Self.diff(old.map { $0 + "\n" }.joined(), new.map { $0 + "\n" }.joined())
            #expect(Self.apply(text, to: old) == new)
        }
    }

    @Test func staysFastOnFilesThatHaveNothingInCommon() {
        let old = (0..<20_000).map { "a\($0)\n" }.joined()
        let new = (0..<20_000).map { "b\($0)\n" }.joined()
        #expect(Self.diff(old, new).utf8.count > 200_000)
    }

    private static func apply(_ diff: String, to old: [String]) -> [String] {
        var (result, next) = ([String](), 0)
        for line in diff.split(separator: "\n").dropFirst(2) {
            if line.hasPrefix("@@") {
                let start = line.dropFirst(4).prefix { $0.isNumber }
                let first = max((Int(start) ?? 0) - 1, 0)
                result += old[next..<max(first, next)]
                next = max(first, next)
            } else if line.hasPrefix("+") {
                result.append(String(line.dropFirst()))
            } else {
                if line.hasPrefix(" ") { result.append(old[next]) }
                next += 1
            }
        }
        return result + old[next...]
    }
}

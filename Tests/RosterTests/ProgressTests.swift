import Testing

@testable import roster

/// A bar on a terminal, plain lines in a pipeline's log.
@Suite struct ProgressTests {
    private static let clear = "\r\u{1B}[K"

    @Test func aTerminalHasABarThatStaysWhileStepsChange() {
        let console = FakeConsole(answers: [])
        let progress = Progress(console: console)
        progress.move(to: 0, of: 4)
        progress.show("a starts")
        progress.show("a done", done: 1, of: 4)
        progress.note("[2/4] b failed\n")
        progress.show("c done", done: 4, of: 4)
        progress.removeBar()
        progress.show("reading")
        progress.finish()
        let writes = [
            "[                    ] 0/4 a starts", "[=====               ] 1/4 a done", "[2/4] b failed\n",
            "[====================] 4/4 c done", "reading", "",
        ]
        #expect(console.error == writes.map { Self.clear + $0 }.joined())
    }

    @Test func aLogHasPlainLines() {
        let console = FakeConsole(answers: nil)
        let progress = Progress(console: console)
        progress.move(to: 0, of: 4)
        progress.show("a starts")
        progress.show("a done", done: 1, of: 4)
        progress.note("[2/4] b failed\n")
        progress.finish()
        #expect(console.error == "a starts\n[1/4] a done\n[2/4] b failed\n")
    }

    @Test func aTerminalThatCannotWriteOverALineHasPlainLines() {
        for (terminal, isOverwritable) in [("dumb", false), ("xterm", true)] {
            let console = SystemConsole(environment: ["TERM": terminal])
            #expect(console.isErrorOverwritable == (isOverwritable && console.isErrorTerminal))
        }
        let console = FakeConsole(answers: [], isErrorOverwritable: false)
        let progress = Progress(console: console)
        progress.show("a starts")
        progress.show("a done", done: 1, of: 4)
        progress.finish()
        #expect(console.error == "a starts\n[1/4] a done\n")
    }

    /// A line that wraps could not be overwritten.
    @Test(arguments: ["x", "漢", "e\u{301}"])
    func aLineNeverWraps(character: String) {
        let console = FakeConsole(answers: [])
        let progress = Progress(console: console)
        progress.show(String(repeating: character, count: 300), done: 1, of: 2)
        let line = console.error.replacing(Self.clear, with: "")
        let columns = line.reduce(0) { $0 + ($1 == "漢" ? 2 : 1) }
        #expect(columns <= console.width - 1 && columns >= console.width - 2)
    }
}

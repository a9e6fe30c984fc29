import ArgumentParser
import Testing

@testable import roster

/// The man page: complete, and nothing in it is read as a request to roff.
@Suite struct ManualTests {
    private func page() async throws -> String {
        try await TemporaryFolder.with { folder in
            let run = await roster(["manual"], in: folder)
            #expect(run.status == .done && run.error == "")
            return run.output
        }
    }

    @Test func everyCommandAndEveryExitCodeIsThere() async throws {
        let page = try await page()
        #expect(page.hasPrefix(".TH ROSTER 1 \"\" \"roster \(RosterVersion.current)\""))
        for command in Roster.configuration.subcommands {
            #expect(page.contains(".SS roster \(command.configuration.commandName ?? "?")\n"))
        }
        for status in CommandStatus.allCases { #expect(page.contains(".B \(status.rawValue)\n")) }
        #expect(page.contains(#"\-\-confirm\-group\-deletions"#))
    }

    @Test func everyRequestIsOneOfOurs() async throws {
        let known: Set = [".TH", ".SH", ".SS", ".TP", ".B", ".nf", ".fi"]
        let requests = try await page().split(separator: "\n").filter { $0.hasPrefix(".") || $0.hasPrefix("'") }
        #expect(requests.count > 40)
        #expect(requests.allSatisfy { known.contains(String($0.prefix { $0 != " " })) })
    }
}

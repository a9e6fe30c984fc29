import Testing

@testable import roster

/// `apply --timeout`. Waiting takes no time here, so that every limit is reached at once.
@Suite("Time limit", .timeLimit(.minutes(10)))
struct TimeoutTests {
    @Test("at the limit the result is written, the team is not read again, and the end is 5")
    func limit() async throws {
        try await SmallTeam.withoutDeletion { folder in
            let arguments = [
                "apply", "--simulate", "--auto-approve", "--concurrency", "1", "--timeout", "90s", "-o", "json=r.json",
            ]
            let run = await roster(arguments, in: folder)
            #expect(run.status == .incomplete, "\(run.error)")
            #expect(run.error.contains("the time limit of 90s was reached"))
            let result = try folder.read("r.json")
            #expect(result.contains("\"timed_out\" : true"))
            #expect(result.contains("\"remaining_changes\" : null"))
            let status = await roster(["status"], in: folder)
            #expect(status.output.contains("run `roster apply` again") || status.output.contains("run `roster plan`"))
            let second = await roster(["apply", "--simulate", "--auto-approve"], in: folder)
            #expect(second.status == .done)
        }
    }

    @Test(
        "spans are seconds, minutes or hours",
        arguments: [("90", 90), ("90s", 90), ("30m", 1800), ("2h", 7200), ("168h", 604_800), ("1", 1)]
    )
    func spans(text: String, seconds: Int) throws {
        let argument = try DurationArgument.parse(text)
        #expect(argument.duration == .seconds(seconds))
        #expect(argument.text == text)
    }
}

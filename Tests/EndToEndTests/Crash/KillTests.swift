import DropboxSimulator
import Foundation
import Testing

@testable import SimulatedTeamSupport

/// `SIGKILL` at any moment of an apply: the process cannot say goodbye, and the next apply finishes the work.
@Suite("Kill", .timeLimit(.minutes(15)))
struct KillTests {
    /// A moment of an apply: one of its calls, as it arrives or when its work is done but not answered.
    struct Moment: Sendable {
        /// Where in the apply, from 0 up to 1.
        let share: Double
        let stage: CallMoment.Stage
    }

    /// Fifty moments: the multiples of the golden ratio lie everywhere, without a pattern.
    static let moments: [Moment] = (1...50).map { number in
        Moment(
            share: (Double(number) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1),
            stage: number.isMultiple(of: 2) ? .arrived : .done
        )
    }

    /// Applies that run side by side.
    private static let atOnce = 2

    @Test("the next apply finishes what a killed one began, and does nothing twice")
    func converges() async throws {
        let whole = try await Trial.run()
        #expect(whole.changes >= 200)
        try #require(whole.last.exitCode == 0, "stderr: \(whole.last.error)")
        #expect(whole.status.output.contains("The team was read again and matched the manifests."))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, moment) in Self.moments.enumerated() {
                if index >= Self.atOnce { try await group.next() }
                group.addTask { try await Self.check(moment, against: whole) }
            }
            try await group.waitForAll()
        }
    }

    private static func check(_ moment: Moment, against whole: Trial) async throws {
        let number = 1 + Int(moment.share * Double(whole.calls))
        let killed = try await Trial.run(whole, killAt: Trial.Moment(number: number, stage: moment.stage))
        let place: Comment = "killed at call \(number), \(moment.stage)"
        #expect(killed.firstExitCode == 128 + SIGKILL, place)
        // Before the journal's first line there is no journal; after the last change only the last read is missing.
        #expect(killed.status.exitCode == 0, "killed at call \(number); stderr: \(killed.status.error)")
        #expect(
            ["cut off", "No apply is recorded", "The team was not read again"]
                .contains(where: killed.status.output.contains),
            "killed at call \(number); stdout: \(killed.status.output)"
        )
        #expect(killed.last.exitCode == 0, "killed at call \(number); stderr: \(killed.last.error)")
        #expect(killed.team.differences(from: whole.team) == [], place)
        #expect(killed.effects.differences(from: whole.effects) == [], place)
    }
}

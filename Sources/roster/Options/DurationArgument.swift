import ArgumentParser

/// A span of time on the command line: `90s`, `30m`, `2h`, or plain seconds.
struct DurationArgument: Sendable, Equatable {
    let duration: Duration
    /// The span as it was given.
    let text: String

    /// A week, the longest span that is taken.
    private static let longest = 7 * 24 * 3600

    /// Takes a span from the command line.
    static func parse(_ argument: String) throws -> DurationArgument {
        let factors: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
        let factor = argument.last.flatMap { factors[$0] }
        let digits = factor == nil ? argument[...] : argument.dropLast()
        guard !digits.isEmpty, digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
            let number = Int(digits), number > 0, number <= longest / (factor ?? 1)
        else {
            throw ValidationError("expected a time from 1s to 168h, such as 90s, 30m or 2h")
        }
        return DurationArgument(duration: .seconds(number * (factor ?? 1)), text: argument)
    }
}

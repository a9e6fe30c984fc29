import ArgumentParser
import DropboxSimulator

/// What goes wrong in a simulated team, on purpose.
struct FaultOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Let the simulated team fail now and then, such as 429:0.1 or slow:200ms; see roster simulator --help.",
            valueName: "fault"
        ),
        transform: FaultOptions.parse
    )
    var fault: [SimulatedFault] = []

    @Option(
        help: ArgumentHelp(
            "Which calls are hit: another number hits others, the same the same; 0 unless given.",
            valueName: "n"
        )
    )
    var faultSeed: Int?

    func validate() throws {
        var kinds: Set<FaultKind> = []
        for fault in fault where !kinds.insert(fault.kind).inserted {
            throw ValidationError("--fault names \(fault.kind.rawValue) twice; give it once.")
        }
        if faultSeed != nil, fault.isEmpty {
            throw ValidationError("--fault-seed needs a --fault; add one, or leave the seed out.")
        }
    }

    /// Takes a fault from the command line.
    static func parse(_ argument: String) throws -> SimulatedFault {
        do {
            return try SimulatedFault(argument)
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// The options as they were given.
    var arguments: [String] {
        fault.flatMap { ["--fault", $0.specification] } + (faultSeed.map { ["--fault-seed", "\($0)"] } ?? [])
    }

    /// Puts the faults into a simulator.
    func configure(_ configuration: inout SimulatorConfiguration) {
        configuration.faults = fault
        configuration.faultSeed = faultSeed ?? 0
    }

    /// Every fault with its form and what it does, for a help page: lines of 77 columns at most, as on the man page.
    static let table = FaultKind.allCases.map { kind in
        let label = "  \(kind.form)" + String(repeating: " ", count: 21 - kind.form.count)
        var lines = [label]
        for word in kind.summary.split(separator: " ") {
            if (lines.last ?? "").count + word.count > 76 { lines.append(String(repeating: " ", count: label.count)) }
            let isFirst = (lines.last ?? "").count == label.count
            lines[lines.count - 1] += (isFirst ? "" : " ") + word
        }
        return lines.joined(separator: "\n")
    }.joined(separator: "\n")
}

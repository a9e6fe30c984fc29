import ArgumentParser
import TeamPlanning

/// Limits of the policy that are raised for one run.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Raise a limit of the policy for this run: a count or a percentage, such as user_removals=20%.",
            valueName: "name=value"
        ),
        transform: LimitOverride.parse
    )
    var overrideLimit: [LimitOverride] = []

    func validate() throws {
        var names: Set<LimitName> = []
        for override in overrideLimit where !names.insert(override.name).inserted {
            throw ValidationError("--override-limit names \(override.name.rawValue) twice; give it once.")
        }
    }

    /// The limits by name.
    var overrides: LimitOverrides {
        Dictionary(overrideLimit.map { ($0.name, $0.limit) }) { _, last in last }
    }
}

/// One limit raised for one run: `NAME=VALUE`.
struct LimitOverride: Sendable, Equatable {
    let name: LimitName
    let limit: Limit

    /// Takes an override from the command line.
    static func parse(_ argument: String) throws -> LimitOverride {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let names = LimitName.allCases.map(\.rawValue).joined(separator: ", ")
        guard parts.count == 2, let name = LimitName(rawValue: String(parts[0])) else {
            throw ValidationError("expected NAME=VALUE with a name of \(names)")
        }
        guard let limit = Limit(String(parts[1])) else {
            throw ValidationError("expected a count such as 12, or a percentage from 0% to 100%")
        }
        return LimitOverride(name: name, limit: limit)
    }

    /// The form on the command line.
    var argument: String { "\(name.rawValue)=\(valueText)" }

    /// The value as it was given.
    var valueText: String { limit.text }
}

import Foundation
import TeamPlanning
import Testing

@testable import DirectoryExports

/// Broken exports: whatever the bytes, a conversion ends, and hands out no more than it was given.
///
/// `ROSTER_FUZZ_RUNS=100000 swift test --filter '^DirectoryExportsTests\.Fuzz'` tries so many inputs per format.
@Suite("Fuzz")
struct FuzzTests {
    /// How many inputs are tried per format.
    private static let runs = ProcessInfo.processInfo.environment["ROSTER_FUZZ_RUNS"].flatMap { Int($0) } ?? 400

    @Test("random, changed and cut off exports are faults at worst", arguments: ExportFormat.allCases)
    func survives(format: ExportFormat) throws {
        let text = try #require(Sample.all.first { $0.format == format }?.text)
        let sample = Array(text.utf8)
        var accepted = 0
        for run in 0..<UInt64(Self.runs) {
            var random = FuzzGenerator(seed: run)
            let input = random.input(from: sample)
            let conversion = converted(format, files: [input], piece: Int.random(in: 1...64, using: &random)) {
                if run.isMultiple(of: 5) { $0.encoding = .utf16 }
                if run.isMultiple(of: 3) { $0.rows = .groups }
            }
            try check(conversion, input: input, run: run)
            if !conversion.hasErrors { accepted += 1 }
        }
        // Some changes do no harm: an input that is never accepted would test the first check alone.
        #expect(accepted > 0)
    }

    @Test("every start of a good export is a fault, or makes manifests that are read", arguments: ExportFormat.allCases)
    func truncations(format: ExportFormat) throws {
        let text = try #require(Sample.all.first { $0.format == format }?.text)
        let sample = Array(text.utf8)
        for length in 0..<sample.count {
            let input = Array(sample.prefix(length))
            try check(converted(format, files: [input]), input: input, run: UInt64(length))
        }
    }

    private func check(_ conversion: Conversion, input: [UInt8], run: UInt64) throws {
        // Escapes are six bytes for one, and manifests have heads and indents.
        let size = conversion.files.reduce(0) { $0 + $1.bytes.count }
        try #require(size < 32 * input.count + 8192, "run \(run)")
        try #require(conversion.findings.count <= ExportFindings.limit + 1, "run \(run)")
        guard !conversion.hasErrors else { return }
        for file in conversion.files {
            try #require(file.formatted() == file, "run \(run): \(file.path)")
        }
    }
}

/// Makes inputs, the same for the same seed.
private struct FuzzGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491_4F6C_DD1D }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func input(from sample: [UInt8]) -> [UInt8] {
        switch next() % 4 {
        case 0:
            return (0..<Int.random(in: 0...200, using: &self)).map { _ in UInt8.random(in: .min ... .max, using: &self)
            }
        case 1: return Array(sample.prefix(Int.random(in: 0...sample.count, using: &self)))
        default: return mutated(sample)
        }
    }

    private mutating func mutated(_ sample: [UInt8]) -> [UInt8] {
        var bytes = sample
        let signs = Array("\n\r \",;:<#{}[]\\=.\u{0}".utf8) + [0xFF, 0xC3, 0xF0]
        for _ in 0...Int.random(in: 0...4, using: &self) {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            switch next() % 4 {
            case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &self)
            case 1: bytes.insert(signs[Int.random(in: 0..<signs.count, using: &self)], at: place)
            case 2: bytes.removeSubrange(place..<min(place + Int.random(in: 1...20, using: &self), bytes.count))
            default:
                let end = min(place + Int.random(in: 1...80, using: &self), bytes.count)
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &self))
            }
            if bytes.isEmpty { return bytes }
        }
        return bytes
    }
}

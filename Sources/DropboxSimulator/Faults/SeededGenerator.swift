/// Numbers that are the same for the same seed, in every run and on every machine.
///
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014). Its state is a counter that
/// grows by an odd constant; a mixing function turns each state into a number.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// An independent row of numbers for each stream of a seed.
    init(seed: UInt64, stream: UInt64) {
        state = Self.mixed(seed) ^ Self.mixed(stream &* Self.step &+ 1)
    }

    mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mixed(state)
    }

    /// Whether an event of this probability happens: never for 0, always for 1.
    mutating func hits(_ probability: Double) -> Bool {
        Double(next() >> 11) * 0x1p-53 < probability
    }

    /// One of the values, each as likely.
    mutating func pick<Value>(_ first: Value, _ others: Value...) -> Value {
        let choice = Int(next() % UInt64(others.count + 1))
        return choice == 0 ? first : others[choice - 1]
    }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

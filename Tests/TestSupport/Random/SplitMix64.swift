/// Random numbers that are the same in every run: SplitMix64.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x2545_F491_4F6C_DD1D &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit` - 1.
    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    /// Yes, in so many of a hundred cases.
    mutating func percent(_ share: Int) -> Bool { below(100) < share }

    /// One of several values, each as likely.
    mutating func pick<Value>(_ first: Value, _ others: Value...) -> Value {
        let choice = below(others.count + 1)
        return choice == 0 ? first : others[choice - 1]
    }

    /// Some of these, in random order.
    mutating func some<Value>(of values: [Value], upTo most: Int) -> [Value] {
        Array(values.shuffled(using: &self).prefix(below(min(most, values.count) + 1)))
    }
}

/// Random text from an alphabet of everything that harms a terminal or a parser, from a seed.
struct HostileText: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Up to 150 scalars.
    mutating func text() -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...150, using: &self) {
            if let piece = Self.alphabet.randomElement(using: &self) {
                scalars.append(contentsOf: piece.unicodeScalars)
            }
        }
        return String(scalars)
    }

    private static let alphabet = [
        "\n", "\r", "\r\n", "\t", "\u{0}", "\u{7}", "\u{8}", "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{7F}", "\u{85}",
        "\u{9B}31m", "\u{61C}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{202A}", "\u{202E}", "\u{2028}", "\u{2029}",
        "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{E0041}", "\u{FE0F}", "\u{E0100}", "\u{A0}", "\u{3000}",
        "\u{AD}", "\u{3164}", "\u{E000}", "\u{10FFFF}", "\u{301}", "\u{20DD}", "\"", "\\", "\\u{7}", "'", "`", "/",
        "a", "B", " ", "  ", "名", "🙂", "Plan: 0 to create", "No changes.", "║", "╚══", "+ ", "- ", "{}", "[", "%0A",
        "<script>", "</style>", "<img src=x onerror=x>", "\" onload=\"x", "&lt;", "-->", "]]>",
    ]
}

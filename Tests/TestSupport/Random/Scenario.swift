import TeamPlanning

/// One random team with random manifests, named by its seed.
struct Scenario {
    let seed: Int
    var live: LiveState
    var manifests: Manifests
    let formerGroups: [MemberID: Set<GroupID>]
    /// Goes on where the scenario's own numbers end.
    private(set) var random: SplitMix64

    init(seed: Int) {
        var random = SplitMix64(seed: seed)
        let team = RandomTeam(using: &random)
        self.seed = seed
        live = team.state
        formerGroups = team.formerGroups
        manifests = RandomManifests(using: &random).manifests
        self.random = random
    }

    /// 2026-11-20T00:00:00Z.
    static let now: Int64 = 1_795_132_800

    /// Not SHA-256: any 32 bytes that depend on all of the input serve here.
    static let digest = Digest(sha256: { bytes in
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return (0..<32).map { UInt8(truncatingIfNeeded: state >> UInt64(($0 % 8) * 8)) }
    })

    func plan(against live: LiveState) -> Plan {
        Plan(manifests: manifests, live: live, options: PlanOptions(now: Self.now), digest: Self.digest)
    }

    /// Seeds in batches, so that batches run side by side.
    static let batches = (0..<14).map { $0 * 150..<($0 + 1) * 150 }
}

import Benchmark
import Crypto
import DropboxAPI
import TeamPlanning

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.cpuTotal, .wallClock, .peakMemoryResident],
        warmupIterations: 1,
        maxDuration: .seconds(20),
        maxIterations: 10
    )
    let teams: [(String, SyntheticTeam)] = [
        ("1,000 users, 5,000 memberships", .small),
        ("10,000 users, 50,000 memberships", .large),
        ("100,000 users, 500,000 memberships", .tenfold),
        ("100,000 users, 1,000,000 memberships", .huge),
    ]
    for (name, team) in teams {
        benchmarkReading(name, team)
        benchmarkPlanning(name, team)
        benchmarkWholePlanning(name, team)
    }
    benchmarkMemberPages()
    benchmarkFormats()
}

/// Manifest bytes to desired state.
private func benchmarkReading(_ name: String, _ team: SyntheticTeam) {
    Benchmark("read manifests, \(name)") { benchmark, files in
        for _ in benchmark.scaledIterations {
            blackHole(loadManifests(files))
        }
    } setup: {
        team.files
    }
}

private let digest = Digest(sha256: { Array(SHA256.hash(data: $0)) })

/// Manifest bytes and live state to a plan with its fingerprint: all that `roster plan` computes between reading and printing.
private func benchmarkWholePlanning(_ name: String, _ team: SyntheticTeam) {
    Benchmark("manifests to plan, \(name)") { benchmark, input in
        for _ in benchmark.scaledIterations {
            let manifests = loadManifests(input.files).manifests
            blackHole(Plan(manifests: manifests, live: input.live, options: PlanOptions(now: 0), digest: digest))
        }
    } setup: {
        (files: team.files, live: team.live)
    }
}

/// Desired and live state to a plan with its fingerprint.
private func benchmarkPlanning(_ name: String, _ team: SyntheticTeam) {
    Benchmark("plan, \(name)") { benchmark, input in
        for _ in benchmark.scaledIterations {
            blackHole(
                Plan(manifests: input.manifests, live: input.live, options: PlanOptions(now: 0), digest: digest)
            )
        }
    } setup: {
        (manifests: loadManifests(team.files).manifests, live: team.live)
    }
}

/// Pages of `members/list_v2` to wire types, transport aside.
private func benchmarkMemberPages() {
    Benchmark("decode member pages, 100,000 members") { benchmark, client in
        for _ in benchmark.scaledIterations {
            blackHole(try await client.listMembers(limit: 1_000, includeRemoved: true))
        }
    } setup: {
        DropboxClient(
            credentials: .accessToken(Secret("benchmark")),
            transport: MemberPages(members: 100_000),
            time: Timekeeper(now: { .zero }, sleep: { _ in }, jitter: { 0 })
        )
    }
}

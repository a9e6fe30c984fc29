import Benchmark
import Crypto
import Reporting
import TeamPlanning

/// A plan of 10,000 changes in every format.
func benchmarkFormats() {
    let formats: [(String, @Sendable (PlanReport) throws -> Int)] = [
        ("text", { TextLayout(width: 100, colour: false).plan($0).utf8.count }),
        ("json", { try $0.encoded().count }),
        ("markdown", { try $0.markdown().utf8.count }),
        ("html", { $0.html().utf8.count }),
        ("github", { $0.githubAnnotations().utf8.count }),
        ("gitlab", { try $0.gitlabWidget().count }),
    ]
    for (name, render) in formats {
        Benchmark("10,000 changes as \(name)") { benchmark, report in
            for _ in benchmark.scaledIterations { blackHole(try render(report)) }
        } setup: {
            largeReport()
        }
    }
}

/// A tenth of a team of 100,000 people, whose surname changes.
private func largeReport() -> PlanReport {
    let team = SyntheticTeam.tenfold
    let plan = Plan(
        manifests: loadManifests(team.files).manifests,
        live: team.live,
        options: PlanOptions(now: 0),
        digest: Digest(sha256: { Array(SHA256.hash(data: $0)) })
    )
    var report = PlanReport(plan, rosterVersion: "1.0.0", createdAt: "2026-11-20T10:00:00Z")
    report.changes = Array(report.changes.prefix(10_000))
    return report
}

import Foundation
import Reporting
import TeamPlanning
import Testing

@testable import roster

/// `plan --base`: what a branch introduces, and an exit code that follows it.
@Suite("Plans beside a base")
struct BaseTests {
    /// The small team's workspace as the branch, and a copy of its manifests as the base.
    private func with(_ body: (TemporaryFolder) async throws -> Void) async throws {
        try await SmallTeam.with { folder in
            try FileManager.default.copyItem(at: folder.url("manifests"), to: folder.url("base"))
            try await body(folder)
        }
    }

    private func plan(_ folder: TemporaryFolder, _ arguments: String...) async throws -> (CommandStatus, PlanReport) {
        let run = await roster(["plan", "--simulate", "--base", "base", "--format", "json"] + arguments, in: folder)
        return (run.status, try PlanReport(json: Array(run.output.utf8)))
    }

    private func origins(_ report: PlanReport) -> [String: PlanReport.Origin?] {
        Dictionary(uniqueKeysWithValues: report.changes.map { ($0.id, $0.origin) })
    }

    /// A Policy that keeps every group, or refuses to delete any.
    private func policy(_ settings: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"Policy\",\(settings)}"
    }

    @Test("what the base plans too is pre-existing, and then nothing is introduced")
    func sameManifests() async throws {
        try await with { folder in
            let (status, report) = try await plan(folder, "--only-introduced", "--detailed-exitcode")
            #expect(status == .done)
            #expect(report.changes.count == 5)
            #expect(report.changes.allSatisfy { $0.origin == .preExisting })
            #expect(report.base?.manifests == "base" && report.base?.fingerprint == report.fingerprint)
            #expect(report.base?.manifestsDigest == report.manifestsDigest)
            #expect(report.resolved == [])
        }
    }

    @Test("a branch that adds a person and keeps a group")
    func branch() async throws {
        try await with { folder in
            try folder.write(
                """
                {"apiVersion":"roster/v1","kind":"Users","users":[{"email":"dora@small.example"}]}
                """,
                to: "manifests/more.json"
            )
            try folder.write(
                """
                {"apiVersion":"roster/v1","kind":"Groups","groups":[{"name":"Old"}]}
                """,
                to: "manifests/old.json"
            )
            let (status, report) = try await plan(folder, "--only-introduced", "--detailed-exitcode")
            #expect(status == .changesPlanned)
            let origins = origins(report)
            #expect(origins["user.create:dora@small.example"] == .introduced)
            #expect(origins["user.update:ann@small.example"] == .preExisting)
            #expect(report.resolved?.map(\.id) == ["group.delete:Old"])
            let text = await roster(["plan", "--simulate", "--base", "base"], in: folder)
            for heading in ["Introduced by this change: users", "Already pending before this change: users"] {
                #expect(text.output.contains(heading))
            }
            #expect(text.output.contains("✓ group \"Old\": delete"))
        }
    }

    @Test("a gate that refuses the base as well refuses on, and fails only what introduces it")
    func gates() async throws {
        try await with { folder in
            let strict = policy("\"limits\":{\"group_deletions\":0}")
            try folder.write(strict, to: "manifests/policy.json")
            let (introduced, before) = try await plan(folder, "--only-introduced")
            #expect(introduced == .refused)
            #expect(before.gates.first { $0.gate == "group_deletions" }?.origin == .introduced)

            try folder.write(strict, to: "base/policy.json")
            let (known, report) = try await plan(folder, "--only-introduced")
            #expect(known == .done)
            #expect(report.gates.first { $0.gate == "group_deletions" }?.origin == .preExisting)
            #expect(!report.applicable)
            let (whole, _) = try await plan(folder)
            #expect(whole == .refused)
            let apply = await roster(["apply", "--simulate", "--auto-approve"], in: folder)
            #expect(apply.status == .refused)
        }
    }

    @Test(
        "the workspace is no base of itself, also by another name",
        arguments: ["manifests", "./base/../manifests", "link"]
    )
    func sameFolder(base: String) async throws {
        try await with { folder in
            try FileManager.default.createSymbolicLink(
                at: folder.url("link"),
                withDestinationURL: folder.url("manifests")
            )
            let run = await roster(["plan", "--simulate", "--base", base, "--only-introduced"], in: folder)
            #expect(run.status == .failed && run.output == "")
            #expect(run.error.contains("the base \(base) is the folder of the manifests itself"))
        }
    }

    @Test(
        "a base that cannot be planned is a warning, and everything is introduced",
        arguments: [
            ("{", "the base base has 1 error, so every change counts as introduced", "base/broken.json"),
            (nil, "the base base holds no manifest, so every change counts as introduced", nil),
        ] as [(String?, String, String?)]
    )
    func unusableBase(fault: String?, message: String, file: String?) async throws {
        try await with { folder in
            if let fault {
                try folder.write(fault, to: "base/broken.json")
            } else {
                for name in try folder.entries(of: "base") {
                    try FileManager.default.removeItem(at: folder.url("base/\(name)"))
                }
            }
            let (status, report) = try await plan(folder, "--only-introduced", "--detailed-exitcode")
            #expect(status == .changesPlanned)
            #expect(report.changes.allSatisfy { $0.origin == .introduced } && report.resolved == nil)
            #expect(report.base?.fingerprint == nil)
            let finding = try #require(report.findings.first { $0.code == "unusable-base" })
            #expect(finding.severity == .warning && finding.message.hasPrefix(message) && finding.file == file)
        }
    }

    @Test("a base that is not there ends with 1")
    func missingBase() async throws {
        try await with { folder in
            let run = await roster(["plan", "--simulate", "--base", "bsae"], in: folder)
            #expect(run.status == .failed && run.output == "")
            #expect(run.error.contains("there is no folder bsae"))
        }
    }

    @Test("the team is read once for both plans, from a snapshot not at all")
    func offline() async throws {
        try await with { folder in
            let stored = await roster(["snapshot", "--simulate", "-o", "s.json"], in: folder)
            try #require(stored.status == .done)
            try FileManager.default.removeItem(at: folder.url(".roster"))
            let run = await roster(["plan", "--live", "s.json", "--base", "base", "--format", "json"], in: folder)
            let report = try PlanReport(json: Array(run.output.utf8))
            #expect(report.changes.count == 5 && report.changes.allSatisfy { $0.origin == .preExisting })
        }
    }
}

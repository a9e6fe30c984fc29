import Foundation
import TestSupport
import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("Findings in the formats of GitHub, GitLab and code scanning")
struct ValidationFormatTests {
    @Test("The annotations are the recorded ones", arguments: NamedValidation.all)
    func annotations(named: NamedValidation) throws {
        try expectGolden(named.report.githubAnnotations(), "findings-\(named.name).annotations.txt")
    }

    @Test("The Code Quality report is the recorded one", arguments: NamedValidation.all)
    func codeQuality(named: NamedValidation) throws {
        let bytes = try named.report.codeQuality(folder: "manifests", digest: Fixture.digest)
        try expectGolden(String(decoding: bytes, as: UTF8.self), "findings-\(named.name).codequality.json")
    }

    @Test("The SARIF log is the recorded one", arguments: NamedValidation.all)
    func sarif(named: NamedValidation) throws {
        let bytes = try named.report.sarif(folder: "manifests", rosterVersion: "1.0.0", digest: Fixture.digest)
        try expectGolden(String(decoding: bytes, as: UTF8.self), "findings-\(named.name).sarif.json")
    }

    @Test("Every finding is an annotation of its level, the worst first")
    func levels() {
        let commands = NamedValidation.faults.report.githubAnnotations().split(separator: "\n")
            .compactMap { WorkflowCommand(String($0)) }
        #expect(commands.map(\.name) == ["error", "error", "error", "error", "warning", "notice"])
        #expect(commands[1].properties["file"] == "manifests/users.json")
        #expect(commands[1].properties["line"] == "3" && commands[1].properties["col"] == "12")
    }

    @Test("A fingerprint stays when a line moves, and no two findings share one")
    func fingerprints() {
        var findings = NamedValidation.faults.report.findings
        let before = findings.fingerprints(Fixture.digest)
        #expect(Set(before).count == findings.count)
        for index in findings.indices { findings[index].line = 100 + index }
        #expect(findings.fingerprints(Fixture.digest) == before)
        findings[3].message += "!"
        let after = findings.fingerprints(Fixture.digest)
        #expect(zip(before, after).map(==) == [true, true, true, false, true])
    }
}

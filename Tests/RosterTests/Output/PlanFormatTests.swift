import Foundation
import TestSupport
import Testing

@testable import roster

/// Plans in the formats of pipelines, as commands write them.
@Suite("Formats of plans", .timeLimit(.minutes(10)))
struct PlanFormatTests {
    @Test("every format is written in one run, and each is what show makes of the plan")
    func everyFormat() async throws {
        try await SmallTeam.with { folder in
            let others = PlanFormat.allCases.filter { $0 != .text }.map(\.rawValue)
            let files = others.flatMap { ["-o", "\($0)=out/plan.\($0)"] }
            let run = await roster(["plan", "--simulate"] + files, in: folder)
            #expect(run.status == .done, "\(run.error)")
            #expect(run.output.contains("1 GROUP WOULD BE DELETED"))
            for format in others {
                let show = await roster(["show", "out/plan.json", "--format", format], in: folder)
                let written = try folder.read("out/plan.\(format)").replacing(
                    "roster apply --simulate",
                    with: "roster apply"
                )
                #expect(show.output == written)
            }
            #expect(try folder.read("out/plan.markdown").hasPrefix("<!-- roster:plan -->\n## Plan for team"))
            #expect(try folder.read("out/plan.gitlab").contains("\"delete\" : 1"))
        }
    }

    @Test("a plan that has no Markdown ends with 1, and nothing is half-written")
    func tooLong() async throws {
        try await SmallTeam.with { folder in
            let groups = (0..<700).map {
                #"{"group_id":"g:x\#($0)","name":"Old \#($0)","external_id":"roster:default/\#($0)","management":"company_managed","members":[]},"#
            }
            let team = try folder.read(SmallTeam.stateFile)
            try folder.write(
                team.replacing("\"groups\": [", with: "\"groups\": [" + groups.joined()),
                to: SmallTeam.stateFile
            )
            let run = await roster(
                ["plan", "--simulate", "-o", "json=plan.json", "-o", "markdown=plan.md"],
                in: folder
            )
            #expect(run.status == .failed)
            #expect(run.output == "")
            #expect(run.error.contains("65000 are allowed, and they are never cut"), "\(run.error)")
            #expect(!folder.exists("plan.json") && !folder.exists("plan.md"))
        }
    }

    @Test("the reference workspace's comment is the recorded one")
    func reference() async throws {
        try await TemporaryFolder.with { folder in
            let manifests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent().appending(path: "manifests")
            try FileManager.default.copyItem(at: manifests, to: folder.url("manifests"))
            let run = await roster(["plan", "--simulate", "--format", "markdown"], in: folder)
            #expect(run.status == .done, "\(run.error)")
            try expectGolden(run.output, "reference-workspace.md")
        }
    }
}

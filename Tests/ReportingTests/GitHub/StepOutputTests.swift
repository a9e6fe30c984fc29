import Testing

@testable import Reporting

@Suite("Outputs of a GitHub step")
struct StepOutputTests {
    @Test("They are four lines that later steps read")
    func lines() throws {
        let report = NamedPlan.manyDeletions.report
        let token = try #require(report.confirmation?.token)
        #expect(
            try report.githubStepOutputs()
                == "changes=4\ngroup_deletions=4\nconfirm_token=\(token)\napplicable=true\n"
        )
        #expect(
            try NamedPlan.refusedGates.report.githubStepOutputs()
                == "changes=1\ngroup_deletions=0\nconfirm_token=\napplicable=false\n"
        )
    }

    @Test(
        "A token that is none of ours is refused",
        arguments: ["delete-1-group-1\napplicable=true", "x<<EOF", "delete 1", "Ä", "a\r", "$(x)"]
    )
    func foreign(token: String) {
        var report = NamedPlan.manyDeletions.report
        report.confirmation?.token = token
        #expect(throws: StepOutputError.foreignToken) { try report.githubStepOutputs() }
    }
}

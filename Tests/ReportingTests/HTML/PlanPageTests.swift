import Foundation
import TestSupport
import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("The page of a plan")
struct PlanPageTests {
    @Test("Every named plan reads as agreed", arguments: NamedPlan.all)
    func golden(plan: NamedPlan) throws {
        try expectGolden(Self.withoutAssets(plan.report.html()), "plan-\(plan.name).html")
    }

    @Test("What is lost comes first, in this order")
    func order() throws {
        let plan = Fixture.plan(
            [Fixture.creation("new@acme.example"), Fixture.members("Sales", remove: ["old@acme.example"])]
                + NamedPlan.removals.plan.changes + NamedPlan.oneGroupDeletion.plan.changes,
            findings: NamedPlan.findingsOnly.plan.findings
        )
        let page = PlanReport(plan, rosterVersion: "1", createdAt: "").html()
        let parts = ["deletions", "removals", "gates", "picture", "users", "groups", "findings"]
        let places = try parts.map { try #require(page.range(of: "<section id=\"\($0)\""), "\($0)").lowerBound }
        #expect(places == places.sorted())
    }

    @Test("A plan without changes has neither filters nor a picture")
    func unchanged() {
        let page = NamedPlan.all[0].report.html()
        for part in ["id=\"filter\"", "id=\"picture\"", "id=\"deletions\"", "--auto-approve"] {
            #expect(!page.contains(part), "\(part)")
        }
        #expect(page.contains("No changes. The team matches the manifests."))
    }

    @Test("A plan that a gate refuses is called blocked and names no command")
    func blocked() {
        let page = NamedPlan.refusedGates.report.html(applyCommand: "roster apply -m teams")
        #expect(page.contains("<strong>Blocked</strong>"))
        #expect(page.contains("Nothing can be applied while a gate refuses: licences, connection_enabled."))
        #expect(!page.contains("roster apply -m teams"))
    }

    @Test("The command is the one that the plan was made with, and consents to the deletions")
    func command() {
        let page = NamedPlan.oneGroupDeletion.report.html(applyCommand: "roster apply -m '<teams>'")
        #expect(page.contains("<code>roster apply -m &#39;&lt;teams&gt;&#39;</code>"))
        #expect(
            page.contains(
                "roster apply -m &#39;&lt;teams&gt;&#39; --confirm-group-deletions delete-1-group-c79877c9 --auto-approve</code>"
            )
        )
    }

    @Test("A deletion without a token says that it cannot be applied")
    func noToken() {
        var report = NamedPlan.oneGroupDeletion.report
        report.confirmation = nil
        #expect(report.html().contains("The plan carries no confirmation token, so it cannot be applied."))
    }

    @Test("The picture draws the groups that change most and says how many there are")
    func manyGroups() {
        let changes = (1...30).map { number in
            Fixture.members("Group \(number)", add: (1...number).map { "\($0)@acme.example" })
        }
        let page = PlanReport(Fixture.plan(changes), rosterVersion: "1", createdAt: "").html()
        #expect(page.contains("Members of groups, before → after, the 12 of 30 that change most"))
        #expect(page.contains("<bdi>&quot;Group 30&quot;</bdi></th>"))
        #expect(!page.contains("<bdi>&quot;Group 18&quot;</bdi></th>"))
    }

    @Test("Hostile text adds no element and no attribute", arguments: 1...60 as ClosedRange<UInt64>)
    func hostile(seed: UInt64) {
        let page = HostilePlanTests.report(seed: seed).html(applyCommand: "roster apply \u{1B}\n<b>")
        let raw = page.unicodeScalars.filter { $0 != "\n" && $0.isUnsafeOnTerminal && !$0.isVariationSelector }
        #expect(raw.isEmpty)
        let other = HostilePlanTests.report(seed: seed + 1_000).html()
        #expect(Self.tags(of: page) == Self.tags(of: other), "only the text between the tags depends on names")
    }

    /// The page with the names of its style and script in their places: how a plan looks may change, what it says may not.
    private static func withoutAssets(_ page: String) -> String {
        let assets: [(PageAsset, String)] = [
            (.planStyle, "/* plan.css */"), (.planScript, "/* plan.js */"), (.planStyleHash, "HASH OF plan.css"),
            (.planScriptHash, "HASH OF plan.js"),
        ]
        return assets.reduce(page) { $0.replacingOccurrences(of: $1.0.source, with: $1.1) }
    }

    /// Everything between `<` and `>`.
    private static func tags(of page: String) -> [String] {
        let body = page.utf8.split(separator: UInt8(ascii: "<")).dropFirst()
        return body.map { String(decoding: $0.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self) }
    }
}

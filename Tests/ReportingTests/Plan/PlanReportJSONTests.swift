import Foundation
import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("roster.plan/v1")
struct PlanReportJSONTests {
    /// Every path of the contract; `[]` stands for the items of a list.
    static let contract: Set<String> = [
        "format", "roster_version", "created_at", "team", "team.team_id", "team.name", "acting_admin",
        "acting_admin.team_member_id", "acting_admin.email", "fingerprint", "summary", "summary.users",
        "summary.users.create", "summary.users.recover", "summary.users.update", "summary.users.set_role",
        "summary.users.suspend", "summary.users.unsuspend", "summary.users.remove", "summary.users.unchanged",
        "summary.groups", "summary.groups.create", "summary.groups.update", "summary.groups.delete",
        "summary.groups.unchanged", "summary.memberships", "summary.memberships.add", "summary.memberships.remove",
        "summary.memberships.set_access", "summary.memberships.unchanged", "licences", "licences.total",
        "licences.used", "licences.needed", "changes", "changes[].id", "changes[].action", "changes[].resource",
        "changes[].target_id",
        "changes[].before", "changes[].before.surname", "changes[].after", "changes[].after.surname",
        "changes[].options", "changes[].options.wipe_data", "changes[].add", "changes[].add[].email",
        "changes[].add[].team_member_id",
        "changes[].add[].access", "changes[].remove", "changes[].remove[].email", "changes[].remove[].team_member_id",
        "changes[].set_access",
        "changes[].set_access[].email", "changes[].set_access[].team_member_id", "changes[].set_access[].access",
        "changes[].reason",
        "changes[].destructive", "changes[].irreversible", "changes[].depends_on", "changes[].source",
        "changes[].source.file", "changes[].source.line", "changes[].source.column", "findings",
        "findings[].severity", "findings[].code", "findings[].message", "findings[].remedy", "findings[].resource",
        "findings[].file", "findings[].line", "findings[].column", "gates", "gates[].gate", "gates[].verdict",
        "gates[].message", "gates[].count", "gates[].limit", "confirmation", "confirmation.token",
        "confirmation.groups", "confirmation.groups[].name", "confirmation.groups[].group_id",
        "confirmation.groups[].member_count", "confirmation.groups[].members", "applicable",
    ]

    @Test("Has exactly the fields of the contract")
    func keys() throws {
        let report = PlanReport(fullPlan, rosterVersion: "1.0.0", createdAt: "2026-11-20T10:00:00Z")
        let value = try JSONSerialization.jsonObject(with: Data(try report.encoded()))
        #expect(JSONPaths.of(value) == Self.contract)
    }

    /// What a comparison with a base adds.
    static let comparison: Set<String> = [
        "base", "base.manifests", "base.manifests_digest", "base.fingerprint", "resolved", "resolved[].id",
        "resolved[].action", "resolved[].resource", "resolved[].reason", "changes[].origin", "gates[].origin",
    ]

    @Test("With a base has exactly these fields besides")
    func keysWithBase() throws {
        func paths(_ report: PlanReport) throws -> Set<String> {
            JSONPaths.of(try JSONSerialization.jsonObject(with: Data(try report.encoded())))
        }
        var report = NamedPlan.compared.report
        let compared = try paths(report)
        report.base = nil
        report.resolved = nil
        for index in report.changes.indices { report.changes[index].origin = nil }
        for index in report.gates.indices { report.gates[index].origin = nil }
        #expect(try compared.subtracting(paths(report)) == Self.comparison)
    }

    @Test("Fields that may be absent: null where the contract says so, left out elsewhere")
    func absentFields() throws {
        let change = Fixture.change(.userUnsuspend, "a@b.example", line: nil)
        let report = PlanReport(Fixture.plan([change]), rosterVersion: "1", createdAt: "")
        let text = String(decoding: try report.encoded(), as: UTF8.self)
        for field in ["before", "after", "confirmation"] { #expect(text.contains("\"\(field)\" : null")) }
        let paths = JSONPaths.of(try JSONSerialization.jsonObject(with: Data(text.utf8)))
        let leftOut = ["options", "add", "remove", "set_access", "source"].map { "changes[].\($0)" }
        #expect(paths.isDisjoint(with: leftOut))
        #expect(text.hasSuffix("}\n"))
    }

    @Test("Reads what it writes", arguments: NamedPlan.all)
    func roundTrip(named: NamedPlan) throws {
        let bytes = try named.report.encoded()
        #expect(try PlanReport(json: bytes) == named.report)
        #expect(try named.report.encoded() == bytes)
    }

    @Test(
        "Keeps every kind of value",
        arguments: [
            FieldValue.none, .text(""), .text("true"), .text("1"), .flag(true), .flag(false), .number(0), .number(-7),
        ]
    )
    func values(value: FieldValue) throws {
        let change = Fixture.change(.groupUpdate, "G", before: [Field("x", value)], after: [Field("x", .text("y"))])
        let report = PlanReport(Fixture.plan([change]), rosterVersion: "1", createdAt: "")
        #expect(try PlanReport(json: report.encoded()).changes[0].before == ["x": value])
    }

    @Test("A later version may add fields")
    func unknownFields() throws {
        var text = String(decoding: try NamedPlan.update.report.encoded(), as: UTF8.self)
        text.replace("\"applicable\"", with: "\"new_field\": [1], \"applicable\"")
        #expect(try PlanReport(json: Array(text.utf8)) == NamedPlan.update.report)
    }

    private var fullPlan: Plan {
        let surname = [Field("surname", .text("Smith"))]
        return Fixture.plan(
            [
                Fixture.change(.userUpdate, "a@b.example", before: surname, after: surname, dependsOn: ["x"]),
                Fixture.change(.userSuspend, "c@d.example", options: [Field("wipe_data", .flag(true))]),
                Fixture.members("G", add: ["a@b.example"], remove: ["c@d.example"], owners: ["e@f.example"]),
            ],
            findings: [
                Finding(
                    .info,
                    .protected,
                    "message",
                    remedy: "remedy",
                    resource: "user:a@b.example",
                    at: SourceLocation(file: "f.json", line: 1, column: 1)
                )
            ],
            doomed: [.init(name: "H", groupID: GroupID("g:2"), memberCount: 0)]
        )
    }
}

import Foundation
import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("GitLab's merge-request widget")
struct WidgetTests {
    static let counted: [(Action, String)] = [
        (.userCreate, "create"), (.userRecover, "create"), (.userUpdate, "update"), (.userSetRole, "update"),
        (.userSuspend, "update"), (.userUnsuspend, "update"), (.userRemove, "delete"), (.groupCreate, "create"),
        (.groupUpdate, "update"), (.groupDelete, "delete"), (.groupMembers, "update"),
    ]

    @Test("Every action counts once", arguments: counted)
    func action(action: Action, key: String) throws {
        let plan = Fixture.plan([Fixture.change(action, "x"), Fixture.change(action, "y")])
        let counts = try JSONDecoder().decode(
            [String: Int].self,
            from: Data(NamedPlan(name: "", plan: plan).report.gitlabWidget())
        )
        #expect(counts == ["create": 0, "update": 0, "delete": 0].merging([key: 2]) { $1 })
    }

    @Test("No action is forgotten")
    func complete() { #expect(Set(Self.counted.map(\.0)) == Set(Action.allCases)) }
}

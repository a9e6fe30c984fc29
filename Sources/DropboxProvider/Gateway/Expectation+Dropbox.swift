import DropboxAPI
import Reconciliation
import TeamPlanning

extension Expectation {
    /// In what the member is another person now; `nil` when they are as expected.
    ///
    /// - Parameter goal: the state that the change is to bring about.
    func difference(from row: Wire.Member, goal: MemberStatus?) -> String? {
        guard case .member(let expected) = self else { return nil }
        let admin = (row.roles ?? []).filter { RoleKeys.key(id: $0.id.rawValue, name: $0.name) == RoleKeys.teamAdmin }
        return expected.difference(
            from: Member(row),
            goal: goal,
            teamAdminRoles: Set(admin.map { RoleID($0.id.rawValue) })
        )
    }

    /// In what the group is another one now; `nil` when it is as expected.
    func difference(from group: Group) -> String? {
        guard case .group(let expected) = self else { return nil }
        return expected.difference(from: group)
    }
}

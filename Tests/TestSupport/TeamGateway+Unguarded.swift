public import Reconciliation
public import TeamPlanning

// For tests of single calls, which have no plan that could expect anything.
extension TeamGateway {
    /// Suspends, whoever it is.
    public func suspendUser(_ member: MemberID, wipeData: Bool) async throws(GatewayError) -> Receipt {
        try await suspendUser(member, wipeData: wipeData, expecting: nil)
    }

    /// Removes, whoever it is.
    public func removeUser(_ member: MemberID, _ options: RemovalOptions) async throws(GatewayError) -> Receipt {
        try await removeUser(member, options, expecting: nil)
    }

    /// Deletes, whatever it is.
    public func deleteGroup(_ group: GroupID) async throws(GatewayError) -> Receipt {
        try await deleteGroup(group, expecting: nil)
    }
}

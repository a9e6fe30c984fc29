import DropboxAPI
import TeamPlanning
import Testing

@testable import DropboxProvider

/// Which scopes a plan needs, by the routes that carry it out.
@Suite struct ScopeNeedsTests {
    static let needs: [(Action, Set<DropboxAPI.Scope>)] = [
        (.userCreate, [.membersWrite]), (.userRecover, [.membersDelete, .groupsWrite]), (.userUpdate, [.membersWrite]),
        (.userSetRole, [.membersWrite]), (.userSuspend, [.membersWrite]), (.userUnsuspend, [.membersWrite]),
        (.userRemove, [.membersDelete]), (.groupCreate, [.groupsWrite]), (.groupUpdate, [.groupsWrite]),
        (.groupDelete, [.groupsWrite]), (.groupMembers, [.groupsWrite]),
    ]

    @Test(arguments: needs)
    func everyActionHasItsScopes(action: Action, scopes: Set<DropboxAPI.Scope>) {
        #expect(ScopeNeeds.scopes(for: action) == scopes)
    }

    @Test func theTableIsComplete() {
        #expect(Self.needs.map(\.0) == Action.allCases)
        #expect(ScopeNeeds.reading == [.teamInfoRead, .membersRead, .groupsRead])
        #expect(ScopeNeeds.writing == [.membersWrite, .membersDelete, .groupsWrite])
        #expect(ScopeNeeds.reading.union(ScopeNeeds.writing) == Set(DropboxAPI.Scope.allCases))
    }

    @Test func missingScopesNameWhoNeedsThem() {
        let missing = ScopeNeeds.missing(
            for: [.groupMembers, .userUpdate, .userCreate, .userUpdate, .userRemove],
            granted: ["members.read", "groups.write"]
        )
        #expect(
            missing == [
                MissingScope(scope: .membersDelete, actions: [.userRemove]),
                MissingScope(scope: .membersWrite, actions: [.userCreate, .userUpdate]),
            ]
        )
    }

    @Test func scopesThatAreNotKnownAreNotMissed() {
        #expect(ScopeNeeds.missing(for: Action.allCases, granted: nil).isEmpty)
        #expect(ScopeNeeds.missing(for: [Action](), granted: []).isEmpty)
        #expect(!ScopeNeeds.missing(for: [Action.userCreate], granted: []).isEmpty)
    }
}

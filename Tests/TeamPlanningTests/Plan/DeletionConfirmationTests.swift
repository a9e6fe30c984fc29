import Testing

@testable import TeamPlanning

/// The token of a set of group deletions (contract §5 rule 3).
struct DeletionConfirmationTests {
    private typealias Doomed = DeletionConfirmation.DoomedGroup

    private static func token(_ groups: (id: String, name: String)...) -> String? {
        let doomed = groups.map { Doomed(name: $0.name, groupID: GroupID($0.id), memberCount: 3) }
        return DeletionConfirmation(groups: doomed, digest: digest)?.token
    }

    @Test func itsForm() throws {
        let one = try #require(Self.token(("g:1", "Sales")))
        let two = try #require(Self.token(("g:1", "Sales"), ("g:2", "Help")))
        #expect(one.wholeMatch(of: /delete-1-group-[0-9a-f]{8}/) != nil)
        #expect(two.wholeMatch(of: /delete-2-groups-[0-9a-f]{8}/) != nil)
        #expect(Self.token() == nil)
    }

    @Test func itChangesWithAnyIDOrName() {
        let tokens = [
            Self.token(("g:1", "Sales"), ("g:2", "Help")),
            Self.token(("g:1", "Sales"), ("g:3", "Help")),
            Self.token(("g:1", "Sales"), ("g:2", "help")),
            Self.token(("g:1", "Help"), ("g:2", "Sales")),
            Self.token(("g:1", "SalesHelp"), ("g:2", "")),
            Self.token(("g:1S", "ales"), ("g:2", "Help")),
            Self.token(("g:1", "Sales")),
            Self.token(("g:2", "Help")),
            Self.token(("g:1", "Sales"), ("g:2", "Help"), ("g:3", "More")),
        ]
        #expect(Set(tokens).count == tokens.count)
    }

    @Test func theOrderDoesNotMatterAndTheMembersNeither() {
        #expect(Self.token(("g:1", "Sales"), ("g:2", "Help")) == Self.token(("g:2", "Help"), ("g:1", "Sales")))
        let few = DeletionConfirmation(
            groups: [Doomed(name: "A", groupID: GroupID("g:1"), memberCount: 1)],
            digest: digest
        )
        let many = DeletionConfirmation(
            groups: [Doomed(name: "A", groupID: GroupID("g:1"), memberCount: 9)],
            digest: digest
        )
        #expect(few?.token == many?.token)
    }

    @Test func aPlanListsWhatItDeletes() throws {
        let live = team([member("ann")], [liveGroup("Sales", ["ann"]), liveGroup("Help")])
        let confirmation = try #require(plan(live, users: [user("bob")]).confirmation)
        #expect(
            confirmation.groups == [
                Doomed(name: "Help", groupID: GroupID("g:Help"), memberCount: 0),
                Doomed(name: "Sales", groupID: GroupID("g:Sales"), memberCount: 1, members: ["ann@acme.com"]),
            ]
        )
        #expect(confirmation.phrase == "delete 2 groups")
        #expect(confirmation.token == Self.token(("g:Help", "Help"), ("g:Sales", "Sales")))
    }

    @Test func harmlessChangesDoNotMoveTheToken() {
        let live = team([member("ann")], [liveGroup("Sales")])
        #expect(plan(live).confirmation?.token == plan(live, users: [user("bob")]).confirmation?.token)
    }
}

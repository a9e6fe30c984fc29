import Testing

@testable import TeamPlanning

struct ResourceTests {
    @Test func descriptionsAreThoseOfPlans() {
        #expect(Resource.user("ann@acme.com").description == "user:ann@acme.com")
        #expect(Resource.group("Sales: EMEA").description == "group:Sales: EMEA")
        #expect(Resource.group("Sales: EMEA").name == "Sales: EMEA")
    }

    @Test func usersFirstThenByFoldedName() {
        let sorted: [Resource] = [
            .user("Ann"), .user("ann"), .user("Bob"), .group("Alpha"), .group("alpha"), .group("beta"),
        ]
        #expect(sorted.reversed().sorted() == sorted)
        for resource in sorted { #expect(!(resource < resource)) }
    }

    @Test(arguments: Action.allCases)
    func everyActionIsNamedAfterWhatItConcerns(action: Action) {
        #expect(action.rawValue.hasPrefix(action.concernsUser ? "user." : "group."))
    }
}

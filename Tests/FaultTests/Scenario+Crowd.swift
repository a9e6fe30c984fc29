import TeamPlanning

@testable import TestSupport

extension Scenario {
    /// The same with a crowd besides: more new people than one call takes, a group to fill and one to change.
    ///
    /// Random teams are small, so that names collide; a crowd makes room for batches and for calls side by side.
    func withCrowd() -> Scenario {
        var scenario = self
        scenario.live.addCrowd(Array(Crowd.people[..<Crowd.present]))
        for (number, email) in Crowd.people.enumerated() where !Crowd.forgotten.contains(number) {
            var user = DesiredUser(email: Crowd.located(email, number), location: Crowd.place(number))
            user.givenName = "Crowd"
            user.externalID = Crowd.located("c\(number)", number)
            scenario.manifests.users.append(user)
        }
        for (name, members) in Crowd.groups {
            var group = DesiredGroup(name: Crowd.located(name, members.count), location: Crowd.place(members.count))
            group.members = NameList(members.map { Crowd.located(Crowd.people[$0], $0) })
            scenario.manifests.groups.append(group)
        }
        return scenario
    }
}

private enum Crowd {
    static let people = (100..<150).map { "crowd\($0)@acme.com" }
    /// So many are there already, all of them in the old group.
    static let present = 12
    /// These are there, and no manifest names them any more.
    static let forgotten = 10..<12
    static let oldGroup = "Crowd"
    static let groups = [(oldGroup, Array(0..<9) + Array(12..<35)), ("New crowd", Array(5..<10) + Array(20..<50))]

    static func place(_ number: Int) -> SourceLocation {
        SourceLocation(file: "manifests/crowd.json", line: number + 1, column: 1)
    }

    static func located(_ text: String, _ number: Int) -> Located<String> {
        Located(text, at: place(number))
    }
}

extension LiveState {
    fileprivate mutating func addCrowd(_ emails: [String]) {
        let first = members.count
        for (number, email) in emails.enumerated() {
            members.append(
                Member(
                    id: MemberID("m:\(email)"),
                    email: email,
                    externalID: "roster:default/c\(number)",
                    status: .active,
                    givenName: "Crowd"
                )
            )
        }
        groups.append(
            Group(
                id: GroupID("g:crowd"),
                name: Crowd.oldGroup,
                externalID: "roster:default/\(Crowd.oldGroup)",
                memberCount: emails.count,
                members: emails.indices.map { Membership(member: first + $0, access: .member) }
            )
        )
        team.provisionedUsers += emails.count
        team.licensedSeats += Crowd.people.count
    }
}

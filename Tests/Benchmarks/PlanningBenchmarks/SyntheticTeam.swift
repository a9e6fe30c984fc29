import TeamPlanning

/// A made-up team of any size, with the manifests it should have: most of it matches, every tenth thing differs.
struct SyntheticTeam {
    let users: Int
    let groups: Int
    let membershipsPerUser: Int

    /// A tenth of ``large`` in everything: small enough for a processor's cache.
    static let small = SyntheticTeam(users: 1_000, groups: 100, membershipsPerUser: 5)
    /// A company of a few thousand.
    static let large = SyntheticTeam(users: 10_000, groups: 1_000, membershipsPerUser: 5)
    /// Ten times ``large`` in everything, to see whether planning stays linear.
    static let tenfold = SyntheticTeam(users: 100_000, groups: 10_000, membershipsPerUser: 5)
    /// The largest teams there are.
    static let huge = SyntheticTeam(users: 100_000, groups: 10_000, membershipsPerUser: 10)

    private func email(_ user: Int) -> String { "person.number\(user)@acme.example" }
    private func group(_ user: Int, _ slot: Int) -> Int { (user &* 31 &+ slot &* 7_919) % groups }

    var live: LiveState {
        var memberships = Array(repeating: [Membership](), count: groups)
        for user in 0..<users {
            for group in groupsOf(user) { memberships[group].append(Membership(member: user)) }
        }
        return LiveState(
            team: Team(id: "dbtid:benchmark", name: "Benchmark", licensedSeats: users * 2, provisionedUsers: users),
            actingAdmin: ActingAdmin(id: MemberID("dbmid:0"), email: email(0)),
            members: (0..<users).map(member),
            groups: (0..<groups).map { group in
                Group(
                    id: GroupID("g:\(group)"),
                    name: "Department \(group)",
                    externalID: "roster:default/grp-\(group)",
                    memberCount: memberships[group].count,
                    members: memberships[group]
                )
            },
            roles: []
        )
    }

    /// The groups of a user, each once.
    private func groupsOf(_ user: Int) -> Set<Int> {
        Set((0..<membershipsPerUser).map { group(user, $0) })
    }

    private func member(_ user: Int) -> Member {
        Member(
            id: MemberID("dbmid:\(user)"),
            email: email(user),
            externalID: "roster:default/E\(user)",
            status: .active,
            givenName: "Given\(user)",
            surname: user % 10 == 0 ? "Former" : "Surname\(user)"
        )
    }

    /// The manifests as JSON, in files of a size that people can still open.
    var files: [ManifestFile] {
        let userFiles = stride(from: 0, to: users, by: Self.usersPerFile).map { start in
            let range = start..<min(start + Self.usersPerFile, users)
            return ManifestFile(path: "manifests/users-\(start).json", bytes: Array(usersJSON(range).utf8))
        }
        let names = memberNames
        let groupFiles = stride(from: 0, to: groups, by: Self.groupsPerFile).map { start in
            let range = start..<min(start + Self.groupsPerFile, groups)
            return ManifestFile(path: "manifests/groups-\(start).json", bytes: Array(groupsJSON(range, names).utf8))
        }
        return userFiles + groupFiles
    }

    private static let usersPerFile = 100_000
    private static let groupsPerFile = 10_000

    private func usersJSON(_ range: Range<Int>) -> String {
        let records = range.map { user in
            #"{"email":"\#(email(user))","given_name":"Given\#(user)","surname":"Surname\#(user)","external_id":"E\#(user)"}"#
        }
        return #"{"apiVersion":"roster/v1","kind":"Users","users":["# + records.joined(separator: ",\n") + "]}"
    }

    /// The members of each group, as JSON strings.
    private var memberNames: [[String]] {
        var members = Array(repeating: [String](), count: groups)
        for user in 0..<users where user % 10 != 1 {
            for group in groupsOf(user) { members[group].append("\"\(email(user))\"") }
        }
        return members
    }

    private func groupsJSON(_ range: Range<Int>, _ members: [[String]]) -> String {
        let records = range.map { group in
            #"{"name":"Department \#(group)","id":"grp-\#(group)","members":["#
                + members[group].joined(separator: ",") + "]}"
        }
        return #"{"apiVersion":"roster/v1","kind":"Groups","groups":["# + records.joined(separator: ",\n") + "]}"
    }
}

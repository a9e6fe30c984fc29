/// Live objects to which the listing gives one email or external ID. Dropbox allows that of no two: the listing contradicts
/// itself, and nobody can tell which of them a record means.
struct LiveTwins: Hashable {
    /// Who they are and what they share, as the end of a sentence.
    let problem: String
    /// The one of them that comes first by Dropbox's ID.
    private let resource: Resource

    /// What to do about a record that means one of them.
    static let remedy = "plan again; if the team still has them all, correct all but one in Dropbox"

    /// Says that they are left alone.
    var finding: Finding {
        Finding(
            .warning,
            .ambiguousMatch,
            "\(problem), which Dropbox does not allow: nothing is taken from them",
            remedy: Self.remedy,
            resource: resource.description
        )
    }

    /// Members of one email, by position.
    static func ofEmail(_ positions: Set<Int>, _ members: [Member]) -> [Int: LiveTwins] {
        found(positions) {
            FoldedName(members[$0].email)
        } describe: { twins in
            LiveTwins(twins.map { members[$0] }) { "the email \($0.email)" }
        }
    }

    /// Members of one external ID, by position.
    static func ofExternalID(_ positions: Set<Int>, _ members: [Member]) -> [Int: LiveTwins] {
        found(positions) {
            members[$0].externalID
        } describe: { twins in
            LiveTwins(twins.map { members[$0] }) { "the external ID \"\($0.externalID ?? "")\"" }
        }
    }

    /// Groups of one external ID, by position.
    static func ofExternalID(_ positions: Set<Int>, _ groups: [Group]) -> [Int: LiveTwins] {
        found(positions) {
            groups[$0].externalID
        } describe: { twins in
            LiveTwins(twins.map { groups[$0] })
        }
    }

    private static func found(
        _ positions: Set<Int>,
        _ key: (Int) -> some Hashable,
        describe: ([Int]) -> LiveTwins
    ) -> [Int: LiveTwins] {
        var found: [Int: LiveTwins] = [:]
        for (_, twins) in Dictionary(grouping: positions, by: key) {
            let described = describe(twins)
            for position in twins { found[position] = described }
        }
        return found
    }

    /// In the order of Dropbox's IDs, so that the order of the listing does not matter.
    private init(_ members: [Member], sharing shared: (Member) -> String) {
        let members = members.sorted { $0.id < $1.id }
        let ids = members.map(\.id.rawValue).joined(separator: ", ")
        problem = "the team has \(members.count) members with \(members.first.map(shared) ?? "") (\(ids))"
        resource = .user(members.first?.email ?? "")
    }

    private init(_ groups: [Group]) {
        let groups = groups.sorted { $0.id < $1.id }
        let ids = groups.map(\.id.rawValue).joined(separator: ", ")
        let id = groups.first?.externalID ?? ""
        problem = "the team has \(groups.count) groups with the external ID \"\(id)\" (\(ids))"
        resource = .group(groups.first?.name ?? "")
    }
}

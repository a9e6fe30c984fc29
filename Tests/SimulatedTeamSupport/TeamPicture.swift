import DropboxSimulator

/// A team without what differs from run to run: made-up IDs, dates and the order of what was made.
struct TeamPicture: Equatable {
    private let members: [String]
    private let groups: [String]

    init(_ seed: TeamSeed) {
        members = seed.members.map(Self.words).sorted()
        groups = seed.groups.map(Self.words).sorted()
    }

    /// What is only here, and what only there.
    func differences(from other: TeamPicture) -> [String] {
        let (here, there) = (members + groups, other.members + other.groups)
        return here.filter { !there.contains($0) }.map { "is \($0)" }
            + there.filter { !here.contains($0) }.map { "should be \($0)" }
    }

    private static func words(_ member: TeamSeed.Member) -> String {
        let facts: [String?] = [
            member.email, member.givenName, member.surname, member.status.rawValue, member.role.rawValue,
            member.externalID, member.persistentID, member.isDirectoryRestricted.map { "\($0)" },
            "\(member.isRecoverable) \(member.isDisconnected) \(member.isWiped)",
            member.secondaryEmails.joined(separator: " "),
        ]
        return facts.map { $0 ?? "-" }.joined(separator: "|")
    }

    private static func words(_ group: TeamSeed.Group) -> String {
        let members = group.members.map { "\($0.email)=\($0.access.rawValue)" }.sorted()
        let facts = [group.name, group.externalID ?? "-", group.management.rawValue] + members
        return facts.joined(separator: "|")
    }
}

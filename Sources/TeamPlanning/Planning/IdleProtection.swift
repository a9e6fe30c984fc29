/// A name or pattern under `protect` that matches nobody in the team, so that it protects nobody.
public struct IdleProtection: Sendable, Hashable {
    /// Which list of the policy it stands in.
    public enum List: String, Sendable {
        /// The protected members.
        case users
        /// The protected groups.
        case groups
    }

    /// Where it stands.
    public let list: List
    /// The pattern as written.
    public let pattern: String
    /// The name of the team that it most likely means; `nil` when none is near, or it is a pattern.
    public let nearest: String?
}

extension ProtectPolicy {
    /// The names and patterns that match neither a primary nor a secondary email of a live member, or no group's name.
    public func idle(members: [Member], groups: [Group]) -> [IdleProtection] {
        let emails = members.filter(\.status.isLive).flatMap { [$0.email] + $0.secondaryEmails }
        return idle(users, .users, among: emails) + idle(self.groups, .groups, among: groups.map(\.name))
    }

    private func idle(_ patterns: [String], _ list: IdleProtection.List, among names: [String]) -> [IdleProtection] {
        patterns.filter { text in !names.contains(where: NamePattern(text).matches) }.map { text in
            let near =
                text.contains("*")
                ? [] : names.map(withoutOuterWhitespace).filter { isNearBeforeDomain($0, to: text) }.sorted()
            return IdleProtection(list: list, pattern: text, nearest: nearestName(to: text, among: near))
        }
    }
}

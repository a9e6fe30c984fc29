extension ExplanationContext {
    /// At most three names of manifests and team that a misspelt one most likely means.
    ///
    /// The part before the `@` alone finds the emails that begin with it.
    func names(near name: String) -> [String] {
        let emails = manifests.users.map(\.email.value) + live.members.map(\.email)
        let groups = manifests.groups.map(\.name.value) + live.groups.map(\.name)
        let beginning = FoldedName(name).rawValue + "@"
        var found = Set(emails.filter { FoldedName($0).rawValue.hasPrefix(beginning) }).sorted()
        var candidates = Set(emails + groups).subtracting(found).filter { isNearBeforeDomain($0, to: name) }.sorted()
        while found.count < 3, let nearest = nearestName(to: name, among: candidates) {
            found.append(nearest)
            candidates.removeAll { FoldedName($0) == FoldedName(nearest) }
        }
        return Array(found.prefix(3))
    }
}

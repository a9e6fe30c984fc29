/// Warns when a group is deleted whose people mostly turn up in a group that is created: probably a rename.
enum LooksLikeRename {
    static func findings(
        _ context: PlanningContext,
        deletions: [Int: Int],
        creations: [Int: Int],
        desired: DesiredMemberships
    ) -> [Finding] {
        guard !deletions.isEmpty, !creations.isEmpty else { return [] }
        var createdGroups: [Int: [Int]] = [:]
        for record in creations.keys.sorted() {
            for person in desired.members[record] {
                if let member = person.member { createdGroups[member, default: []].append(record) }
            }
        }
        var findings: [Finding] = []
        for group in deletions.keys.sorted() {
            let live = context.live.groups[group]
            var shared: [Int: Int] = [:]
            for membership in live.members {
                for record in createdGroups[membership.member] ?? [] { shared[record, default: 0] += 1 }
            }
            let best = shared.max { left, right in
                (left.value, context.groupNames[right.key]) < (right.value, context.groupNames[left.key])
            }
            guard let best, best.value * 2 > max(live.members.count, desired.members[best.key].count) else { continue }
            let record = context.manifests.groups[best.key]
            findings.append(
                Finding(
                    .warning,
                    .looksLikeRename,
                    "group \(live.name) would be deleted and \(record.name.value) created with mostly the same people: \(best.value) of \(live.members.count)",
                    remedy:
                        "if it was renamed, write \"previous_names\": [\"\(live.name)\"] into the record: the group, its folders and its links stay",
                    resource: Resource.group(live.name).description,
                    at: record.location
                )
            )
        }
        return findings
    }
}

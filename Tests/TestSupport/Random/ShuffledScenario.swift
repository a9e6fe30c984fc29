import TeamPlanning

extension Scenario {
    /// The same team and manifests with every list in another order; records keep their places.
    init(shuffling scenario: Scenario, using random: inout SplitMix64) {
        self = scenario
        manifests.users.shuffle(using: &random)
        manifests.groups.shuffle(using: &random)
        for index in manifests.users.indices {
            manifests.users[index].groups?.shuffle(using: &random)
            manifests.users[index].previousEmails.shuffle(using: &random)
        }
        for index in manifests.groups.indices {
            manifests.groups[index].members = manifests.groups[index].members.map {
                NameList($0.shuffled(using: &random))
            }
            manifests.groups[index].owners = manifests.groups[index].owners.map {
                NameList($0.shuffled(using: &random))
            }
            manifests.groups[index].previousNames.shuffle(using: &random)
        }
        let order = live.members.indices.shuffled(using: &random)
        var positions = Array(repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { positions[old] = new }
        live.members = order.map { scenario.live.members[$0] }
        live.groups.shuffle(using: &random)
        live.roles.shuffle(using: &random)
        for index in live.groups.indices {
            live.groups[index].members = live.groups[index].members
                .map { Membership(member: positions[$0.member], access: $0.access) }
                .shuffled(using: &random)
        }
    }
}

public import TeamPlanning

/// What an object was like in the plan, where what is to be done to it cannot be taken back: it is done to no other object.
///
/// Between the plan and the call a group may be given another name and purpose, or an account another owner. People
/// consented to what they saw.
public struct Expectation: Sendable, Equatable {
    /// The emails that the member may have; none compares none. The last one is what the plan read.
    private var emails: [String] = []
    private var name: String?
    private var management: GroupManagement?
    /// The most members: removals of the same plan may have made them fewer, and recoveries more.
    private var memberCount: Int?
    /// The external ID; the outer `nil` compares none.
    private var externalID: String??

    /// What a deletion, a removal or a wipe expects, told from what the plan shows; `nil` for every other change.
    ///
    /// - Parameter recoveries: how many members the same plan recovers, who may come back to a group.
    public init?(_ change: Change, recoveries: Int = 0) {
        let before = change.before ?? []
        func text(_ name: String) -> String? {
            guard case .text(let text)? = (before + change.options).first(where: { $0.name == name })?.value else {
                return nil
            }
            return text
        }
        switch change.operation {
        case .deleteGroup:
            guard let name = text("name") else { return nil }
            self.name = name
            management = text("management").flatMap(GroupManagement.init)
            if case .number(let count)? = before.first(where: { $0.name == "member_count" })?.value {
                memberCount = count + recoveries
            }
            externalID = .some(text("external_id"))
        case .removeUser:
            guard let email = text("email") else { return nil }
            emails = [email]
            externalID = .some(text("external_id"))
        case .suspendUser(_, wipeData: true):
            // An update of the same plan may give the account the record's email before.
            emails = [change.resource.name]
            if let present = text("account_email") { emails.append(present) }
        default: return nil
        }
    }

    /// In what the group is another one now, as a sentence; `nil` when it is as expected.
    public func difference(from group: Group) -> String? {
        if let name, group.name != name {
            return "the group was called \"\(name)\" and is called \"\(group.name)\" now"
        }
        if let problem = difference(fromExternalID: group.externalID) { return problem }
        if let management, group.management != management {
            return "the group was \(management.rawValue) and is \(group.management.rawValue) now"
        }
        if let memberCount, group.memberCount > memberCount {
            return "the group had \(memberCount) members and has \(group.memberCount) now"
        }
        return nil
    }

    /// In what the member is another person now, as a sentence; `nil` when they are as expected.
    public func difference(from member: Member) -> String? {
        if let email = emails.last, !emails.contains(where: { FoldedName($0) == FoldedName(member.email) }) {
            return "the member's email was \(email) and is \(member.email) now"
        }
        return difference(fromExternalID: member.externalID)
    }

    private func difference(fromExternalID present: String?) -> String? {
        guard let externalID, externalID ?? "" != present ?? "" else { return nil }
        func label(_ id: String?) -> String { id.map { "\"\($0)\"" } ?? "none" }
        return "the external ID was \(label(externalID)) and is \(label(present)) now"
    }
}

/// One thing to do to the team, with all that a reviewer and the apply engine need to know of it.
public struct Change: Sendable, Hashable {
    /// Unique in its plan and the same in every plan that holds this change.
    public let id: ChangeID
    /// What is done.
    public let action: Action
    /// The object: the desired name; for a deletion the live one.
    public let resource: Resource
    /// The fields that change, as they are; the whole object for a deletion; `nil` for a creation.
    public let before: [Field]?
    /// The fields that change, as they will be; the whole object for a creation; `nil` for a deletion.
    public let after: [Field]?
    /// How the action is carried out where that matters to a reviewer, such as `wipe_data`.
    public let options: [Field]
    /// One sentence: why this is planned.
    public let reason: String
    /// The change takes something away: a deletion, removal, suspension, or memberships removed.
    public let isDestructive: Bool
    /// The change cannot be undone.
    public let isIrreversible: Bool
    /// Changes that have to come first.
    public let dependsOn: [ChangeID]
    /// The manifest record that asks for it.
    public let source: SourceLocation?
    /// Exactly what is sent.
    public let operation: Operation
    /// When it runs: all changes of a stage end before the next stage starts.
    public let stage: Stage
    /// With `group.members`: how the group's size changes. Only said about the change, never sent.
    public var memberCount: MemberCount?
    /// With `user.suspend` and `user.remove`: the member as the team was read. Only compared beforehand, never sent.
    public var member: Member?
}

/// How many members a group has before and after a plan.
public struct MemberCount: Hashable, Sendable {
    /// The members as the team was read.
    public let before: Int
    /// The members once the whole plan is applied: without those whom it removes from the team.
    public let after: Int

    /// Pairs the counts.
    public init(before: Int, after: Int) {
        self.before = before
        self.after = after
    }
}

/// A change's ID: the action and the object, such as `user.update:jane@example.com`.
public struct ChangeID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The ID as plans show it.
    public let rawValue: String
    /// Wraps an ID.
    public init(_ rawValue: String) { self.rawValue = rawValue }
    /// The ID itself.
    public var description: String { rawValue }
    /// Orders by the text.
    public static func < (left: ChangeID, right: ChangeID) -> Bool { left.rawValue < right.rawValue }
}

/// The order of an apply: free before take, give before take away, groups deleted last.
public enum Stage: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Members removed because their seats are needed.
    case freeLicences
    /// People recovered, unsuspended and created.
    case admit
    /// Profiles and roles.
    case updateUsers
    /// Groups deleted because their names are needed.
    case freeNames
    /// Groups created and renamed.
    case updateGroups
    /// Memberships added, access set.
    case addMembers
    /// Memberships removed.
    case removeMembers
    /// Members suspended.
    case suspend
    /// Members removed.
    case removeUsers
    /// Groups deleted.
    case deleteGroups

    /// Orders by time.
    public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
}

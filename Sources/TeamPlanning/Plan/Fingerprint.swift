/// What of a change goes into a plan's fingerprint: everything that is sent, and how it is called dangerous. A saved plan holds
/// all of it, so that its fingerprint can be worked out again.
public struct ChangeImprint: Sendable {
    /// The change's ID.
    public var id: String
    /// What is done.
    public var action: Action
    /// The object.
    public var resource: Resource
    /// Dropbox's ID of the object; `nil` for what is yet to be created.
    public var target: String?
    /// The fields that change, as they are; in any order.
    public var before: [Field]?
    /// The fields that change, as they will be; in any order.
    public var after: [Field]?
    /// How the action is carried out; in any order.
    public var options: [Field]
    /// Whether the change takes something away.
    public var isDestructive: Bool
    /// Whether it cannot be undone.
    public var isIrreversible: Bool
    /// The changes that have to come first.
    public var dependsOn: [String]
    /// With `group.members`: whom it adds, whom it removes, and whose access it sets.
    public var memberships: [[Membership]]

    /// A person with their access in a group.
    public struct Membership: Sendable {
        /// Dropbox's ID of the member; `nil` for a person whom the plan creates.
        public var member: String?
        /// The person's email.
        public var email: String
        /// The access; `nil` where it is not spoken of.
        public var access: GroupAccess?

        /// Describes a membership.
        public init(member: String?, email: String, access: GroupAccess?) {
            self.member = member
            self.email = email
            self.access = access
        }
    }

    /// Puts an imprint together.
    public init(
        id: String,
        action: Action,
        resource: Resource,
        target: String?,
        before: [Field]?,
        after: [Field]?,
        options: [Field],
        isDestructive: Bool,
        isIrreversible: Bool,
        dependsOn: [String],
        memberships: [[Membership]]
    ) {
        self.id = id
        self.action = action
        self.resource = resource
        self.target = target
        self.before = before
        self.after = after
        self.options = options
        self.isDestructive = isDestructive
        self.isIrreversible = isIrreversible
        self.dependsOn = dependsOn
        self.memberships = memberships
    }
}

extension Collection<ChangeImprint> {
    /// A SHA-256 over the team and the ordered changes, as 64 hexadecimal digits.
    ///
    /// - Parameter team: The team's ID.
    public func fingerprint(team: String, digest: Digest) -> String {
        var bytes = CanonicalBytes()
        bytes.reserveCapacity(count * 512)
        bytes.append(team)
        bytes.append(count)
        for change in self { bytes.append(change) }
        return digest.hexadecimal(bytes.bytes)
    }
}

extension [Change] {
    /// A SHA-256 over the team and the ordered changes.
    func fingerprint(team: String, digest: Digest) -> String {
        lazy.map(ChangeImprint.init).fingerprint(team: team, digest: digest)
    }
}

extension ChangeImprint {
    fileprivate init(_ change: Change) {
        var memberships: [[Membership]] = []
        if case .changeMembers(let members) = change.operation {
            memberships = [members.add, members.remove, members.setAccess].map { $0.map(Membership.init) }
        }
        self.init(
            id: change.id.rawValue,
            action: change.action,
            resource: change.resource,
            target: change.operation.existingID,
            before: change.before,
            after: change.after,
            options: change.options,
            isDestructive: change.isDestructive,
            isIrreversible: change.isIrreversible,
            dependsOn: change.dependsOn.map(\.rawValue),
            memberships: memberships
        )
    }
}

extension ChangeImprint.Membership {
    fileprivate init(_ entry: MemberAccess) {
        self.init(member: nil, email: entry.email, access: entry.access)
        if case .existing(let id) = entry.member { member = id.rawValue }
    }
}

extension CanonicalBytes {
    fileprivate mutating func append(_ change: ChangeImprint) {
        append(change.id)
        append(change.action.rawValue)
        append(change.resource.description)
        append(change.target ?? "")
        append(change.before)
        append(change.after)
        append(change.options)
        append(change.isDestructive ? 1 : 0)
        append(change.isIrreversible ? 1 : 0)
        append(change.dependsOn.count)
        for id in change.dependsOn { append(id) }
        append(change.memberships.count)
        for list in change.memberships {
            append(list.count)
            for entry in list {
                append(entry.member ?? "")
                append(entry.email)
                append(entry.access?.rawValue ?? "")
            }
        }
    }

    private mutating func append(_ fields: [Field]?) {
        append(fields?.count ?? -1)
        for field in (fields ?? []).sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            append(field.name)
            switch field.value {
            case .none: append("none")
            case .text(let text): append("text"); append(text)
            case .flag(let flag): append("flag"); append(flag ? 1 : 0)
            case .number(let number): append("number"); append(number)
            }
        }
    }
}

extension Operation {
    /// Names the object that the operation is sent to; empty for what is yet to be created.
    var target: String {
        if case .changeMembers(let members) = self, case .created(let change) = members.group { return change.rawValue }
        return existingID ?? ""
    }
}

public import TeamPlanning

/// What stands between a live team and manifests that describe all of it.
public struct AdoptionReport: Codable, Hashable, Sendable {
    /// Members whom no record names.
    public var unmanagedMembers: [MemberLine]
    /// Groups that no record names.
    public var unmanagedGroups: [GroupLine]
    /// Members who share a name: possibly two accounts of one person.
    public var namesakes: [[MemberLine]]
    /// Groups whose names differ in nothing but letter case and spaces.
    public var similarGroups: [[GroupLine]]
    /// Members and groups with an external ID of another system.
    public var foreignExternalIDs: [ForeignID]
    /// How many days an invitation may be pending without being listed.
    public var pendingDays: Int
    /// Invitations that have been pending for longer, oldest first.
    public var pendingInvitations: [Invitation]
    /// Groups with more members than Dropbox documents.
    public var largeGroups: [GroupLine]

    private enum CodingKeys: String, CodingKey {
        case namesakes
        case unmanagedMembers = "unmanaged_members"
        case unmanagedGroups = "unmanaged_groups"
        case similarGroups = "similar_groups"
        case foreignExternalIDs = "foreign_external_ids"
        case pendingDays = "pending_days"
        case pendingInvitations = "pending_invitations"
        case largeGroups = "large_groups"
    }

    /// Reports what was found.
    public init(_ adoption: Adoption, pendingDays: Int) {
        unmanagedMembers = adoption.unmanagedMembers.map(MemberLine.init)
        unmanagedGroups = adoption.unmanagedGroups.map(GroupLine.init)
        namesakes = adoption.namesakes.map { $0.map(MemberLine.init) }
        similarGroups = adoption.similarGroups.map { $0.map(GroupLine.init) }
        let members = adoption.foreignMembers.map { (Resource.user($0.email), $0.externalID) }
        let groups = adoption.foreignGroups.map { (Resource.group($0.name), $0.externalID) }
        foreignExternalIDs = (members + groups).map { ForeignID(resource: $0, externalID: $1 ?? "") }
        self.pendingDays = pendingDays
        pendingInvitations = adoption.pendingInvitations.map {
            Invitation(email: $0.member.email, invitedOn: $0.member.invitedOn ?? "", days: $0.days)
        }
        largeGroups = adoption.largeGroups.map(GroupLine.init)
    }

    /// A member.
    public struct MemberLine: Codable, Hashable, Sendable {
        /// The email.
        public var email: String
        /// Given name and surname.
        public var name: String
        /// The status' name.
        public var status: String

        init(_ member: Member) {
            email = member.email
            name = [member.givenName, member.surname].filter { !$0.isEmpty }.joined(separator: " ")
            status = member.status.name
        }
    }

    /// A group.
    public struct GroupLine: Codable, Hashable, Sendable {
        /// The name.
        public var name: String
        /// The group's ID, since names may be alike.
        public var groupID: String
        /// How many members it has.
        public var members: Int

        private enum CodingKeys: String, CodingKey {
            case name, members
            case groupID = "group_id"
        }

        init(_ group: Group) {
            name = group.name
            groupID = group.id.rawValue
            members = max(group.members.count, group.memberCount)
        }
    }

    /// An external ID of another system.
    public struct ForeignID: Codable, Hashable, Sendable {
        /// Who or what carries it.
        public var resource: Resource
        /// The ID.
        public var externalID: String

        private enum CodingKeys: String, CodingKey {
            case resource
            case externalID = "external_id"
        }
    }

    /// An invitation that has not been accepted.
    public struct Invitation: Codable, Hashable, Sendable {
        /// Who was invited.
        public var email: String
        /// When, as Dropbox writes it.
        public var invitedOn: String
        /// How many days ago.
        public var days: Int

        private enum CodingKeys: String, CodingKey {
            case email, days
            case invitedOn = "invited_on"
        }
    }
}

/// Where a desired user stands in the live team.
public enum LivePresence: String, Sendable, CaseIterable {
    /// Not in the team; removed for good counts as this.
    case absent
    /// Removed, and can be recovered.
    case recoverable
    /// Invited, not joined yet.
    case invited
    /// Joined.
    case active
    /// Suspended.
    case suspended
    /// A status that this version does not know.
    case unknown

    init(_ status: MemberStatus) {
        switch status {
        case .active: self = .active
        case .invited: self = .invited
        case .suspended: self = .suspended
        case .removed(let isRecoverable): self = isRecoverable ? .recoverable : .absent
        case .unknown: self = .unknown
        }
    }
}

/// What the user state machine decides for one person.
public enum UserTransition: String, Sendable {
    /// Invite.
    case create
    /// Nothing: a person who is to be suspended is not invited, unless the policy says so.
    case createOnlyIfProvisioningDisabled = "create_if_provision_disabled"
    /// Bring back, then bring up to date.
    case recover
    /// Keep; bring attributes up to date.
    case keep
    /// Keep; note that the invitation is pending.
    case awaitInvitation = "await_invitation"
    /// Suspend.
    case suspend
    /// Lift the suspension.
    case unsuspend
    /// Dropbox cannot suspend who has not joined.
    case cannotSuspendInvited = "cannot_suspend_invited"
    /// The person holds their email as a removed member, so they cannot be invited as suspended.
    case stayRemoved = "stay_removed"
    /// Left alone, because the live status is not known.
    case leaveAlone = "leave_alone"

    /// The user state machine: desired status (`nil` is not managed) against live presence.
    static func decide(desired: DesiredStatus?, live: LivePresence) -> UserTransition {
        switch (desired, live) {
        case (_, .unknown): .leaveAlone

        case (.active, .absent): .create
        case (.active, .recoverable): .recover
        case (.active, .invited): .awaitInvitation
        case (.active, .active): .keep
        case (.active, .suspended): .unsuspend

        case (.suspended, .absent): .createOnlyIfProvisioningDisabled
        case (.suspended, .recoverable): .stayRemoved
        case (.suspended, .invited): .cannotSuspendInvited
        case (.suspended, .active): .suspend
        case (.suspended, .suspended): .keep

        case (nil, .absent): .create
        case (nil, .recoverable): .recover
        case (nil, .invited): .awaitInvitation
        case (nil, .active): .keep
        case (nil, .suspended): .keep
        }
    }
}

extension Explanation {
    /// Which live object a record means.
    public struct Match: Sendable, Equatable {
        /// What was found.
        public let outcome: Outcome
        /// Another live object that has the wanted email or name at present.
        public let holder: LiveObject?

        /// What was found.
        public enum Outcome: Sendable, Equatable {
            /// The live object of the next step, found by this.
            case found(MatchBasis)
            /// None: the object is not in the team.
            case absent
            /// It cannot be told, or is to be left alone; these findings say why.
            case blocked([Finding])
        }
    }

    /// A live user or group.
    public struct LiveObject: Sendable, Equatable {
        /// Whose it is.
        public let owner: ObjectOwner
        /// The object as a deletion would show it.
        public let fields: [Field]
    }

    /// What the user state machine decides.
    public struct Transition: Sendable, Equatable {
        /// The status that the record wants; `nil` is not managed.
        public let desired: DesiredStatus?
        /// Where the person stands in the team.
        public let live: LivePresence
        /// What follows.
        public let decision: UserTransition
    }

    /// Whether a live object that no record keeps is deprovisioned or deleted.
    public struct Candidacy: Sendable, Equatable {
        /// A record with `lifecycle` `absent` asks for it; otherwise no record names the object.
        public let isTombstone: Bool
        /// The policy's scope.
        public let scope: Scope
        /// Whether the object is in the scope. A tombstone counts whatever the scope.
        public let isInScope: Bool
        /// What becomes of it.
        public let verdict: Verdict

        /// What becomes of a candidate.
        public enum Verdict: String, Sendable {
            /// Nothing destructive is planned on a read that is suspect.
            case suspectRead = "suspect_read"
            /// The policy deprovisions nobody, or deletes no such groups.
            case switchedOff = "switched_off"
            /// A record that could not be planned may mean it, or the listing gives its email or ID twice.
            case untouchable
            /// Dropbox manages the group itself.
            case systemManaged = "system_managed"
            /// It is not in the policy's scope.
            case outOfScope = "out_of_scope"
            /// It is deprovisioned or deleted.
            case planned
            /// Something stands in the way; a finding says what.
            case stopped
            /// What deprovisioning does at this time is done already.
            case nothingLeft = "nothing_left"
        }
    }
}

/// How a record and a live object were recognised as one.
public enum MatchBasis: String, Sendable, CaseIterable {
    /// The live object carries the external ID that the record would give it.
    case externalID = "external_id"
    /// The emails are the same.
    case email
    /// The names are the same.
    case name
    /// The live email is one of the record's `previous_emails`.
    case previousEmail = "previous_email"
    /// The live name is one of the record's `previous_names`.
    case previousName = "previous_name"
}

/// Whose a live object is, told from its external ID.
public enum ObjectOwner: Sendable, Hashable {
    /// It has no external ID.
    case nobody
    /// It carries our marker; the rule is `nil` when the rest of the ID is not in our form.
    case roster(rule: RuleName?)
    /// It has an external ID that is not ours.
    case foreign
}

/// The closed list of finding codes. The raw value is what scripts see; once published it keeps its meaning.
public enum FindingCode: String, Sendable, Hashable, CaseIterable {
    // Manifests: reading a file.

    /// The bytes are not RFC 8259 JSON, or break a limit on size or depth.
    case invalidJSON = "invalid-json"
    /// One object names a key twice.
    case duplicateKey = "duplicate-key"
    /// The file cannot be read, or a link leaves the manifests folder.
    case unreadableFile = "unreadable-file"

    // Manifests: one record.

    /// `apiVersion` is missing or is not one that this version reads.
    case unsupportedVersion = "unsupported-version"
    /// `kind` is missing or unknown.
    case unknownKind = "unknown-kind"
    /// A field that the kind does not have.
    case unknownField = "unknown-field"
    /// A required field is absent.
    case missingField = "missing-field"
    /// A value of the wrong JSON type.
    case wrongType = "wrong-type"
    /// A value of the right type that Dropbox or the contract does not allow.
    case invalidValue = "invalid-value"
    /// A list names one thing twice; it is kept once.
    case repeatedItem = "repeated-item"
    /// A name with white space around it, which Dropbox may or may not keep.
    case outerWhitespace = "outer-whitespace"
    /// Fields that exclude each other.
    case conflictingFields = "conflicting-fields"
    /// A secret is written out in a manifest.
    case secretInManifest = "secret-in-manifest"

    // Manifests: across files.

    /// A second Connection or Policy.
    case duplicateManifest = "duplicate-manifest"
    /// Two users share an email or an external ID.
    case duplicateUser = "duplicate-user"
    /// Two groups share a name or an ID.
    case duplicateGroup = "duplicate-group"
    /// Two mappings share a name.
    case duplicateMapping = "duplicate-mapping"
    /// A reference to a mapping that does not exist.
    case unknownMapping = "unknown-mapping"

    // Directory exports.

    /// An export breaks the rules of its format, or is not complete.
    case invalidExport = "invalid-export"
    /// Part of an export was left out of the manifests.
    case leftOut = "left-out"

    // Planning: who is who.

    /// Two desired objects match one live object, or one desired object matches several.
    case ambiguousMatch = "ambiguous-match"
    /// The external ID points at one live member, the email at another.
    case crossedMatch = "crossed-match"
    /// An email of the manifests is a live member's secondary email.
    case secondaryEmailMatch = "secondary-email-match"
    /// Two live groups have one name.
    case duplicateLiveGroup = "duplicate-live-group"
    /// The live object carries an external ID that is not ours.
    case foreignExternalID = "foreign-external-id"
    /// A live object matches, but `adopt` is off.
    case notAdopted = "not-adopted"
    /// An external ID or marker would be longer than Dropbox allows.
    case externalIDTooLong = "external-id-too-long"
    /// A group names a person whom neither the manifests nor the team know.
    case unknownMember = "unknown-member"
    /// A user names a group that neither the manifests nor the team know.
    case unknownGroup = "unknown-group"
    /// A released record matches nothing by its present email or name.
    case releasedNotFound = "released-not-found"

    // Planning: what is left alone.

    /// A protected object would have been changed.
    case protected = "protected"
    /// The policy switches this action off.
    case switchedOff = "switched-off"
    /// Dropbox does not allow this transition.
    case impossibleTransition = "impossible-transition"
    /// The invitation has not been accepted yet.
    case invitationPending = "invitation-pending"
    /// A system-managed group stands in a manifest.
    case systemManagedGroup = "system-managed-group"
    /// A user-managed group stands in a manifest and the policy leaves those alone.
    case userManagedGroup = "user-managed-group"
    /// The rule that created a member exists no longer.
    case ruleDeleted = "rule-deleted"
    /// Emails move in a circle.
    case emailCycle = "email-cycle"
    /// A name, email or external ID is held by an object that keeps it.
    case valueTaken = "value-taken"
    /// A role name that the team does not have.
    case unknownRole = "unknown-role"
    /// A group to be deleted has mostly the members of a group to be created.
    case looksLikeRename = "looks_like_rename"
    /// More members than Dropbox documents as its limit.
    case largeGroup = "large-group"
    /// More people than the team has seats, and the policy only warns.
    case licencesShort = "licences-short"

    // Planning: what a plan is made from.

    /// The snapshot that stands in for the team is more than a day old, or from the future.
    case oldSnapshot = "old-snapshot"
    /// The clock of this machine and Dropbox's are minutes apart, or more.
    case clockDifference = "clock-difference"
    /// The manifests that a plan is to be compared with cannot be planned.
    case unusableBase = "unusable-base"
    /// A saved plan was changed after it was written.
    case alteredPlan = "altered-plan"

    // Importing: what does not get from the team into the manifests.

    /// A live object that no manifest could express, or that is not clear enough.
    case notImported = "not-imported"
    /// A record of which the team knows nothing.
    case keptRecord = "kept-record"
    /// A record differs, and belongs to the source from which a mapping reads it.
    case mappedRecord = "mapped-record"
}

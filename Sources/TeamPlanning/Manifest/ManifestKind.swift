/// The kinds of manifest, as `kind` names them.
public enum ManifestKind: String, Sendable, CaseIterable {
    /// How the team is reached; at most one per workspace.
    case connection = "Connection"
    /// What roster may do; at most one per workspace.
    case policy = "Policy"
    /// A provisioning rule that turns directory records into users and groups.
    case mapping = "Mapping"
    /// People.
    case users = "Users"
    /// Groups.
    case groups = "Groups"
}

/// The one `apiVersion` that this version reads.
let manifestAPIVersion = "roster/v1"

public import TeamPlanning

extension PlanReport {
    /// Where a change comes from, compared with the manifests of the target branch.
    public enum Origin: String, Codable, Hashable, Sendable, CaseIterable {
        /// Something in it is planned from these manifests only.
        case introduced
        /// All of it is planned from the base too: drift, or merged and not applied yet.
        case preExisting = "pre-existing"
    }

    /// The manifests of the target branch.
    public struct Base: Codable, Hashable, Sendable {
        /// The folder as the user named it.
        public var manifests: String
        /// A SHA-256 over the manifests' contents, as 64 hexadecimal digits; left out when there are none.
        public var manifestsDigest: String?
        /// The fingerprint of the plan from them; left out when they could not be planned, and then every change counts as
        /// introduced.
        public var fingerprint: String?

        private enum CodingKeys: String, CodingKey {
            case manifests, fingerprint
            case manifestsDigest = "manifests_digest"
        }

        /// Describes a base.
        public init(manifests: String, manifestsDigest: String?, fingerprint: String?) {
            self.manifests = manifests
            self.manifestsDigest = manifestsDigest
            self.fingerprint = fingerprint
        }
    }

    /// A change that is planned from the base and no longer from these manifests.
    public struct Resolved: Codable, Hashable, Sendable {
        /// The change's ID in the base's plan.
        public var id: String
        /// What would have been done.
        public var action: Action
        /// The object.
        public var resource: Resource
        /// Why it was planned.
        public var reason: String
    }

    /// A stored live state.
    public struct SnapshotSource: Codable, Hashable, Sendable {
        /// When the team was read, RFC 3339 in UTC.
        public var readAt: String
        /// How old that was when the plan was made, in seconds; negative when the snapshot is from the future.
        public var age: Int

        private enum CodingKeys: String, CodingKey {
            case age
            case readAt = "read_at"
        }

        /// Describes a snapshot.
        public init(readAt: String, age: Int) {
            self.readAt = readAt
            self.age = age
        }
    }
}

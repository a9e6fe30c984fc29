/// Whose an object is, told from its external ID.
struct Ownership {
    /// Dropbox allows an external ID of a member this many characters (spec: `MemberExternalId`).
    static let maximumMemberIDLength = 64

    private let marker: String
    let mayTakeOver: Bool

    init(_ policy: OwnershipPolicy) {
        marker = policy.marker
        mayTakeOver = policy.takeOver
    }

    /// Whose an object is.
    enum Owner: Equatable {
        /// It has no external ID.
        case nobody
        /// It carries our marker; the rule is `nil` when the rest of the ID is not in our form.
        case roster(RuleName?)
        /// It has an external ID that is not ours.
        case foreign
    }

    /// The written form of an ID: `<marker><rule>/<id>`, or the raw ID when the marker is empty.
    func written(_ id: String, rule: RuleName) -> String {
        marker.isEmpty ? id : "\(marker)\(rule.rawValue)/\(id)"
    }

    /// Whether a member's external ID is longer than Dropbox allows.
    static func isTooLong(_ externalID: String) -> Bool {
        externalID.utf8.count > maximumMemberIDLength && externalID.unicodeScalars.count > maximumMemberIDLength
    }

    /// Whether an external ID is ours, but of another object than `id`, whatever the rule: rules may be renamed.
    func isOurs(_ externalID: String?, forOtherThan id: String) -> Bool {
        guard let externalID, case .roster = owner(of: externalID) else { return false }
        return marker.isEmpty ? externalID != id : !externalID.utf8.reversed().starts(with: "/\(id)".utf8.reversed())
    }

    /// The ID within an external ID that is ours; `nil` where it is not ours or not in our form.
    func id(in externalID: String?) -> String? {
        guard let externalID, case .roster = owner(of: externalID) else { return nil }
        if marker.isEmpty { return externalID }
        let rest = externalID.utf8.dropFirst(marker.utf8.count)
        return rest.firstIndex(of: UInt8(ascii: "/")).flatMap { String(rest[rest.index(after: $0)...]) }
    }

    /// Reads the owner from a live external ID.
    func owner(of externalID: String?) -> Owner {
        guard let externalID, !externalID.isEmpty else { return .nobody }
        if marker.isEmpty { return .roster(nil) }
        guard externalID.utf8.starts(with: marker.utf8) else { return .foreign }
        let rest = externalID.utf8.dropFirst(marker.utf8.count)
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return .roster(nil) }
        return .roster(RuleName(rawValue: String(externalID[rest.startIndex..<slash])))
    }
}

/// Listings under way. A cursor is an opaque name of what was listed, how many at a time, and how far it got.
struct CursorTable {
    enum Listing: Equatable {
        case members(includesRemoved: Bool)
        case groups
        case groupMembers(groupID: String)

        /// Which continue route may go on with it.
        var kind: Kind {
            switch self {
            case .members: .members
            case .groups: .groups
            case .groupMembers: .groupMembers
            }
        }
    }

    enum Kind: String {
        case members = "MBR"
        case groups = "GRP"
        case groupMembers = "GMB"
    }

    struct Entry {
        let listing: Listing
        let limit: Int
        /// Position of the first item not yet listed.
        let start: Int
    }

    private var entries: [String: Entry] = [:]

    mutating func insert(_ entry: Entry) -> String {
        let cursor = "AAE\(entry.listing.kind.rawValue)" + zeroPadded(entries.count + 1, to: 12)
        entries[cursor] = entry
        return cursor
    }

    func entry(_ cursor: String, kind: Kind) throws(RouteFault) -> Entry {
        guard let entry = entries[cursor], entry.listing.kind == kind else { throw RouteFault("invalid_cursor") }
        return entry
    }
}

func zeroPadded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

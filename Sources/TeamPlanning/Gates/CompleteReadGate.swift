/// Why a live read is not to be trusted with anything destructive.
enum ReadProblem: Sendable, Hashable {
    /// The admin whose token read the team is not among the members.
    case actingAdminMissing(email: String)
    /// Clearly fewer members were read than Dropbox counts.
    case fewerMembers(read: Int, expected: Int)

    /// A read with fewer than this many percent of the expected members is suspect.
    static let sufficientPercent = 95

    /// Judges a read; `nil` is a plausible one.
    init?(in live: LiveState) {
        let members = live.members
        let present = members.indices.count { members[$0].status.isLive }
        let isAdminPresent = members.indices.contains {
            members[$0].id == live.actingAdmin.id && members[$0].status.isLive
        }
        if !isAdminPresent {
            self = .actingAdminMissing(email: live.actingAdmin.email)
        } else if present * 100 < live.team.provisionedUsers * Self.sufficientPercent {
            self = .fewerMembers(read: present, expected: live.team.provisionedUsers)
        } else {
            return nil
        }
    }

    /// One sentence.
    var message: String {
        switch self {
        case .actingAdminMissing(let email):
            "the acting admin \(email) is missing from the members that Dropbox returned, so the read is incomplete"
        case .fewerMembers(let read, let expected):
            "Dropbox returned \(read) members but counts \(expected), so the read is incomplete"
        }
    }
}

extension GateContext {
    func completeRead() -> GateVerdict {
        if let readProblem {
            return GateVerdict(
                .completeRead,
                .refuse,
                "\(readProblem.message); nothing destructive was planned: run again, with a smaller --page-size if it persists"
            )
        }
        return GateVerdict(.completeRead, .pass, "\(licences.used) members read, the acting admin among them")
    }
}

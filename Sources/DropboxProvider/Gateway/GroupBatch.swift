import DropboxAPI
import Reconciliation
import TeamPlanning

/// Puts people into a group, or takes them out, in calls that Dropbox carries out in full or refuses in full.
///
/// A refusal that names nobody is answered by reading the group and asking for the rest; if that is refused too, by halving
/// the batch until the offender is alone. Offenders whom Dropbox names are left to the apply engine, which drops them and
/// asks for the others again; after a halving it is told that the others are done.
struct GroupBatch {
    let writes: SureWrites
    /// The tag that says of an unnamed person that nothing is to be done.
    let vagueRefusal: String
    /// Further tags that may only mean that the goal is reached.
    let otherRefusals: [String]
    /// Makes one call for these people.
    let send: ([GroupMember]) async throws -> String?
    /// Reads the group: who of these people is still to be dealt with.
    let look: ([GroupMember]) async throws -> Progress

    /// What the group shows.
    struct Progress {
        /// Those for whom nothing is done yet.
        let open: [GroupMember]
        /// Those who are in the group otherwise than wanted, which another kind of call would have to change.
        let blocked: [GroupMember]
    }

    /// What came of a batch.
    struct Outcome {
        var requestID: String?
        var offenders: [GroupMember] = []
        var blocked: [GroupMember] = []
        var refusal: DropboxError?
    }

    /// Sees to it that everybody is dealt with, as far as Dropbox lets it.
    ///
    /// - Throws: the error of a call that failed otherwise.
    func settle(_ people: [GroupMember], isPatient: Bool = true) async throws -> Outcome {
        var open = people
        var outcome = Outcome()
        do {
            outcome.requestID = try await writes.make(resolving: [vagueRefusal] + otherRefusals, isPatient: isPatient) {
                try await send(open)
            } look: { requestID in
                let progress = try await look(open)
                outcome.blocked += progress.blocked
                let isNarrowed = progress.open.count < open.count
                open = progress.open
                return open.isEmpty ? .asWanted(requestID) : isNarrowed ? .partly : .asBefore
            }
        } catch let error as DropboxError where error.hasTag(vagueRefusal) {
            outcome.refusal = error
            outcome.requestID = error.requestID
            if open.count == 1 {
                outcome.offenders = open
            } else {
                // Each half is read once before it is halved again: the patience was spent on the whole.
                for half in [open.prefix(open.count / 2), open.dropFirst(open.count / 2)] {
                    outcome.add(try await settle(Array(half), isPatient: false))
                }
            }
        }
        return outcome
    }
}

extension GroupBatch.Outcome {
    fileprivate mutating func add(_ other: Self) {
        requestID = other.requestID ?? requestID
        offenders += other.offenders
        blocked += other.blocked
        refusal = other.refusal ?? refusal
    }

    /// The receipt, when everybody is dealt with.
    ///
    /// - Throws: ``GatewayError`` that names those who are not.
    func receipt() throws(GatewayError) -> Receipt {
        let names = Set((offenders + blocked).map(\.id))
        guard !names.isEmpty else { return Receipt(requestID: requestID) }
        let sentence =
            offenders.isEmpty
            ? "Dropbox shows them in the group with another access: run plan again"
            : Refusals.sentence(for: refusal?.tags ?? [])
        throw GatewayError(
            .rejected,
            sentence,
            requestID: requestID,
            offendingMembers: names,
            areOthersDone: true
        )
    }
}

import DropboxAPI
public import Reconciliation
public import TeamPlanning

extension DropboxTeamGateway {
    /// How often people are invited whom a failed job left out.
    private static let invitationRounds = 2

    /// Invites people (spec: `team/members/add_v2`). After a lost answer or a failed job only those are invited again who are
    /// not there; a person who is refused because they are there, exactly as wanted, counts as invited.
    public func createUsers(
        _ users: [NewUser]
    ) async throws(GatewayError) -> [Result<Created<MemberID>, GatewayError>] {
        var book = InvitationBook(users)
        var failure: GatewayError?
        for _ in 0..<Self.invitationRounds where !book.open.isEmpty {
            let launched: Launched
            do throws(GatewayError) {
                launched = try await launch(&book)
            } catch {
                guard book.hasSettled else { throw error }
                failure = error
                break
            }
            failure = await finish(launched, &book)
            if failure?.code != .outcomeUnknown { break }
        }
        await settleDoubts(&book)
        book.close(with: failure)
        return book.results
    }

    private typealias Launched = (job: Wire.LaunchResult<[Wire.MemberAddResult]>, requestID: String?)

    /// Invites those who are open.
    private func launch(_ book: inout InvitationBook) async throws(GatewayError) -> Launched {
        try await refusing {
            try await sureWrites.make(resolving: []) {
                let reply = try await client.addMembers(book.open.map(Wire.NewMember.init), forceAsync: false)
                return (job: reply.value, requestID: reply.requestID)
            } look: { requestID in
                try await look(&book, requestID).map { (job: .complete([]), requestID: requestID) }
            }
        }
    }

    /// Waits for what became of those who were open; gives the error if that could not be learnt.
    private func finish(_ launched: Launched, _ book: inout InvitationBook) async -> GatewayError? {
        do throws(GatewayError) {
            let results = try await refusing(launched.requestID) {
                try await sureWrites.finish {
                    try await client.finishAddMembers(launched.job, polling: polling)
                } look: {
                    try await look(&book, launched.requestID).map { [] }
                }
            }
            book.record(results, requestID: launched.requestID)
            return nil
        } catch {
            return error
        }
    }

    /// Looks after a lost answer who is there.
    private func look(_ book: inout InvitationBook, _ requestID: String?) async throws -> Sight<Void> {
        book.hasLostAnswer = true
        book.record(found: try await client.members(withEmailsOf: book.open), requestID: requestID)
        return Sight(isAsWanted: book.open.isEmpty)
    }

    /// Reads those who were refused as if they were there, or of whom nothing was said, until nobody is left in doubt or the
    /// patience ends. Where the team cannot be read, Dropbox's word stands.
    private func settleDoubts(_ book: inout InvitationBook) async {
        for wait in [.zero] + SureWrites.waits where !book.doubted.isEmpty {
            do {
                try await client.waitBeforeVerifying(Routes.addMembersPath, for: wait)
                book.record(found: try await client.members(withEmailsOf: book.doubted), requestID: nil)
            } catch let error as DropboxError where error.isPassing {
                continue
            } catch {
                return
            }
        }
    }
}

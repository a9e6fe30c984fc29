import DropboxAPI
import Reconciliation

/// Makes writes of which it is known in the end what became of them, by reading the team where no answer tells.
///
/// Dropbox's writes are not idempotent (a second invitation or addition is refused), so none is repeated blindly, and a
/// refusal that says “already so” is held against the team. Nothing but the write itself is ever sent.
struct SureWrites {
    /// How often a write is made in all, when its answers get lost.
    static let maximumTries = 3
    /// The waits before the team is looked at, one look each. How soon Dropbox's reads show a write is not documented, so
    /// one look is never enough to say that a write did nothing.
    static let waits: [Duration] = [.seconds(1), .seconds(2), .seconds(4)]
    /// What such looks have found when none of them showed all of the change.
    private static let nothingSeen =
        "the team did not show the change within \(waits.reduce(.zero, +).components.seconds) s"

    let client: DropboxClient

    /// Makes a write until it is known what became of it.
    ///
    /// - Parameters:
    ///   - tags: refusals that may only mean that the goal is reached; they are held against the team.
    ///   - isPatient: whether a refusal that the team contradicts is looked into again after a while.
    ///   - write: one try. It may be made again.
    ///   - look: reads what the team shows, given the ID of the last failed request.
    /// - Throws: the error of the last try, or a ``GatewayError`` that adds what was found.
    func make<Value>(
        resolving tags: [String],
        isPatient: Bool = true,
        _ write: () async throws -> Value,
        look: (_ requestID: String?) async throws -> Sight<Value>
    ) async throws -> Value {
        var lost: [DropboxError] = []
        while true {
            do {
                return try await write()
            } catch let error as DropboxError where error.effect == .outcomeUnknown {
                lost.append(error)
                switch try await watch(error, tries: lost.count, look) {
                case .asWanted(let value): return value
                case .another(let difference): throw GatewayError(error, launchedBy: nil).adding(found: difference)
                case .asBefore, .partly, .otherwise: break
                }
                guard error.isPassing, lost.count < Self.maximumTries else { throw error }
            } catch let error as DropboxError where error.code == .routeError {
                guard !lost.isEmpty || tags.contains(where: error.hasTag) else { throw error }
                let sight = try await resolve(error, isPatient: isPatient, mayBeOwn: !lost.isEmpty, look)
                switch sight {
                case .asWanted(let value): return value
                case .partly: continue
                case .otherwise(let found?), .another(let found): throw GatewayError(refusal: error, found: found)
                case .asBefore, .otherwise(nil): throw error
                }
            } catch {
                // Of a try that was never made nothing is known that the lost one before it did not leave open.
                throw lost.last ?? error
            }
        }
    }

    /// Waits for the end of what a write launched. Where that end cannot be told, the team tells.
    ///
    /// - Throws: the error of `wait`, when what it waited for goes on or the team cannot be read; a ``GatewayError`` that adds
    ///   what was found, when it does not show.
    func finish<Value>(_ wait: () async throws -> Value, look: () async throws -> Sight<Value>) async throws -> Value {
        do {
            return try await wait()
        } catch let error as DropboxError where error.effect == .outcomeUnknown && error.code != .jobTimedOut {
            switch try await watch(error, tries: 1, { _ in try await look() }) {
            case .asWanted(let value): return value
            case .another(let found), .otherwise(let found?):
                throw GatewayError(error, launchedBy: nil).adding(found: found)
            case .asBefore, .partly, .otherwise(nil):
                throw GatewayError(error, launchedBy: nil).adding(found: Self.nothingSeen)
            }
        }
    }
}

extension SureWrites {
    /// Looks until the team is as wanted or the patience ends, and returns the last sight.
    private func watch<Value>(
        _ error: DropboxError,
        tries: Int,
        _ look: (_ requestID: String?) async throws -> Sight<Value>
    ) async throws -> Sight<Value> {
        try await sight(after: error, waits: Self.waits, tries: tries, look) { sight in
            if case .asWanted = sight { true } else { false }
        }
    }

    /// Holds a refusal against the team: at once, and again as long as the team contradicts it. After a lost try, which may
    /// show only now, the patience is not cut short.
    private func resolve<Value>(
        _ error: DropboxError,
        isPatient: Bool,
        mayBeOwn: Bool,
        _ look: (_ requestID: String?) async throws -> Sight<Value>
    ) async throws -> Sight<Value> {
        try await sight(after: error, waits: [.zero] + (isPatient ? Self.waits : []), tries: 1, look) { sight in
            switch sight {
            case .asWanted, .partly: true
            case .otherwise: !mayBeOwn
            case .another, .asBefore: false
            }
        }
    }

    /// Looks once after each wait until a sight is enough. A look that fails for a passing cause is left to the next one.
    ///
    /// - Returns: the last sight.
    /// - Throws: `error` when the team could not be read at last, for then nothing is known.
    private func sight<Value>(
        after error: DropboxError,
        waits: [Duration],
        tries: Int,
        _ look: (_ requestID: String?) async throws -> Sight<Value>,
        isEnough: (Sight<Value>) -> Bool
    ) async throws -> Sight<Value> {
        var last: Sight<Value>?
        for wait in waits {
            last = nil
            do {
                try await client.waitBeforeVerifying(error.route, after: error, for: wait, tries: tries)
                let sight = try await look(error.requestID)
                if isEnough(sight) { return sight }
                last = sight
            } catch let failure as DropboxError where failure.isPassing {
                continue
            } catch _ {
                throw error
            }
        }
        guard let last else { throw error }
        return last
    }
}

extension DropboxError {
    /// Whether another try may succeed; of a write only once it is known that this one did nothing.
    var isPassing: Bool {
        switch code {
        case .server, .transport, .undecodable: true
        default: false
        }
    }
}

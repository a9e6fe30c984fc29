import DropboxAPI

/// Sees writes through whose answer got lost: the team is read first, and a write is made again only if it did nothing.
///
/// Dropbox's writes are not idempotent (a second invitation or addition is refused), so none is repeated blindly.
struct LostWrites {
    static let maximumTries = 3
    let client: DropboxClient

    /// Makes a write until it is known what became of it.
    ///
    /// - Parameters:
    ///   - write: one try. It may be made again.
    ///   - readBack: reads whether an earlier try took effect, and returns what that try would have returned, or nil. It is
    ///     given the ID of the last failed request.
    /// - Throws: the error of the last try.
    func make<Value>(
        _ write: () async throws -> Value,
        readBack: (_ requestID: String?) async throws -> Value?
    ) async throws -> Value {
        var failures = 0
        while true {
            do {
                return try await write()
            } catch let error as DropboxError where failures > 0 || error.effect == .outcomeUnknown {
                failures += 1
                if let value = try await effect(of: error, failures, readBack) { return value }
                guard error.isPassing, failures < Self.maximumTries else { throw error }
            }
        }
    }

    /// Waits for the end of what a write launched. Where that end cannot be told, the team tells.
    ///
    /// - Throws: the error of `wait`, when what it waited for did not take effect so far.
    func finish<Value>(_ wait: () async throws -> Value, readBack: () async throws -> Value?) async throws -> Value {
        do {
            return try await wait()
        } catch let error as DropboxError where error.effect == .outcomeUnknown {
            if let value = try await effect(of: error, 1, { _ in try await readBack() }) { return value }
            throw error
        }
    }

    /// What the team shows of a failed try; where it cannot be read, the failure stands.
    private func effect<Value>(
        of error: DropboxError,
        _ failures: Int,
        _ readBack: (_ requestID: String?) async throws -> Value?
    ) async throws -> Value? {
        do {
            try await client.backOff(after: error, failures: failures)
            return try await readBack(error.requestID)
        } catch _ {
            throw error
        }
    }
}

extension DropboxError {
    /// Whether another try may succeed, once it is known that this one did nothing.
    fileprivate var isPassing: Bool {
        effect == .outcomeUnknown && (code == .server || code == .transport)
    }
}

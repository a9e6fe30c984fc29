/// Runs work until it ends or a signal comes; the work is cancelled then.
///
/// - Returns: what the work returns; `nil` when a signal came first.
func interruptible<Value: Sendable>(
    _ signals: AsyncStream<Void>,
    _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value? {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            for await _ in signals { return nil }
            // The stream ended without a signal: only the work decides.
            try await waitForCancellation()
            return nil
        }
        defer { group.cancelAll() }
        return try await group.next() ?? nil
    }
}

/// Waits until the task is cancelled.
///
/// - Throws: `CancellationError`.
func waitForCancellation() async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    await withTaskCancellationHandler {
        for await _ in stream {}
    } onCancel: {
        continuation.finish()
    }
    throw CancellationError()
}

import Foundation
import Testing

/// Collects what a process writes, line by line.
actor LineCollector {
    /// What the process writes to.
    nonisolated let pipe = Pipe()
    private var text = ""
    private var chunks: AsyncStream<Data>.Iterator

    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: Data.self)
        chunks = stream.makeAsyncIterator()
        pipe.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            guard data.isEmpty else {
                continuation.yield(data)
                return
            }
            handle.readabilityHandler = nil
            continuation.finish()
        }
    }

    /// Reads on until there is a wanted line.
    func wait(_ isWanted: @Sendable (String) -> Bool) async throws -> String {
        while true {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            if let line = lines.first(where: { isWanted(String($0)) }) { return String(line) }
            let hasMore = await readOn()
            try #require(hasMore, "the process ended without the line; it wrote:\n\(text)")
        }
    }

    /// Everything that was written, read to its end.
    func rest() async -> String {
        while await readOn() {}
        return text
    }

    private func readOn() async -> Bool {
        var iterator = chunks
        let data = await iterator.next(isolation: self)
        chunks = iterator
        guard let data else { return false }
        text += String(decoding: data, as: UTF8.self)
        return true
    }
}

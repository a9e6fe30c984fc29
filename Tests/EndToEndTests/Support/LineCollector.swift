import Testing

/// Collects what a process writes, line by line.
actor LineCollector {
    private var bytes: [UInt8] = []
    private var chunks: AsyncStream<[UInt8]>.Iterator

    init(_ stream: AsyncStream<[UInt8]>) {
        chunks = stream.makeAsyncIterator()
    }

    private var text: String { String(decoding: bytes, as: UTF8.self) }

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
        let chunk = await iterator.next(isolation: self)
        chunks = iterator
        guard let chunk else { return false }
        bytes += chunk
        return true
    }
}

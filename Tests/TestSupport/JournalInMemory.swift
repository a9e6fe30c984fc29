public import Reconciliation

/// A journal in memory that can be made to fail.
public actor JournalInMemory: JournalSink {
    /// The lines so far, without their line feeds.
    public private(set) var lines: [String] = []
    private let capacity: Int
    private let refused: Set<Int>
    private var attempts = 0

    /// Takes so many lines and then refuses all others; refuses these attempts in any case, counted from one.
    public init(capacity: Int = .max, refused: Set<Int> = []) {
        self.capacity = capacity
        self.refused = refused
    }

    /// Keeps a line.
    public func append(_ line: [UInt8]) throws {
        attempts += 1
        guard lines.count < capacity, !refused.contains(attempts) else { throw DiskFull() }
        lines.append(String(decoding: line.dropLast(), as: UTF8.self))
    }

    /// That no more lines are taken.
    public struct DiskFull: Error, CustomStringConvertible {
        /// Short.
        public var description: String { "disk full" }
    }
}

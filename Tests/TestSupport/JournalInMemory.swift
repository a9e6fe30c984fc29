public import Reconciliation

/// A journal in memory that can be made to fail.
public actor JournalInMemory: JournalSink {
    /// The lines so far, without their line feeds.
    public private(set) var lines: [String] = []
    private let capacity: Int

    /// Takes so many lines and then refuses.
    public init(capacity: Int = .max) {
        self.capacity = capacity
    }

    /// Keeps a line.
    public func append(_ line: [UInt8]) throws {
        guard lines.count < capacity else { throw DiskFull() }
        lines.append(String(decoding: line.dropLast(), as: UTF8.self))
    }

    /// That no more lines are taken.
    public struct DiskFull: Error, CustomStringConvertible {
        /// Short.
        public var description: String { "disk full" }
    }
}

/// Where journal lines go, such as a file.
public protocol JournalSink: Sendable {
    /// Appends one line, its line feed included, and returns when it will survive a crash.
    func append(_ line: [UInt8]) async throws
}

/// That the journal could not be written.
public struct JournalError: Error, CustomStringConvertible {
    /// What could not be written.
    public let code: Code
    /// Why.
    public let cause: any Error

    /// What could not be written.
    public enum Code: Sendable, Hashable, CaseIterable {
        /// An entry could not be turned into JSON.
        case notEncodable
        /// The sink did not take a line.
        case notWritten
    }

    /// Describes the failure.
    public init(_ code: Code, cause: any Error) {
        self.code = code
        self.cause = cause
    }

    /// One sentence.
    public var description: String {
        switch code {
        case .notEncodable: "a journal entry could not be encoded (\(cause)): please report this"
        case .notWritten:
            "the journal could not be written (\(cause)): make room, or choose another file with --journal"
        }
    }
}

import Foundation

/// Stdout or stderr did not take all that was written to it: a full disk, a closed descriptor, a reader that has gone.
struct OutputError: Error, Equatable {
    /// Where to.
    enum Stream: String, Sendable {
        case output = "standard output"
        case error = "standard error"
    }

    let stream: Stream
    /// The system's error number.
    let number: Int32

    /// Whether the reader of a pipe has gone, as `head` does once it has seen enough.
    var isReaderGone: Bool { number == EPIPE }
}

extension OutputError: CommandError {
    var message: String { "\(stream.rawValue) could not be written in full: \(String(cString: strerror(number)))" }
    var nextStep: String { "what was written is not complete: send it elsewhere and run the command again" }
}

/// A value that must not be seen: a token, a client secret, a password.
///
/// Printing, interpolating, dumping or debugging it shows `<redacted>`; only ``reveal()`` gives the value.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    /// Wraps `value`.
    public init(_ value: String) { self.value = value }

    /// The value itself, to be put on the wire or shown once on purpose, and nowhere else.
    public func reveal() -> String { value }

    /// Always `<redacted>`.
    public var description: String { "<redacted>" }

    /// Always `<redacted>`.
    public var debugDescription: String { "<redacted>" }

    /// A mirror without children, so that `dump` shows nothing either.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Whether the value can stand in an HTTP header: visible ASCII, not empty (RFC 6750 §2.1).
    public var isHeaderSafe: Bool { !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
}

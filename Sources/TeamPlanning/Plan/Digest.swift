/// SHA-256, handed in: the core computes with values only and brings no cryptography of its own.
public struct Digest: Sendable {
    private let hash: @Sendable ([UInt8]) -> [UInt8]

    /// Takes the function that hashes bytes to 32 bytes (FIPS 180-4 SHA-256).
    public init(sha256 hash: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.hash = hash
    }

    /// The hash as lower-case hexadecimal digits.
    public func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = hash(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Bytes to be hashed: every part is preceded by its length, so that no two lists of parts give the same bytes.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func append(_ number: Int) {
        withUnsafeBytes(of: Int64(number).bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}

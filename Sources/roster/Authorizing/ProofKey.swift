import Crypto
import DropboxAPI
import Foundation

/// A verifier and its challenge: who asks for a code shows that they are the one who exchanges it (RFC 7636 §4.1, §4.2).
struct ProofKey: Sendable {
    /// 256 random bits in base64url, 43 characters.
    let verifier: Secret
    /// base64url of the verifier's SHA-256.
    let challenge: String

    init() { self.init(verifier: Self.randomText()) }

    init(verifier: String) {
        self.verifier = Secret(verifier)
        challenge = Self.base64URL(Data(SHA256.hash(data: Data(verifier.utf8))))
    }

    /// 256 bits from the system's source of secrets, in base64url.
    static func randomText() -> String {
        var generator = SystemRandomNumberGenerator()
        return base64URL(Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }))
    }

    /// RFC 4648 §5, without padding.
    private static func base64URL(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

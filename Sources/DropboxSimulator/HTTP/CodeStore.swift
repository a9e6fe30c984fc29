import Crypto
import FoundationEssentials

/// The authorisation codes that wait for their exchange: each good once, and for a short time.
actor CodeStore {
    /// What a code was given for.
    struct Approval: Sendable {
        let challenge: String
        let redirectURI: String?
        let authorization: TokenStore.Authorization
    }

    /// How long a code is good for, in seconds. RFC 6749 §4.1.2 recommends ten minutes at most; Dropbox's time is unknown.
    private static let lifetime: TimeInterval = 600

    private let now: @Sendable () -> Date
    private var waiting: [String: (approval: Approval, expires: Date)] = [:]
    private var issued = 0

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    /// A new code.
    func issue(_ approval: Approval) -> String {
        issued += 1
        let code = "simulator-code-" + zeroPadded(issued, to: 6)
        waiting[code] = (approval, now().addingTimeInterval(Self.lifetime))
        return code
    }

    /// What the code was given for; nil if it is wrong, old or used. Whatever comes of the exchange, the code is used up.
    func redeem(_ code: String) -> Approval? {
        guard let found = waiting.removeValue(forKey: code), now() < found.expires else { return nil }
        return found.approval
    }
}

extension CodeStore.Approval {
    /// Whether the challenge was made from the verifier, RFC 7636 §4.6.
    func isProved(by verifier: String) -> Bool {
        let hash = Data(SHA256.hash(data: Array(verifier.utf8))).base64EncodedString()
        let encoded = hash.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return encoded == challenge
    }
}

import Crypto
import Foundation
import TeamPlanning

extension TeamPlanning.Digest {
    /// The digest that the core is given.
    static let sha256 = TeamPlanning.Digest { bytes in Array(SHA256.hash(data: bytes)) }
}

import Crypto
import Foundation
import TeamPlanning

extension TeamPlanning.Digest {
    /// The digest that the core is given.
    static let sha256 = TeamPlanning.Digest { bytes in Array(SHA256.hash(data: bytes)) }

    /// The digest of several contents, as hexadecimal digits; their order does not matter.
    func ofAll(_ contents: [[UInt8]]) -> String {
        hexadecimal(contents.map(hexadecimal).sorted().joined().utf8.map(\.self))
    }
}

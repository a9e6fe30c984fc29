import Crypto
import Foundation
import Testing

@testable import Reporting

@Suite("Assets of the page")
struct PageAssetTests {
    @Test(
        "The content security policy names what the page holds",
        arguments: [
            ("style", PageAsset.planStyle, PageAsset.planStyleHash),
            ("script", PageAsset.planScript, PageAsset.planScriptHash),
        ]
    )
    func hash(name: String, asset: PageAsset, hash: PageAsset) {
        let digest = Data(SHA256.hash(data: Data(asset.source.utf8))).base64EncodedString()
        #expect(hash.source == digest, "the \(name) was changed: put its new hash into PageAsset")
    }

    @Test("Nothing in an asset ends its element, and nothing is loaded")
    func inert() {
        for source in [PageAsset.planStyle.source, PageAsset.planScript.source] {
            #expect(!source.isEmpty)
            for forbidden in ["</", "<!--", "http:", "https:", "url(", "@import", "innerHTML", "eval(", "\r"] {
                #expect(!source.contains(forbidden), "\(forbidden)")
            }
        }
    }
}

import NIOHTTP1

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A request for the redirect URI, whatever it brings.
struct RedirectRequest {
    private let fields: [String: [String]]

    /// Nil for another method or path.
    init?(method: HTTPMethod, uri: String) {
        let parts = uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard method == .GET, parts.first == Substring(RedirectListener.path) else { return nil }
        let query = parts.count > 1 ? parts[1] : ""
        var fields: [String: [String]] = [:]
        for pair in query.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decoded(sides[0]),
                let value = PercentEncoding.decoded(sides.count > 1 ? sides[1] : "")
            else {
                continue
            }
            fields[name, default: []].append(value)
        }
        self.fields = fields
    }

    /// The answer, if there is exactly one and it repeats the state.
    func answer(to state: Secret) -> RedirectListener.Answer? {
        guard let repeated = only("state"), Secret(repeated) == state else { return nil }
        switch (only("code"), only("error")) {
        case (let code?, nil) where Secret(code).isHeaderSafe: return .code(Secret(code))
        case (nil, let error?): return .refused(error: error, description: only("error_description"))
        default: return nil
        }
    }

    /// A parameter must not be there twice (RFC 6749 §3.1).
    private func only(_ name: String) -> String? {
        guard let values = fields[name], values.count == 1 else { return nil }
        return values[0]
    }
}

/// A style sheet, a script, or the hash of one: text of ours that goes into a page as it is.
struct PageAsset: Sendable {
    let source: String

    private init(_ source: String) { self.source = source }
    private init(_ bytes: [UInt8]) { source = String(decoding: bytes, as: UTF8.self) }

    /// How a plan looks.
    static let planStyle = PageAsset(PackageResources.plan_css)
    /// The search and the filters of a plan.
    static let planScript = PageAsset(PackageResources.plan_js)
    /// The SHA-256 of ``planStyle`` in base64, as a content security policy names it.
    static let planStyleHash = PageAsset("6q0/IgzzH5tJ7J2GJ/dEq0CJ3Hb3iKVxNnSVfCGljCI=")
    /// The SHA-256 of ``planScript``.
    static let planScriptHash = PageAsset("5zAqRE94IS5dPIKcLMTTr8XmfAakriakNGwUh//hStU=")
}

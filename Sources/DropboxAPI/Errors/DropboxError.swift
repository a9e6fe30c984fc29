/// Why a call failed, and whether it may have taken effect all the same.
public struct DropboxError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    public let code: Code
    /// The route (`team/members/add_v2`) or other object the failure is about.
    public let route: String
    /// Whether the call surely did nothing, or may have taken effect.
    public let effect: Effect
    /// The HTTP status, when an answer arrived.
    public let httpStatus: Int?
    /// Dropbox's `X-Dropbox-Request-Id`, to be quoted to Dropbox support.
    public let requestID: String?
    /// The `.tag` chain of a route, access or authentication error, outermost first: `["path", "not_found"]`.
    public let tags: [String]
    /// Strings that the innermost error carries, for example the IDs of the members it rejects.
    public let offenders: [String]
    /// More about the failure: what was expected, or at most 300 characters of the answer. Hostile until escaped.
    public let detail: String?
    /// How long Dropbox asked to wait before the next call.
    public let retryAfter: Duration?
    /// The failure of the transport behind this one.
    public let transportError: TransportError?
    private let nextStepOverride: String?

    /// Whether a failed call may have changed the team.
    public enum Effect: Sendable, Hashable {
        /// Surely nothing changed: Dropbox refused, was never reached, or the call only reads.
        case rejected
        /// A write whose answer is lost or unusable: read again before another try.
        case outcomeUnknown
    }

    init(
        _ code: Code,
        route: String,
        effect: Effect = .rejected,
        httpStatus: Int? = nil,
        requestID: String? = nil,
        tags: [String] = [],
        offenders: [String] = [],
        detail: String? = nil,
        retryAfter: Duration? = nil,
        transportError: TransportError? = nil,
        nextStep: String? = nil
    ) {
        self.code = code
        self.route = route
        self.effect = effect
        self.httpStatus = httpStatus
        self.requestID = requestID
        self.tags = tags
        self.offenders = offenders
        self.detail = detail
        self.retryAfter = retryAfter
        self.transportError = transportError
        self.nextStepOverride = nextStep
    }

    /// Whether `tag` occurs in the `.tag` chain.
    public func hasTag(_ tag: String) -> Bool { tags.contains(tag) }

    /// One sentence: the route, what happened, and the next step. Hostile until escaped, as it may quote Dropbox.
    public var description: String { "\(summary); \(nextStep)." }

    /// The sentence without the next step and the full stop. Hostile until escaped.
    public var summary: String {
        var facts = [String]()
        if let httpStatus { facts.append("HTTP \(httpStatus)") }
        if let requestID { facts.append("request \(requestID)") }
        let context = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
        let tagPart = tags.isEmpty ? "" : " \(tags.joined(separator: "/"))"
        let offenderPart = offenders.isEmpty ? "" : " for \(offenders.prefix(5).joined(separator: ", "))"
        let detailPart = detail.map { ": \($0)" } ?? ""
        return "\(route): \(code.problem)\(tagPart)\(offenderPart)\(detailPart)\(context)"
    }

    /// What to do now.
    public var nextStep: String {
        if let nextStepOverride { return nextStepOverride }
        if effect == .outcomeUnknown {
            return "read the object again before another try, since this one may have worked"
        }
        return transportError?.nextStep ?? code.nextStep
    }

    /// The same failure with another verdict on its effect: a failed poll leaves the launched job's outcome unknown.
    func with(effect: Effect) -> DropboxError { with(effect: effect, detail: detail, nextStep: nextStepOverride) }

    /// The same failure with more about it, and with a next step of its own unless nil.
    func with(detail: String, nextStep: String? = nil) -> DropboxError {
        with(effect: effect, detail: detail, nextStep: nextStep ?? nextStepOverride)
    }

    private func with(effect: Effect, detail: String?, nextStep: String?) -> DropboxError {
        DropboxError(
            code,
            route: route,
            effect: effect,
            httpStatus: httpStatus,
            requestID: requestID,
            tags: tags,
            offenders: offenders,
            detail: detail,
            retryAfter: retryAfter,
            transportError: transportError,
            nextStep: nextStep
        )
    }
}

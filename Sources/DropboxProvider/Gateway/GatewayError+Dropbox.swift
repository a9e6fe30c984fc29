import DropboxAPI
import Reconciliation
import TeamPlanning

extension GatewayError {
    /// What a failed call means for an apply. `requestID` is that of the call that launched what failed, if another did.
    init(_ error: any Error, launchedBy requestID: String?) {
        guard let error = error as? DropboxError else {
            let what = error is CancellationError ? "the call was called off" : "the call failed (\(error))"
            self.init(.outcomeUnknown, what, requestID: requestID)
            return
        }
        let requestID = requestID ?? error.requestID
        if error.effect == .outcomeUnknown {
            self.init(.outcomeUnknown, error.lostAnswer, requestID: requestID)
        } else if error.code == .routeError {
            self.init(
                .rejected,
                Refusals.sentence(for: error.tags),
                requestID: requestID,
                offendingMembers: Set(error.offenders.map { MemberID($0) })
            )
        } else {
            self.init(error.closesAllRoutes ? .accessLost : .rejected, error.description, requestID: requestID)
        }
    }
}

extension DropboxError {
    /// What happened to a write of which no answer tells the effect.
    fileprivate var lostAnswer: String {
        let status = httpStatus.map { " (HTTP \($0))" } ?? ""
        let cause = detail.map { ": \($0)" } ?? ""
        return switch code {
        case .jobFailed: "Dropbox reports that the job of \(route) failed\(cause)"
        case .jobTimedOut: "the job of \(route) is still running"
        default: "\(route) gave no usable answer\(status)\(cause)"
        }
    }

    /// Whether every further call would fail in the same way.
    fileprivate var closesAllRoutes: Bool {
        switch code {
        case .invalidToken, .expiredToken, .userSuspended, .unauthorized, .invalidGrant, .invalidClient, .tokenRefused,
            .redirected, .invalidEndpoint, .rateLimited:
            true
        case .badRequest, .missingScope, .routeAccessDenied, .accessDenied, .routeError, .server, .unexpectedStatus,
            .transport, .undecodable, .unencodable, .listingUnstable, .jobFailed, .jobTimedOut:
            false
        }
    }
}

import DropboxAPI
import Reconciliation
import TeamPlanning

extension GatewayError {
    /// What a failed call means for an apply. `requestID` is that of the call that launched what failed, if another did.
    init(_ error: any Error, launchedBy requestID: String?) {
        if let error = error as? GatewayError {
            self = error.launched(by: requestID)
            return
        }
        guard let error = error as? DropboxError else {
            let what = error is CancellationError ? "the call was called off" : "the call failed (\(error))"
            self.init(.outcomeUnknown, what, requestID: requestID)
            return
        }
        let requestID = requestID ?? error.requestID
        if error.code == .jobTimedOut {
            self.init(
                .unfinished,
                "Dropbox was still at work when the wait ended (\(error.route))",
                requestID: requestID
            )
        } else if error.code == .notSent {
            self.init(.notSent, error.description, requestID: requestID)
        } else if error.effect == .outcomeUnknown {
            self.init(.outcomeUnknown, error.lostAnswer, requestID: requestID)
        } else if error.code == .routeError {
            self.init(refusal: error, requestID: requestID)
        } else {
            self.init(error.closesAllRoutes ? .accessLost : .rejected, error.description, requestID: requestID)
        }
    }

    /// A refusal by a route. `requestID` is that of the call that launched what was refused, if another did.
    init(refusal error: DropboxError, requestID: String? = nil, found: String? = nil) {
        let sentence = Refusals.sentence(for: error.tags)
        self.init(
            .rejected,
            found.map { "\(sentence); \($0)" } ?? sentence,
            requestID: requestID ?? error.requestID,
            offendingMembers: Set(error.offenders.map { MemberID($0) })
        )
    }

    /// The same failure under the ID of the call that launched what failed, if another did.
    private func launched(by requestID: String?) -> GatewayError {
        guard let requestID else { return self }
        return GatewayError(code, message, requestID: requestID, offendingMembers: offendingMembers)
    }

    /// The same failure with what was found in the team.
    func adding(found: String) -> GatewayError {
        GatewayError(
            code,
            "\(message); \(found)",
            requestID: requestID,
            offendingMembers: offendingMembers,
            areOthersDone: areOthersDone
        )
    }
}

extension DropboxError {
    /// What happened to a write of which no answer tells the effect.
    fileprivate var lostAnswer: String {
        let status = httpStatus.map { " (HTTP \($0))" } ?? ""
        let cause = detail.map { ": \($0)" } ?? ""
        return switch code {
        case .jobFailed: "Dropbox reports that the job of \(route) failed\(cause)"
        case _ where !tags.isEmpty: "\(route) answered \(tags.joined(separator: "/"))\(status)\(cause)"
        default: "\(route) gave no usable answer\(status)\(cause)"
        }
    }

    /// Whether every further call would fail in the same way.
    fileprivate var closesAllRoutes: Bool {
        switch code {
        case .invalidToken, .expiredToken, .userSuspended, .unauthorized, .invalidGrant, .invalidCode, .invalidClient,
            .tokenRefused,
            .redirected, .invalidEndpoint, .rateLimited:
            true
        case .transport: transportError?.isUnreachable ?? false
        case .badRequest, .missingScope, .routeAccessDenied, .accessDenied, .routeError, .notSent, .server,
            .unexpectedStatus, .undecodable, .unencodable, .listingUnstable, .jobFailed, .jobTimedOut:
            false
        }
    }
}

extension TransportError {
    /// Whether not even a connection could be made, which the client tries several times.
    fileprivate var isUnreachable: Bool {
        switch code {
        case .cannotConnect, .tlsFailed, .proxyFailed, .misconfigured: true
        case .timedOut, .connectionLost, .responseTooLarge, .invalidRequest: false
        }
    }
}

public import TeamPlanning

/// Why a call to the team failed.
public struct GatewayError: Error, Sendable, Hashable {
    /// What is known of the call's effect.
    public let code: Code
    /// One sentence that names the cause and, where there is one, the next step. Raw text; it holds no secrets.
    public let message: String
    /// The service's ID of the request, where it gave one.
    public let requestID: String?
    /// The members because of whom a call for several was refused as a whole, where the service names them.
    public let offendingMembers: Set<MemberID>
    /// Whether everybody else of the call is dealt with, so that only the offending members are left and nobody is to be asked
    /// for again. `false` where the refused call changed nothing for the others either.
    public let areOthersDone: Bool

    /// What is known of a failed call's effect.
    public enum Code: Sendable, Hashable, CaseIterable {
        /// The service refused; nothing changed.
        case rejected
        /// The answer was lost; the call may or may not have taken effect.
        case outcomeUnknown
        /// The service began the work and was still at it when the wait for its end was over; it may yet take effect. Neither
        /// a success nor a failure, and not to be made again: reading the team later tells.
        case unfinished
        /// The call was not made, because the apply is to end and nothing waits for its turn any more; nothing changed.
        case notSent
        /// The service accepts no call any more, or cannot be reached, so that going on makes no sense; nothing changed.
        case accessLost
    }

    /// Describes a failure.
    public init(
        _ code: Code,
        _ message: String,
        requestID: String? = nil,
        offendingMembers: Set<MemberID> = [],
        areOthersDone: Bool = false
    ) {
        self.code = code
        self.message = message
        self.requestID = requestID
        self.offendingMembers = offendingMembers
        self.areOthersDone = areOthersDone
    }
}

extension GatewayError {
    /// What it makes of a change that takes this one call.
    var outcomeStatus: ChangeOutcome.Status {
        switch code {
        case .rejected, .outcomeUnknown, .accessLost: .failed
        case .unfinished: .unfinished
        case .notSent: .skipped
        }
    }
}

extension GatewayError: CustomStringConvertible {
    /// The message, with what to do where the effect is not known.
    public var description: String {
        switch code {
        case .rejected, .accessLost, .notSent: message
        case .outcomeUnknown: "\(message); it may or may not have taken effect: run apply again"
        case .unfinished: "\(message); it may still be carried out: run plan later to see what remains"
        }
    }
}

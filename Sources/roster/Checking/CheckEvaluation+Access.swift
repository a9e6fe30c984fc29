import DropboxAPI
import DropboxProvider
import Reporting

// Whether anybody answers, and accepts the token.
extension CheckEvaluation {
    var connection: Check {
        guard sight.manifest.connection != nil else { return .skip(.connection, after: .manifest) }
        if case .failure(let error)? = sight.address {
            guard case .badAddress = error else { return .skip(.connection, after: .credentials) }
            return .fail(.connection, error.message, error.nextStep)
        }
        if case .failure = sight.proxies, !sight.isSimulated { return .skip(.connection, after: .proxy) }
        if let fault = sight.transportFault { return .fail(.connection, fault.detail, fault.nextStep) }
        if let error = unreached { return .fail(.connection, error.summary, error.nextStep) }
        guard case .success(let address)? = sight.address else {
            return .pass(.connection, "the simulated team answers")
        }
        return .pass(.connection, "\(address.service) answers")
    }

    var token: Check {
        guard let seen = sight.team else { return .skip(.token, after: .connection) }
        let status: TokenStatus
        switch seen.token {
        case .failure(let error) where error.isUnreached: return .skip(.token, after: .connection)
        case .failure(let error): return .fail(.token, error.summary, error.nextStep)
        case .success(let granted): status = granted
        }
        switch seen.team {
        case .failure(let error)? where error.isOfToken: return .fail(.token, error.summary, error.nextStep)
        case .failure(let error)? where error.isUnreached && !status.isRenewable:
            return .skip(.token, after: .connection)
        default: return .pass(.token, sentence(status))
        }
    }

    private func sentence(_ status: TokenStatus) -> String {
        if sight.isSimulated { return "the simulated team's own" }
        guard status.isRenewable else { return "accepted; it was given directly, so it cannot be renewed when it ends" }
        let minutes = status.lifetime.map { $0.components.seconds / 60 }
        return "granted for the refresh token" + (minutes.map { ", good for \($0) minutes and then renewed" } ?? "")
    }

    /// The first failure that came before any answer of Dropbox's that could be used.
    private var unreached: DropboxError? {
        guard let seen = sight.team else { return nil }
        if case .failure(let error) = seen.token, error.isUnreached { return error }
        if case .failure(let error)? = seen.team, error.isUnreached { return error }
        return nil
    }

    /// The check because of which nothing is known of the team; nil when the team can be asked.
    var obstacle: CheckReport.Name? {
        if token.verdict == .fail { return .token }
        return sight.team?.team == nil || unreached != nil ? .connection : nil
    }

    var clock: Check {
        if sight.isSimulated { return .skip(.clock, "a simulated team goes by the clock of this machine") }
        guard let difference = sight.clockDifference else {
            return obstacle == nil ? .skip(.clock, "no answer told the time") : .skip(.clock, after: .connection)
        }
        let sentence = "this machine is \(difference.text)"
        if difference.secondsAhead.magnitude <= Self.tolerableSkew { return .pass(.clock, sentence) }
        let remedy = ClockDifference.remedy
        return difference.isGreat ? .fail(.clock, sentence, remedy) : .warn(.clock, sentence, remedy)
    }

    /// Seconds that a clock may be off: an answer's way and a second's rounding are part of what is measured.
    private static let tolerableSkew: UInt64 = 60
}

extension DropboxError {
    /// Whether Dropbox was not reached, or something else answered in its stead.
    fileprivate var isUnreached: Bool {
        switch code {
        case .transport, .server, .redirected, .unexpectedStatus, .undecodable, .rateLimited, .notSent,
            .invalidEndpoint:
            true
        default: false
        }
    }

    /// Whether the token is not accepted, on whatever route.
    fileprivate var isOfToken: Bool {
        switch code {
        case .invalidToken, .expiredToken, .unauthorized, .userSuspended, .invalidGrant, .invalidCode, .invalidClient,
            .tokenRefused:
            true
        default: false
        }
    }
}

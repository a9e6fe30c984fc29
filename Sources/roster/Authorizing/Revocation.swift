import DropboxAPI

/// Ends a grant, and makes sure of it.
struct Revocation: Sendable {
    /// What came of it.
    enum Outcome: Sendable {
        /// The grant has ended. Whom it was for, as far as its token may ask.
        case revoked(team: Wire.TeamInfo?, admin: String?)
        /// It had ended before.
        case alreadyInvalid
    }

    /// A client that knows no token yet.
    let connect: @Sendable () -> DropboxClient

    /// - Throws: ``LogoutError``, and `DropboxError` when Dropbox cannot be asked.
    func run() async throws -> Outcome {
        let client = connect()
        guard let token = try await unlessInvalid({ try await client.tokenStatus() }) else { return .alreadyInvalid }
        let team = try await asked { try await client.teamInfo() }
        let admin = try await asked { try await client.authenticatedAdmin().email }
        do {
            guard try await unlessInvalid({ try await client.revokeToken() }) != nil else { return .alreadyInvalid }
        } catch let error as DropboxError where error.effect == .outcomeUnknown {
            // Whether it took effect shows below.
            guard try await isOver() == true else { throw error }
            return .revoked(team: team, admin: admin)
        } catch let error as DropboxError where error.code == .expiredToken && !token.isRenewable {
            throw LogoutError.expired
        } catch let error as DropboxError where error.isRefusal {
            throw LogoutError.refused(error.summary)
        }
        guard try await isOver() != false else { throw LogoutError.stillAccepted }
        return .revoked(team: team, admin: admin)
    }

    /// Whether Dropbox no longer takes the token; nil when it does not say.
    private func isOver() async throws -> Bool? {
        let client = connect()
        do {
            return try await unlessInvalid { try await client.teamInfo() } == nil
        } catch let error as DropboxError {
            return error.isRefusal ? false : nil
        }
    }

    private func unlessInvalid<Value>(_ call: () async throws -> Value) async throws -> Value? {
        do {
            return try await call()
        } catch let error as DropboxError where [.invalidGrant, .invalidToken].contains(error.code) {
            return nil
        }
    }

    /// What is good to know, but not needed.
    private func asked<Value>(_ call: () async throws -> Value) async throws -> Value? {
        do {
            return try await call()
        } catch is DropboxError {
            return nil
        }
    }
}

extension DropboxError {
    /// Whether Dropbox took the token but not the call.
    fileprivate var isRefusal: Bool {
        switch code {
        case .badRequest, .missingScope, .routeAccessDenied, .unauthorized, .accessDenied, .routeError, .userSuspended:
            true
        default: false
        }
    }
}

/// Why a grant goes on.
enum LogoutError: CommandError, Equatable {
    /// An access token that has expired cannot end the refresh token behind it.
    case expired
    /// Dropbox does not let this token end its grant.
    case refused(String)
    /// Dropbox says that the grant has ended, and yet takes it.
    case stillAccepted

    var message: String {
        switch self {
        case .expired: "the access token has expired, so it cannot revoke the grant that it came from"
        case .refused(let summary): "Dropbox did not revoke the grant: \(summary)"
        case .stillAccepted: "Dropbox says that it revoked the grant, but still accepts it"
        }
    }

    var nextStep: String {
        switch self {
        case .expired: "unset DROPBOX_ACCESS_TOKEN and provide the refresh token"
        case .refused: "end the app's access under connected apps in the Dropbox Admin Console"
        case .stillAccepted: "run roster logout again in a minute, or end the app's access in the Dropbox Admin Console"
        }
    }
}

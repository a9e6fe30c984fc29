import DropboxAPI
import Reconciliation

// How the gateway makes writes, and how their errors become those of the engine.
extension DropboxTeamGateway {
    var sureWrites: SureWrites { SureWrites(client: client) }

    /// Makes a write that is over when its answer comes; `look` reads whether the team is as the write was to make it.
    func write<Value>(
        resolving tags: [String],
        _ call: () async throws -> Reply<Value>,
        look: () async throws -> Sight<Void>
    ) async throws(GatewayError) -> Receipt {
        try await refusing {
            try await sureWrites.make(resolving: tags) {
                Receipt(requestID: try await call().requestID)
            } look: { requestID in
                try await look().map { Receipt(requestID: requestID) }
            }
        }
    }

    /// Makes a write that may leave a job behind, and waits for it.
    func writeAndWait(
        resolving tags: [String],
        _ launch: () async throws -> Reply<Wire.LaunchResult<Wire.Nothing>>,
        finish: (Wire.LaunchResult<Wire.Nothing>) async throws -> Wire.Nothing,
        look: () async throws -> Sight<Void>
    ) async throws(GatewayError) -> Receipt {
        let launched = try await refusing {
            try await sureWrites.make(resolving: tags) {
                let reply = try await launch()
                return (job: reply.value, requestID: reply.requestID)
            } look: { requestID in
                try await look().map { (job: .complete(Wire.Nothing()), requestID: requestID) }
            }
        }
        try await refusing(launched.requestID) {
            try await sureWrites.finish {
                _ = try await finish(launched.job)
            } look: {
                try await look()
            }
        }
        return Receipt(requestID: launched.requestID)
    }

    /// Looks, before something that cannot be taken back, whether the object is the one that the plan showed. What an earlier
    /// change of the same plan did to it may take a while to show.
    func ensureAsPlanned(
        _ expectation: Expectation?,
        for route: String,
        _ look: () async throws -> Sight<Void>
    ) async throws(GatewayError) {
        guard expectation != nil else { return }
        var difference: String?
        for wait in [.zero] + SureWrites.waits {
            let sight = try await refusing {
                try await client.waitBeforeVerifying(route, for: wait)
                return try await look()
            }
            guard case .another(let found) = sight else { return }
            difference = found
        }
        guard let difference else { return }
        throw GatewayError(.rejected, "\(difference): this is not what was planned, so run plan again")
    }

    /// Makes a call; whatever it throws becomes a ``GatewayError``. `requestID` is that of the call that began it.
    func refusing<Value>(
        _ requestID: String? = nil,
        _ call: () async throws -> Value
    ) async throws(GatewayError) -> Value {
        do {
            return try await call()
        } catch {
            throw GatewayError(error, launchedBy: requestID)
        }
    }
}

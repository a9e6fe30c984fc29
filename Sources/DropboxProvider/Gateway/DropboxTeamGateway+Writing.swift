import DropboxAPI
import Reconciliation

// How the gateway makes writes, and how their errors become those of the engine.
extension DropboxTeamGateway {
    var lostWrites: LostWrites { LostWrites(client: client) }

    /// Makes a write that is over when its answer comes; `hasTakenEffect` reads whether a try without an answer was enough.
    func write<Value>(
        _ call: () async throws -> Reply<Value>,
        hasTakenEffect: () async throws -> Bool
    ) async throws(GatewayError) -> Receipt {
        try await refusing {
            try await lostWrites.make {
                Receipt(requestID: try await call().requestID)
            } readBack: { requestID in
                try await hasTakenEffect() ? Receipt(requestID: requestID) : nil
            }
        }
    }

    /// Makes a write that may leave a job behind, and waits for it; `readBack` is the result if the team shows the effect.
    func writeAndWait<Result>(
        _ launch: () async throws -> Reply<Wire.LaunchResult<Result>>,
        finish: (Wire.LaunchResult<Result>) async throws -> Result,
        readBack: () async throws -> Result?
    ) async throws(GatewayError) -> (result: Result, requestID: String?) {
        let launched = try await refusing {
            try await lostWrites.make {
                let reply = try await launch()
                return (job: reply.value, requestID: reply.requestID)
            } readBack: { requestID in
                try await readBack().map { (job: .complete($0), requestID: requestID) }
            }
        }
        let result = try await refusing(launched.requestID) {
            try await lostWrites.finish {
                try await finish(launched.job)
            } readBack: {
                try await readBack()
            }
        }
        return (result, launched.requestID)
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

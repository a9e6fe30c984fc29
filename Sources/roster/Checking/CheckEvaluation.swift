import DropboxAPI
import DropboxProvider
import Reporting
import TeamPlanning

/// Judges what was found out about a connection: one check per line, in the order in which they depend on each other.
struct CheckEvaluation {
    typealias Check = CheckReport.Check

    let sight: ConnectionSight
    /// Whether the connection is only to plan with, so that missing scopes for writing are no fault.
    let isPlanOnly: Bool

    /// All checks.
    var checks: [Check] {
        [
            manifest, credentials, proxy, connection, token, team, teamPin, actingAdmin, readScopes, writeScopes,
            members,
            groups, licences, protect, clock,
        ]
    }

    private var manifest: Check {
        switch sight.manifest {
        case .found(_, let file, 0): .pass(.manifest, "\(file) describes the connection")
        case .found(_, let file, let errors):
            .warn(
                .manifest,
                "\(file) describes the connection; other manifests have \(errors) \(errors == 1 ? "error" : "errors")",
                "run roster validate to see what is wrong with them"
            )
        case .absent(let reason, 0): .pass(.manifest, "\(reason), so the default connection is checked")
        case .absent(_, let errors):
            .warn(
                .manifest,
                "no Connection could be read, so the default connection is checked; the manifests have \(errors) "
                    + (errors == 1 ? "error" : "errors"),
                "run roster validate to see what is wrong with them"
            )
        case .broken(let file, let fault, let remedy):
            .fail(
                .manifest,
                "\(file) describes the connection and has a fault: \(fault)",
                remedy ?? "run roster validate"
            )
        }
    }

    private var credentials: Check {
        guard sight.manifest.connection != nil else { return .skip(.credentials, after: .manifest) }
        if sight.isSimulated { return .pass(.credentials, "a simulated team needs none") }
        switch sight.address {
        case .success(let address)?: return .pass(.credentials, source(of: address.credentials))
        case .failure(.badAddress)?: return .skip(.credentials, after: .connection)
        case .failure(let error)?: return .fail(.credentials, error.message, error.nextStep)
        case nil: return .skip(.credentials, after: .manifest)
        }
    }

    /// Where the secrets come from, never what they are.
    private func source(of credentials: Credentials) -> String {
        guard case .refreshGrant(let grant) = credentials else {
            return "the access token in \(TeamAddress.Variable.accessToken)"
        }
        let connection = sight.manifest.connection ?? Connection()
        var parts = [
            "the refresh token in \(place(connection.refreshToken ?? .environment(TeamAddress.Variable.refreshToken)))"
        ]
        switch connection.clientID ?? .reference(.environment(TeamAddress.Variable.clientID)) {
        case .plain: parts.append("the app key in the Connection")
        case .reference(let reference): parts.append("the app key in \(place(reference))")
        }
        if grant.clientSecret == nil {
            parts.append("no app secret (PKCE)")
        } else {
            let reference = connection.clientSecret ?? .environment(TeamAddress.Variable.clientSecret)
            parts.append("the app secret in \(place(reference))")
        }
        return parts.joined(separator: ", ")
    }

    private func place(_ reference: SecretReference) -> String {
        switch reference {
        case .environment(let name): name
        case .file(let path): "the file \(path)"
        }
    }

    private var proxy: Check {
        if sight.isSimulated { return .pass(.proxy, "none is used for a simulated team") }
        switch sight.proxies {
        case .failure(let error):
            return .fail(.proxy, error.detail, "correct the variable, or unset it")
        case .success(let settings):
            guard settings.hasProxy else { return .pass(.proxy, "none is set") }
            guard case .success(let address)? = sight.address else {
                return .pass(.proxy, "one is set; whether it is used depends on the connection")
            }
            let proxy = settings.proxyAddress(for: address.service)
            return .pass(.proxy, proxy.map { "\($0) is used" } ?? "one is set, but not used for \(address.service)")
        }
    }
}

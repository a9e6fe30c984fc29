import DropboxAPI
import DropboxProvider
import Reporting
import TeamPlanning

// Whether the token may do what plan and apply need.
extension CheckEvaluation {
    var readScopes: Check {
        if let obstacle { return .skip(.readScopes, after: obstacle) }
        guard let granted else {
            let refused = refusedScopes
            if refused.isEmpty { return .pass(.readScopes, "not listed for such a token; no read was refused") }
            return missing(.readScopes, refused, "plan")
        }
        let lacking = ScopeNeeds.reading.map(\.rawValue).filter { !granted.contains($0) }.sorted()
        return lacking.isEmpty ? .pass(.readScopes, list(ScopeNeeds.reading)) : missing(.readScopes, lacking, "plan")
    }

    var writeScopes: Check {
        if let obstacle { return .skip(.writeScopes, after: obstacle) }
        guard let granted else {
            return .skip(.writeScopes, "Dropbox does not list the scopes of a token that is given directly")
        }
        let lacking = ScopeNeeds.missing(for: Action.allCases, granted: granted)
        if lacking.isEmpty { return .pass(.writeScopes, list(ScopeNeeds.writing)) }
        let names = lacking.map(\.scope.rawValue)
        if isPlanOnly {
            return .pass(.writeScopes, "without \(names.joined(separator: " ")), which plan does not need")
        }
        return .fail(
            .writeScopes,
            "missing: " + lacking.map(\.sentencePart).joined(separator: "; "),
            MissingScope.nextStep(names) + "; for pipelines that only plan, pass --plan-only"
        )
    }

    private var granted: Set<String>? {
        guard case .success(let status)? = sight.team?.token else { return nil }
        return status.scopes
    }

    /// The scopes for want of which reads were refused.
    private var refusedScopes: [String] {
        guard let seen = sight.team else { return [] }
        let failures = [seen.team?.failure, seen.admin?.failure, seen.members?.failure, seen.groups?.failure]
        let scopes = failures.compactMap { error -> String? in
            guard case .missingScope(let required)? = error?.code else { return nil }
            return required ?? "a scope that Dropbox does not name"
        }
        return Set(scopes).sorted()
    }

    private func missing(_ name: CheckReport.Name, _ scopes: [String], _ command: String) -> Check {
        .fail(name, "missing: \(scopes.joined(separator: " ")), which \(command) needs", MissingScope.nextStep(scopes))
    }

    private func list(_ scopes: Set<DropboxAPI.Scope>) -> String {
        scopes.map(\.rawValue).sorted().joined(separator: " ")
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}

import Testing

@testable import TeamPlanning

/// One manifest; its records start in line 2, at column 1 each when they stand in lines of their own.
func file(_ path: String, _ kind: String, _ fields: String) -> ManifestFile {
    ManifestFile(path: path, bytes: Array("{\"apiVersion\":\"roster/v1\",\"kind\":\"\(kind)\",\n\(fields)}".utf8))
}

/// Users without mapping, one record a line; the first stands at `users.json:3:1`.
func usersFile(_ records: String...) -> ManifestFile {
    file("users.json", "Users", "\"users\":[\n\(records.joined(separator: ",\n"))]")
}

/// Groups without mapping, one record a line; the first stands at `groups.json:3:1`.
func groupsFile(_ records: String...) -> ManifestFile {
    file("groups.json", "Groups", "\"groups\":[\n\(records.joined(separator: ",\n"))]")
}

func policyFile(_ fields: String) -> ManifestFile { file("policy.json", "Policy", fields) }

/// Why a name is planned so; the manifests have to be valid.
func explain(
    _ name: String,
    _ files: [ManifestFile],
    _ live: LiveState = team(),
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> Explanation {
    let load = loadManifests(files)
    #expect(!load.hasErrors, "\(load.findings)", sourceLocation: sourceLocation)
    let options = PlanOptions(now: today)
    let plan = Plan(manifests: load.manifests, live: live, options: options, digest: digest)
    let explainer = PlanExplainer(files: files, load: load, live: live, options: options, plan: plan)
    return try explainer.explanation(of: name)
}

extension Explanation {
    /// One line a step, without the domain of emails.
    var lines: [String] { steps.map { $0.line.replacing("@acme.com", with: "") } }

    /// The lines that begin with a word.
    func lines(_ word: String) -> [String] { lines.filter { $0.hasPrefix(word) } }
}

extension Explanation.Step {
    fileprivate var line: String {
        switch self {
        case .record(let record):
            let state = record.isLeftOut ? "left out" : record.lifecycle?.rawValue ?? "-"
            let mapping = record.mapping.map { " by \($0)" } ?? ""
            return "record \(record.location) \(record.rule) \(state)\(mapping)"
        case .noRecord: return "no record"
        case .filter(let result): return "filter \(result.part.rawValue) \(result.isFulfilled): \(result.filter)"
        case .values(let values): return (["values"] + values.map(\.line)).joined(separator: " ")
        case .match(let match): return "match \(match.line)"
        case .live(let live): return "live \(live.line)"
        case .transition(let step):
            return "transition \(step.desired?.rawValue ?? "-") \(step.live.rawValue) \(step.decision.rawValue)"
        case .candidacy(let candidacy):
            let kind = candidacy.isTombstone ? "tombstone" : candidacy.isInScope ? "in scope" : "out of scope"
            return "candidacy \(kind) \(candidacy.verdict.rawValue)"
        case .protection(let reasons): return "protection \(reasons.joined(separator: "; "))"
        case .changes(let changes): return (["changes"] + changes.map(\.id.rawValue)).joined(separator: " ")
        case .memberships(let facts): return (["memberships"] + facts.map(\.line)).joined(separator: " ")
        case .findings(let findings): return (["findings"] + findings.map(\.code.rawValue)).joined(separator: " ")
        case .gates(let gates):
            return (["gates"] + gates.map { "\($0.gate.rawValue):\($0.verdict.rawValue)" }).joined(separator: " ")
        }
    }
}

extension Explanation.Value {
    fileprivate var line: String {
        let text =
            switch content {
            case .text(let text): text
            case .flag(let flag): "\(flag)"
            case .list(let list): list.joined(separator: "+")
            case .count(let count): "#\(count)"
            }
        let origin = origin.map { "<\($0.source) \($0.raw ?? "-")>" } ?? ""
        return "\(attribute)=\(text)\(origin)"
    }
}

extension Explanation.Match {
    fileprivate var line: String {
        let holder = holder.map { ", held by \($0.line)" } ?? ""
        switch outcome {
        case .found(let basis): return basis.rawValue + holder
        case .absent: return "absent" + holder
        case .blocked(let findings): return "blocked \(findings.map(\.code.rawValue).joined(separator: " "))" + holder
        }
    }
}

extension Explanation.LiveObject {
    fileprivate var line: String {
        let id = fields.first { ["team_member_id", "group_id"].contains($0.name) }?.value
        let text = if case .text(let text)? = id { text } else { "-" }
        return switch owner {
        case .nobody: "\(text) nobody's"
        case .roster(let rule): "\(text) ours(\(rule?.rawValue ?? "-"))"
        case .foreign: "\(text) foreign"
        }
    }
}

extension Explanation.MembershipFact {
    fileprivate var line: String {
        let sides = sources.map { "\($0.side.rawValue)@\($0.location.line)" }.joined(separator: "&")
        return "\(person)/\(group):\(outcome.rawValue)\(sides.isEmpty ? "" : "(\(sides))")\(change == nil ? "" : "!")"
    }
}

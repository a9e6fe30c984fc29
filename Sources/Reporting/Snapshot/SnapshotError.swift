public import TeamPlanning

/// Why a file cannot stand in for the team.
public struct SnapshotError: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    public let code: Code
    /// The value concerned, such as `members[3].status`; empty for the whole file.
    public let path: String
    /// The place; without one where the file is too large to tell.
    public let location: SourceLocation?
    /// The file as the user named it.
    public let file: String
    /// What the JSON reader says, where the file is not JSON.
    private let syntax: String?

    /// What is wrong.
    public enum Code: Sendable, Hashable {
        /// The bytes are not JSON.
        case notJSON
        /// The `format` field is missing or names something else.
        case wrongFormat(found: String?)
        /// An object names a key twice; the places are without file.
        case repeatedKey(JSONRepeatedKey)
        /// A field without which the state is incomplete.
        case missingField(String)
        /// A value of the wrong type, or one that does not exist.
        case wrongValue
        /// The time of the read is none.
        case notATime
        /// One ID stands for two members, groups or memberships.
        case repeatedID(String)
        /// A group has a member whom the snapshot does not hold.
        case unknownMember(String)
    }

    init(_ fault: SnapshotFault, _ bytes: [UInt8], file: String) {
        code = fault.code
        path = fault.pathText
        self.file = file
        if case .repeatedKey(let key) = fault.code {
            location = SourceLocation(file: file, line: key.location.line, column: key.location.column)
            syntax = nil
            return
        }
        var findings: [Finding] = []
        let document = JSONDocument.read(bytes, file: file, into: &findings)
        location = document.map { $0.location(of: $0.root.value(along: fault.path)) } ?? findings.last?.location
        syntax = document == nil ? findings.last?.message : nil
    }

    /// One sentence with the place. Raw text.
    public var description: String { "\(location?.description ?? file): \(sentence)" }

    /// The next step.
    public var nextStep: String {
        switch code {
        case .wrongFormat: "take a snapshot with this version of roster: `\(SnapshotReport.writtenBy)`"
        default: "take the snapshot again with `\(SnapshotReport.writtenBy)`, and never edit one"
        }
    }

    private var sentence: String {
        if let syntax { return "no snapshot, since it is not JSON: \(syntax)" }
        return switch code {
        case .notJSON: "no snapshot, since it is not JSON"
        case .repeatedKey(let repeated):
            "the snapshot is damaged: the key \"\(repeated.key.prefix(60))\" stands twice in one object, first in line \(repeated.first.line), column \(repeated.first.column)"
        case .wrongFormat(nil): "no snapshot: the field \"format\" is missing or no text"
        case .wrongFormat(let found?):
            "the format is \"\(found.prefix(60))\", and this version reads \(SnapshotReport.format)"
        case .missingField(let name): "the snapshot is damaged: \(path.isEmpty ? "it" : path) has no \"\(name)\""
        case .wrongValue: "the snapshot is damaged: \(path.isEmpty ? "it" : path) has a value that cannot be there"
        case .notATime: "the snapshot is damaged: \(path) is no time such as 2026-01-31T12:00:00Z"
        case .repeatedID(let id): "the snapshot is damaged: \(path) repeats the ID \(id)"
        case .unknownMember(let id): "the snapshot is damaged: \(path) is \(id), who is not among the members"
        }
    }
}

extension JSONNode {
    /// The value at the end of a way, or the last one on it.
    fileprivate func value(along path: [SnapshotFault.Step]) -> JSONNode {
        var node = self
        for step in path {
            switch step {
            case .key(let key):
                guard let next = node[key] else { return node }
                node = next
            case .item(let index):
                guard let items = node.array, items.indices.contains(index) else { return node }
                node = items[index]
            }
        }
        return node
    }
}

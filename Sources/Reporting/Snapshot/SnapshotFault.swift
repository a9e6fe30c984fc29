/// What is wrong with a snapshot, and at which value.
struct SnapshotFault: Error, Equatable {
    /// What is wrong.
    let code: SnapshotError.Code
    /// The way to the value from the outermost object.
    let path: [Step]

    /// One step into an object or array.
    enum Step: Hashable {
        case key(String)
        case item(Int)
    }

    init(_ code: SnapshotError.Code, at path: [Step]) {
        self.code = code
        self.path = path
    }

    /// What kept the report from being decoded.
    init(_ error: ReportError) {
        switch error.code {
        case .wrongFormat(let found): self.init(.wrongFormat(found: found), at: [.key("format")])
        case .notJSON, .notEncodable: self.init(.notJSON, at: [])
        case .repeatedKey(let repeated): self.init(.repeatedKey(repeated), at: [])
        case .invalidField:
            switch error.cause {
            case DecodingError.keyNotFound(let key, let context)?:
                self.init(.missingField(key.stringValue), at: Self.steps(context.codingPath))
            case DecodingError.typeMismatch(_, let context)?, DecodingError.valueNotFound(_, let context)?,
                DecodingError.dataCorrupted(let context)?:
                self.init(.wrongValue, at: Self.steps(context.codingPath))
            default: self.init(.wrongValue, at: [])
            }
        }
    }

    private static func steps(_ keys: [any CodingKey]) -> [Step] {
        keys.map { key in key.intValue.map(Step.item) ?? .key(key.stringValue) }
    }

    /// The way as people write it, such as `members[3].status`.
    var pathText: String {
        path.reduce(into: "") { text, step in
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .item(let index): text += "[\(index)]"
            }
        }
    }
}

/// A value that is not what the route or the seed file declares: the path to it and what is wrong.
struct ArgumentFault: Error, Equatable {
    let path: String
    let problem: String

    var description: String { path.isEmpty ? problem : "\(path): \(problem)" }
}

/// How one declared type is read from JSON: checks and conversion in one.
struct FieldType<Value: Sendable>: Sendable {
    let read: @Sendable (_ value: JSONValue, _ path: String) throws(ArgumentFault) -> Value

    static func mismatch(_ expected: String, _ value: JSONValue, _ path: String) -> ArgumentFault {
        ArgumentFault(path: path, problem: "expected \(expected), got \(value.typeName)")
    }
}

extension FieldType where Value == Bool {
    static let boolean = FieldType { value, path throws(ArgumentFault) in
        guard case .bool(let flag) = value else { throw mismatch("boolean", value, path) }
        return flag
    }
}

extension FieldType where Value == Int {
    static func integer(_ range: ClosedRange<Int>) -> FieldType {
        FieldType { value, path throws(ArgumentFault) in
            guard case .integer(let integer) = value else { throw mismatch("integer", value, path) }
            guard range.contains(integer) else {
                throw ArgumentFault(
                    path: path,
                    problem: "\(integer) is not within range [\(range.lowerBound), \(range.upperBound)]"
                )
            }
            return integer
        }
    }
}

extension FieldType where Value == String {
    /// A string; lengths count Unicode scalars, as the service does.
    static func string(
        length: ClosedRange<Int> = 0...Int.max,
        pattern: String = "",
        matches: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> FieldType {
        FieldType { value, path throws(ArgumentFault) in
            guard case .string(let text) = value else { throw mismatch("string", value, path) }
            let count = text.unicodeScalars.count
            guard length.contains(count) else {
                let bound = count < length.lowerBound ? "at least \(length.lowerBound)" : "at most \(length.upperBound)"
                throw ArgumentFault(path: path, problem: "string is \(count) characters, expected \(bound)")
            }
            guard matches(text) else {
                throw ArgumentFault(path: path, problem: "'\(text)' did not match pattern '\(pattern)'")
            }
            return text
        }
    }

    static let string = string()
}

extension FieldType {
    static func list<Element>(
        of element: FieldType<Element>,
        atMost maximum: Int = .max
    ) -> FieldType where Value == [Element] {
        FieldType { value, path throws(ArgumentFault) in
            guard case .array(let elements) = value else { throw mismatch("list", value, path) }
            guard elements.count <= maximum else {
                throw ArgumentFault(
                    path: path,
                    problem: "list has \(elements.count) items, expected at most \(maximum)"
                )
            }
            var result: [Element] = []
            for (index, item) in elements.enumerated() {
                result.append(try element.read(item, "\(path)[\(index)]"))
            }
            return result
        }
    }

    /// A struct: `read` takes its fields, any field it leaves over is unknown.
    static func structure(
        _ read: @escaping @Sendable (inout ObjectReader) throws(ArgumentFault) -> Value
    ) -> FieldType {
        FieldType { value, path throws(ArgumentFault) in
            var reader = try ObjectReader(value, path: path)
            let result = try read(&reader)
            try reader.finish()
            return result
        }
    }
}

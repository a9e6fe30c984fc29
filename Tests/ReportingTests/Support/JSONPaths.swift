import Foundation

/// The paths of all fields in a JSON value.
enum JSONPaths {
    static func of(_ value: Any, at path: String = "") -> Set<String> {
        if let object = value as? [String: Any] {
            return object.reduce(into: []) { paths, member in
                let name = path.isEmpty ? member.key : "\(path).\(member.key)"
                paths.insert(name)
                paths.formUnion(of(member.value, at: name))
            }
        }
        guard let list = value as? [Any] else { return [] }
        return list.reduce(into: []) { $0.formUnion(of($1, at: "\(path)[]")) }
    }
}

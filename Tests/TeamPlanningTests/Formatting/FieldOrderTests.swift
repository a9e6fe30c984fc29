import Foundation
import Testing

@testable import TeamPlanning

/// Formatting knows every field that the schemas know, and no other.
struct FieldOrderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let schema: String
        let path: [String]
        let order: FieldOrder

        var testDescription: String { ([schema] + path).joined(separator: "/") }
    }

    private static func part(_ kind: ManifestKind, _ path: String...) -> FieldOrder {
        path.reduce(.manifest(kind, isMapped: false)) { $0.inner[$1] ?? FieldOrder([]) }
    }

    static let cases: [Case] =
        ManifestKind.allCases.map {
            Case(schema: $0.rawValue.lowercased(), path: [], order: .manifest($0, isMapped: false))
        } + [
            Case(schema: "users", path: ["$defs", "user"], order: part(.users, "users")),
            Case(schema: "groups", path: ["$defs", "group"], order: part(.groups, "groups")),
            Case(schema: "mapping", path: ["properties", "users"], order: part(.mapping, "users")),
            Case(schema: "mapping", path: ["properties", "groups"], order: part(.mapping, "groups")),
            Case(schema: "mapping", path: ["$defs", "expression"], order: part(.mapping, "users", "email")),
            Case(schema: "policy", path: ["properties", "users"], order: part(.policy, "users")),
            Case(
                schema: "policy",
                path: ["properties", "users", "properties", "delete_options"],
                order: part(.policy, "users", "delete_options")
            ),
            Case(schema: "policy", path: ["properties", "groups"], order: part(.policy, "groups")),
            Case(schema: "policy", path: ["properties", "ownership"], order: part(.policy, "ownership")),
            Case(schema: "policy", path: ["properties", "protect"], order: part(.policy, "protect")),
            Case(schema: "policy", path: ["properties", "limits"], order: part(.policy, "limits")),
            Case(schema: "policy", path: ["$defs", "filter"], order: part(.policy, "users", "scope")),
            Case(
                schema: "connection",
                path: ["properties", "authentication"],
                order: part(.connection, "authentication")
            ),
            Case(
                schema: "connection",
                path: ["$defs", "secret"],
                order: part(.connection, "authentication", "client_id")
            ),
        ]

    @Test(arguments: cases)
    func knowsTheFieldsOfTheSchema(_ example: Case) throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = package.appending(path: "schemas/\(example.schema).schema.json")
        var findings: [Finding] = []
        let document = JSONDocument.read([UInt8](try Data(contentsOf: file)), file: "", into: &findings)
        let node = try #require(example.path.reduce(document?.root) { $0?[$1] })
        let fields = try #require(node["properties"]?.object?.map(\.key))
        #expect(example.order.names.sorted() == fields.sorted())
        #expect(Set(example.order.names).count == example.order.names.count)
    }
}

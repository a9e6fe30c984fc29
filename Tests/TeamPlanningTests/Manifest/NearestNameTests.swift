import Testing

@testable import TeamPlanning

struct NearestNameTests {
    private static let names = ["email", "given_name", "surname", "status", "role", "groups", "external_id", "id"]

    @Test(arguments: [
        ("emial", "email"), ("mail", "email"), ("Email", "email"), ("givenName", "given_name"),
        ("given-name", "given_name"),
        ("surnme", "surname"), ("statsu", "status"), ("group", "groups"), ("externalId", "external_id"),
        ("rôle", "role"),
    ])
    func findsTheNearest(written: String, nearest: String) {
        #expect(nearestName(to: written, among: Self.names) == nearest)
    }

    @Test(arguments: ["", "department", "enabled", "x", "manager", String(repeating: "email", count: 1000)])
    func staysSilentWhenNothingIsClose(written: String) {
        #expect(nearestName(to: written, among: Self.names) == nil)
    }
}

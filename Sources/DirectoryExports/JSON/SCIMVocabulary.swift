import TeamPlanning

/// SCIM Users and Groups (RFC 7643 §4), in ListResponses, in a list, or alone.
struct SCIMVocabulary: ResourceVocabulary {
    let name = "SCIM"
    private let users: [KeptField]
    private let groups: [KeptField]

    private static let enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

    init(_ options: ConversionOptions) {
        let users = [
            KeptField("id"), KeptField("externalId"), KeptField("userName"),
            KeptField("name", ["givenName", "familyName"]), KeptField("displayName"),
            KeptField("emails", ["value", "type", "primary"]), KeptField("active"), KeptField("userType"),
            KeptField("title"),
            KeptField(Self.enterprise, ["employeeNumber", "department", "division", "organization", "costCenter"]),
        ]
        let groups = [
            KeptField("id"), KeptField("externalId"), KeptField("displayName"),
            KeptField("members", ["value", "type"]),
        ]
        self.users = users + options.furtherFields(besides: users)
        self.groups = groups + options.furtherFields(besides: groups)
    }

    let sources: SourceTable = {
        var table = SourceTable([
            .email: ["emails.value", "userName"],
            .externalID: ["\(enterprise):employeeNumber", "externalId", "id"],
            .givenName: ["name.givenName"], .surname: ["name.familyName"], .status: ["active"],
            .groupName: ["displayName"], .groupID: ["id", "externalId"], .members: ["members.value"],
        ])
        let id = FieldPath("id")
        table.reference = id
        table.userOrder = [FieldPath("userName"), id]
        table.groupOrder = [FieldPath("displayName"), id]
        table.memberships = [.init(group: FieldPath("members.value"), user: id)]
        return table
    }()

    func lists(of page: JSONNode) -> [(key: String, items: [JSONNode])]? {
        if let resources = page["Resources"] { return resources.array.map { [("Resources", $0)] } }
        return page["totalResults"] == nil ? nil : []
    }

    func total(of page: JSONNode) -> Int? { page["totalResults"]?.integer }

    /// SCIM's pages say only how many resources there are.
    func hasNext(_ page: JSONNode) -> Bool { false }

    func kind(of resource: JSONNode, in list: String) -> RowKind? {
        let types =
            (resource["schemas"]?.array ?? []).compactMap(\.string) + [resource["meta"]?["resourceType"]?.string ?? ""]
        if types.contains(where: { $0.hasSuffix(":User") || $0 == "User" }) { return .users }
        if types.contains(where: { $0.hasSuffix(":Group") || $0 == "Group" }) { return .groups }
        if resource["userName"] != nil { return .users }
        return resource["displayName"] != nil ? .groups : nil
    }

    func fields(of resource: JSONNode, _ kind: RowKind) -> [JSONMember] {
        let fields = (kind == .users ? users : groups).compactMap { $0.member(of: resource) }
        return fields.map { field in
            switch field.key {
            case "emails": JSONMember(key: field.key, keyOffset: 0, node: field.node.withPrimaryFirst)
            case "members": JSONMember(key: field.key, keyOffset: 0, node: field.node.sortedByValue)
            default: field
            }
        }
    }
}

extension JSONNode {
    /// A list of SCIM's values with the primary one first; the order of the others stays.
    fileprivate var withPrimaryFirst: JSONNode {
        guard let items = array else { return self }
        let isPrimary = { (item: JSONNode) in item["primary"]?.bool == true }
        return JSONNode(.array(items.filter(isPrimary) + items.filter { !isPrimary($0) }), offset: offset)
    }

    /// A list of SCIM's values in the order of their values, each of them once.
    fileprivate var sortedByValue: JSONNode {
        guard let items = array else { return self }
        var seen: Set<String> = []
        let sorted = items.map { ($0["value"]?.string ?? "", $0) }.sorted { $0.0 < $1.0 }
        return JSONNode(.array(sorted.filter { seen.insert($0.0).inserted }.map(\.1)), offset: offset)
    }
}

import TeamPlanning

/// The answers of PingOne's `GET /environments/{id}/users` and `/groups`: pages with `_embedded` resources.
struct PingOneVocabulary: ResourceVocabulary {
    let name = "PingOne"
    private let users: [KeptField]
    private let groups: [KeptField]

    init(_ options: ConversionOptions) {
        let users = [
            KeptField("id"), KeptField("externalId"), KeptField("employeeId"), KeptField("username"),
            KeptField("email"),
            KeptField("name", ["given", "family"]), KeptField("enabled"), KeptField("population", ["id", "name"]),
            KeptField("type"), KeptField("title"), KeptField("memberOfGroupNames"), KeptField("memberOfGroupIDs"),
        ]
        let groups = [
            KeptField("id"), KeptField("externalId"), KeptField("name"), KeptField("population", ["id", "name"]),
            KeptField("members", ["id"]),
        ]
        self.users = users + options.furtherFields(besides: users)
        self.groups = groups + options.furtherFields(besides: groups)
    }

    let sources: SourceTable = {
        var table = SourceTable([
            .email: ["email", "username"], .externalID: ["employeeId", "externalId", "id"],
            .givenName: ["name.given"], .surname: ["name.family"], .status: ["enabled"],
            .groups: ["memberOfGroupIDs", "memberOfGroupNames"],
            .groupName: ["name"], .groupID: ["id"], .members: ["members.id"],
        ])
        let id = FieldPath("id")
        table.reference = id
        table.userOrder = [FieldPath("username"), FieldPath("email"), id]
        table.groupOrder = [FieldPath("name"), id]
        table.memberships = [.init(group: FieldPath("members.id"), user: id)]
        return table
    }()

    func lists(of page: JSONNode) -> [(key: String, items: [JSONNode])]? {
        page["_embedded"]?.object.map { members in
            members.compactMap { member in member.node.array.map { (member.key, $0) } }
        }
    }

    func total(of page: JSONNode) -> Int? { page["count"]?.integer }

    func hasNext(_ page: JSONNode) -> Bool { page["_links"]?["next"].map { !$0.isNull } ?? false }

    func kind(of resource: JSONNode, in list: String) -> RowKind? {
        if !list.isEmpty { return RowKind(rawValue: list) }
        if resource["username"] != nil || resource["email"] != nil { return .users }
        return resource["name"]?.string != nil ? .groups : nil
    }

    func fields(of resource: JSONNode, _ kind: RowKind) -> [JSONMember] {
        (kind == .users ? users : groups).compactMap { $0.member(of: resource) }.map { field in
            guard field.key.hasPrefix("memberOf"), let items = field.node.array else { return field }
            return JSONMember(key: field.key, .texts(Set(items.compactMap(\.string)).sorted()))
        }
    }
}

/// The order in which an object's fields stand in a formatted manifest, and that of the objects in it.
struct FieldOrder: Sendable {
    /// The fields in their order. Others follow, in the order in which they were written.
    let names: [String]
    /// The order inside of a field's value: of the object, or of each object in the list.
    let inner: [String: FieldOrder]

    init(_ names: [String], _ inner: [String: FieldOrder] = [:]) {
        self.names = names
        self.inner = inner
    }

    /// Brings the fields of an object, or of all objects of a list, into the order.
    func sorted(_ node: JSONNode) -> JSONNode {
        switch node.value {
        case .object(let members):
            let ranks = Dictionary(zip(names, names.indices)) { first, _ in first }
            let ordered = members.enumerated().sorted { left, right in
                let (first, second) = (ranks[left.element.key] ?? .max, ranks[right.element.key] ?? .max)
                return (first, left.offset) < (second, right.offset)
            }
            return JSONNode(.object(ordered.map { sorted($0.element) }), offset: node.offset)
        case .array(let items):
            return JSONNode(.array(items.map(sorted)), offset: node.offset)
        default: return node
        }
    }

    private func sorted(_ member: JSONMember) -> JSONMember {
        guard let order = inner[member.key] else { return member }
        return JSONMember(key: member.key, keyOffset: member.keyOffset, node: order.sorted(member.node))
    }
}

extension FieldOrder {
    /// The order of a manifest's fields. Records behind a mapping have their own vocabulary, and keep their order.
    static func manifest(_ kind: ManifestKind, isMapped: Bool) -> FieldOrder {
        let head = ["$schema", "apiVersion", "kind", "description"]
        switch kind {
        case .connection: return FieldOrder(head + connection.names, connection.inner)
        case .policy: return FieldOrder(head + policy.names, policy.inner)
        case .mapping: return FieldOrder(head + mapping.names, mapping.inner)
        case .users: return FieldOrder(head + ["mapping", "users"], isMapped ? [:] : ["users": user])
        case .groups: return FieldOrder(head + ["mapping", "groups"], isMapped ? [:] : ["groups": group])
        }
    }

    static let user = FieldOrder([
        "description", "email", "given_name", "surname", "status", "role", "external_id", "persistent_id",
        "previous_emails", "groups", "send_welcome_email", "wipe_data", "is_directory_restricted", "lifecycle",
    ])

    static let group = FieldOrder([
        "description", "name", "id", "previous_names", "management", "membership", "members", "owners",
        "members_where", "lifecycle",
    ])

    private static let secret = FieldOrder(["description", "env", "file"])

    private static let connection = FieldOrder(
        ["name", "enabled", "service_uri", "authentication", "team_id"],
        [
            "authentication": FieldOrder(
                [
                    "description", "method", "grant_type", "token_endpoint", "client_id", "client_secret",
                    "refresh_token",
                ],
                ["client_id": secret, "client_secret": secret, "refresh_token": secret]
            )
        ]
    )

    private static let scope = FieldOrder(["description", "filter"])

    private static let policy = FieldOrder(
        ["users", "groups", "ownership", "protect", "limits", "licences"],
        [
            "users": FieldOrder(
                [
                    "description", "create", "update", "disable", "deprovision", "remove_action", "delete_after_days",
                    "provision_disabled", "deprovision_on_rule_deletion", "scope", "delete_options",
                ],
                [
                    "scope": scope,
                    "delete_options": FieldOrder([
                        "description", "keep_account", "retain_team_shares", "permanently_delete_files",
                        "transfer_dest", "transfer_admin",
                    ]),
                ]
            ),
            "groups": FieldOrder(
                [
                    "description", "create", "rename", "update_members", "delete", "scope", "adopt",
                    "mark_existing", "manage_user_managed",
                ],
                ["scope": scope]
            ),
            "ownership": FieldOrder(["description", "marker", "take_over"]),
            "protect": FieldOrder(["description", "users", "groups"]),
            "limits": FieldOrder([
                "description", "group_deletions", "user_removals", "user_suspensions", "membership_removals",
            ]),
        ]
    )

    private static let mapping = FieldOrder(
        ["name", "filter", "users", "groups"],
        [
            "users": mapped(UserAttribute.self, first: "id"),
            "groups": mapped(GroupAttribute.self, first: "id"),
        ]
    )

    private static func mapped<Attribute: MappedAttribute>(_: Attribute.Type, first: String) -> FieldOrder {
        let attributes = Attribute.allCases.map(\.rawValue)
        let expression = FieldOrder(["description", "from", "value", "template", "transform", "cases", "default"])
        return FieldOrder(
            ["description", "filter", first] + attributes.filter { $0 != first },
            Dictionary(uniqueKeysWithValues: attributes.map { ($0, expression) })
        )
    }
}

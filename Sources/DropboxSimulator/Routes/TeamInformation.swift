/// `team/features/get_values`: which features are asked for.
enum FeatureNames {
    static let argument = FieldType<[String]>.structure { reader throws(ArgumentFault) in
        try reader.required("features", .list(of: .tag(known)))
    }

    private static let known = Dictionary(
        uniqueKeysWithValues: [
            "upload_api_rate_limit", "has_team_shared_dropbox", "has_team_file_events", "has_team_selective_sync",
            "has_distinct_member_homes",
        ].map { ($0, $0) }
    )
}

extension SimulatedTeam {
    /// `team/get_info`
    func getInfo() -> JSONValue {
        let suspended = members.all.count { $0.status == .suspended }
        return [
            "name": .string(facts.name),
            "team_id": .string(facts.id),
            "num_licensed_users": .integer(facts.licensedUsers),
            "num_provisioned_users": .integer(members.liveCount - suspended),
            "num_used_licenses": .integer(members.liveCount),
            "policies": Self.policies,
        ]
    }

    /// `team/features/get_values`
    func featureValues(_ features: [String]) throws(RouteFault) -> JSONValue {
        guard !features.isEmpty else { throw RouteFault("empty_features_list") }
        let values = features.map { feature -> JSONValue in
            switch feature {
            case "upload_api_rate_limit": .tag(feature, .tag("unlimited"))
            case "has_team_file_events": .tag(feature, .tag("enabled", true))
            default: .tag(feature, .tag(feature, false))
            }
        }
        return ["values": .array(values)]
    }

    /// `team/token/get_authenticated_admin`
    func authenticatedAdmin() throws(RouteFault) -> JSONValue {
        guard let position = actingAdmin else { throw RouteFault("mapping_not_found") }
        guard members[position].status == .active else { throw RouteFault("admin_not_active") }
        return ["admin_profile": teamMemberProfile(position)]
    }

    private static let policies: JSONValue = [
        "sharing": [
            "shared_folder_member_policy": .tag("team"),
            "shared_folder_join_policy": .tag("from_anyone"),
            "shared_link_create_policy": .tag("team_only"),
            "group_creation_policy": .tag("admins_only"),
            "shared_folder_link_restriction_policy": .tag("members"),
            "enforce_link_password_policy": .tag("optional"),
            "default_link_expiration_days_policy": .tag("none"),
            "shared_link_default_permissions_policy": .tag("default"),
        ],
        "emm_state": .tag("disabled"),
        "office_addin": .tag("disabled"),
        "suggest_members_policy": .tag("enabled"),
        "top_level_content_policy": .tag("admin_only"),
    ]
}

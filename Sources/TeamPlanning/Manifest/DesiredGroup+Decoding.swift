extension DesiredGroup {
    /// Reads one record of a Groups manifest without mapping; `nil` when it has no usable name.
    init?(reading reader: inout ObjectReader) {
        let name = reader.requiredText("name", .groupName)
        let place = reader.location
        if let name { reader.resource = "group:\(name.value)" }
        var group = DesiredGroup(name: name ?? Located("", at: place), location: place)
        group.id = reader.located("id", .nonEmpty)
        group.previousNames = reader.texts("previous_names", .nonEmpty, sameWhen: caseFolded)?.map(\.value) ?? []
        group.lifecycle = reader.choice("lifecycle") ?? .managed
        group.membership = reader.choice("membership") ?? .exact
        group.management = reader.choice("management")
        group.members = reader.texts("members", .email, sameWhen: caseFolded)
        group.membersWhere = reader.located("members_where", .nonEmpty)
        group.readOwners(&reader)
        if group.membersWhere != nil, let filter = reader.value("members_where") {
            reader.reportNotSupported("\(reader.fieldPath("members_where")) holds a filter", at: filter)
        }
        guard name != nil else { return nil }
        self = group
    }

    /// Owners are a thing of user-managed groups: Dropbox answers `user_cannot_be_manager_of_company_managed_group`.
    private mutating func readOwners(_ reader: inout ObjectReader) {
        owners = reader.texts("owners", .email, sameWhen: caseFolded)
        guard let node = reader.value("owners"), node.array?.isEmpty == false, management != .userManaged else {
            return
        }
        reader.report(
            .conflictingFields,
            "\(reader.fieldPath("owners")) names owners, but the group is not declared user_managed.",
            remedy: "Add \"management\": \"user_managed\", or move the owners to \"members\".",
            at: node
        )
    }
}

extension ObjectReader {
    /// Adds the one finding for a feature of the contract that this version does not have yet.
    mutating func reportNotSupported(_ what: String, at node: JSONNode) {
        report(
            .notSupported,
            "\(what), which this version of roster does not support yet.",
            remedy: "Write users and groups with Dropbox's own attribute names, without mapping and filters.",
            at: node
        )
    }
}

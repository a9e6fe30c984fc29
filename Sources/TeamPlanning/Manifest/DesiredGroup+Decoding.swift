extension DesiredGroup {
    /// Reads one record of a Groups manifest without mapping; `nil` when it has no usable name.
    ///
    /// `people` is what members and owners have to look like.
    init?(reading reader: inout ObjectReader, people: TextRule) {
        let name = reader.requiredText("name", .groupName)
        let place = reader.location
        if let name { reader.resource = "group:\(name.value)" }
        var group = DesiredGroup(name: name ?? Located("", at: place), location: place)
        group.id = reader.located("id", .nonEmpty)
        group.previousNames = reader.texts("previous_names", .nonEmpty, sameWhen: foldedName)?.map(\.value) ?? []
        group.lifecycle = reader.choice("lifecycle") ?? .managed
        group.membership = reader.choice("membership") ?? .exact
        group.management = reader.choice("management")
        group.members = reader.names("members", people)
        group.membersWhere = reader.filter("members_where")
        group.readOwners(&reader, people)
        guard name != nil else { return nil }
        self = group
    }

    /// Owners are a thing of user-managed groups: Dropbox answers `user_cannot_be_manager_of_company_managed_group`.
    private mutating func readOwners(_ reader: inout ObjectReader, _ people: TextRule) {
        owners = reader.names("owners", people)
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

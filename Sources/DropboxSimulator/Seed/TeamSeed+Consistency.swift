extension TeamSeed {
    /// Checks what no single field shows: IDs, emails and names held once, memberships of live members only.
    func checkConsistency() throws(SeedError) {
        try checkMembers()
        try checkGroups()
        let emails = Set(members.map { $0.email.lowercased() })
        guard members.isEmpty || emails.contains(actingAdmin.lowercased()) else {
            throw SeedError(
                code: .unknownMember,
                place: "acting_admin",
                problem: "no member has the email '\(actingAdmin)'"
            )
        }
    }

    private func checkMembers() throws(SeedError) {
        var ids = UniqueValues(code: .duplicateID, noun: "team_member_id")
        var emails = UniqueValues(code: .duplicateEmail, noun: "email")
        var externalIDs = UniqueValues(code: .duplicateExternalID, noun: "external_id")
        for (index, member) in members.enumerated() {
            let place = "members[\(index)]"
            try ids.insert(member.id, place)
            guard member.holdsIdentity else { continue }
            for email in [member.email] + member.secondaryEmails { try emails.insert(email.lowercased(), place) }
            if let externalID = member.externalID { try externalIDs.insert(externalID, place) }
        }
    }

    private func checkGroups() throws(SeedError) {
        var ids = UniqueValues(code: .duplicateID, noun: "group_id")
        var externalIDs = UniqueValues(code: .duplicateExternalID, noun: "external_id")
        var systemManaged = UniqueValues(code: .duplicateID, noun: "management")
        let live = Set(members.lazy.filter(\.isLive).map { $0.email.lowercased() })
        for (index, group) in groups.enumerated() {
            let place = "groups[\(index)]"
            try ids.insert(group.id, place)
            if let externalID = group.externalID { try externalIDs.insert(externalID, place) }
            if group.management == .systemManaged { try systemManaged.insert(group.management.rawValue, place) }
            try checkMemberships(of: group, place: place, live: live)
        }
    }

    private func checkMemberships(of group: Group, place: String, live: Set<String>) throws(SeedError) {
        var emails = UniqueValues(code: .duplicateMembership, noun: "email")
        for (index, membership) in group.members.enumerated() {
            let place = "\(place).members[\(index)]"
            let email = membership.email.lowercased()
            try emails.insert(email, place)
            guard live.contains(email) else {
                throw SeedError(
                    code: .unknownMember,
                    place: place,
                    problem: "no active, invited or suspended member has the email '\(membership.email)'"
                )
            }
            guard membership.access == .member || group.management != .companyManaged else {
                throw SeedError(
                    code: .invalidField,
                    place: place,
                    problem: "a company_managed group has no owners"
                )
            }
        }
    }
}

/// Values that may be there once.
private struct UniqueValues {
    let code: SeedError.Code
    let noun: String
    private var seen: Set<String> = []

    init(code: SeedError.Code, noun: String) {
        self.code = code
        self.noun = noun
    }

    mutating func insert(_ value: String, _ place: String) throws(SeedError) {
        guard seen.insert(value).inserted else {
            throw SeedError(code: code, place: place, problem: "the \(noun) '\(value)' is there twice")
        }
    }
}

extension TeamSeed {
    /// A small plausible team with every status, every role and both kinds of groups, to try things out on.
    public static func sample() -> TeamSeed {
        TeamSeed(
            team: Team(id: "dbtid:AAAAsample", name: "Acme", licensedUsers: 20),
            actingAdmin: "ada.admin@acme.example",
            members: sampleMembers,
            groups: sampleGroups
        )
    }

    private static let sampleMembers: [Member] = [
        sampleMember(1, "ada.admin@acme.example", "Ada", "Admin", role: .teamAdmin),
        sampleMember(2, "bert.backup@acme.example", "Bert", "Backup", role: .teamAdmin),
        sampleMember(3, "cleo.help@acme.example", "Cleo", "Help", role: .supportAdmin),
        sampleMember(4, "dora.desk@acme.example", "Dora", "Desk", role: .userManagementAdmin),
        sampleMember(5, "jsmith@acme.example", "Janet", "Smith", externalID: "roster:default/1005"),
        sampleMember(6, "kwame.mensah@acme.example", "Kwame", "Mensah", externalID: "roster:default/1006"),
        sampleMember(7, "lin.chen@acme.example", "Lin", "Chen", externalID: "roster:default/1007"),
        sampleMember(8, "maria.rossi@acme.example", "Maria", "Rossi"),
        sampleMember(9, "noor.aziz@acme.example", "Noor", "Aziz"),
        sampleMember(10, "olga.ivanova@acme.example", "Olga", "Ivanova", status: .invited),
        sampleMember(11, "pete.stone@acme.example", "Pete", "Stone", status: .suspended),
        sampleMember(12, "quinn.lee@acme.example", "Quinn", "Lee", status: .removed),
    ]

    private static let sampleGroups: [Group] = [
        sampleGroup(
            1,
            "Accounting",
            externalID: "roster:default/accounting",
            members: ["jsmith@acme.example", "kwame.mensah@acme.example"]
        ),
        sampleGroup(
            2,
            "Engineering",
            externalID: "roster:default/engineering",
            members: ["lin.chen@acme.example", "maria.rossi@acme.example", "pete.stone@acme.example"]
        ),
        sampleGroup(3, "Sales", members: ["noor.aziz@acme.example", "olga.ivanova@acme.example"]),
        sampleGroup(4, "Directory Sync", externalID: "ADSYNC S-1-5-21-1004", members: ["ada.admin@acme.example"]),
        Group(
            id: "g:sample0005",
            name: "Book Club",
            management: .userManaged,
            members: [
                Membership(email: "maria.rossi@acme.example", access: .owner),
                Membership(email: "jsmith@acme.example"),
            ]
        ),
        sampleGroup(6, "Old Projects", externalID: "roster:default/old-projects", members: []),
    ]

    private static func sampleMember(
        _ number: Int,
        _ email: String,
        _ givenName: String,
        _ surname: String,
        status: Status = .active,
        role: Role = .memberOnly,
        externalID: String? = nil
    ) -> Member {
        Member(
            id: "dbmid:sample" + padded(number),
            email: email,
            givenName: givenName,
            surname: surname,
            status: status,
            role: role,
            externalID: externalID,
            invitedOn: status == .invited ? "2026-10-01T09:00:00Z" : nil,
            joinedOn: status == .invited ? nil : "2025-02-03T08:30:00Z",
            suspendedOn: status == .suspended ? "2026-09-15T16:00:00Z" : nil,
            isRecoverable: status == .removed
        )
    }

    private static func sampleGroup(_ number: Int, _ name: String, externalID: String? = nil, members: [String])
        -> Group
    {
        Group(
            id: "g:sample" + padded(number),
            name: name,
            externalID: externalID,
            members: members.map { Membership(email: $0) }
        )
    }

    private static func padded(_ number: Int) -> String {
        String(repeating: "0", count: 4 - String(number).count) + String(number)
    }
}

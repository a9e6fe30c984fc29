extension TeamSeed {
    /// The team that `--simulate` starts from: Acme some weeks behind the reference workspace, so that a plan has one of
    /// everything: a person to invite, to recover, to rename, to suspend and to remove, a group to rename, to create and
    /// to delete, a group of another system and one of its owners that stay as they are.
    public static func sample() -> TeamSeed {
        TeamSeed(
            team: Team(id: "dbtid:AAAAacme", name: "Acme", licensedUsers: 20),
            actingAdmin: "admin@acme.example",
            members: sampleStaff + sampleLeavers,
            groups: sampleGroups
        )
    }

    private static let sampleStaff: [Member] = [
        sampleMember(1, "admin", "Acme", "Admin", role: .teamAdmin),
        sampleMember(2, "priya.raman", "Priya", "Raman", role: .teamAdmin, employee: 1001),
        sampleMember(3, "tom.okafor", "Tom", "Okafor", role: .supportAdmin, employee: 1002),
        sampleMember(4, "hanna.lindqvist", "Hanna", "Lindqvist", role: .userManagementAdmin),
        sampleMember(5, "jonas.mueller", "Jonas", "Mueller", employee: 1010),
        sampleMember(6, "aiko.tanaka", "Aiko", "Tanaka", employee: 1011),
        sampleMember(7, "diego.fernandez", "Diego", "Fernandez", status: .suspended, employee: 1012),
        sampleMember(8, "ruth.cohen", "Ruth", "Cohen", employee: 1013),
        sampleMember(9, "janet.jones", "Janet", "Jones", employee: 1020),
        sampleMember(10, "mary.obrien", "Mary", "O'Brien", status: .invited, employee: 1022),
        sampleMember(11, "noor.aziz", "Noor", "Aziz"),
        sampleMember(15, "ines.moreau", "Inès", "Moreau", externalID: "roster:directory/emp-2001"),
    ]

    private static let sampleLeavers: [Member] = [
        Member(
            id: "dbmid:AAAAacme0012",
            email: "luca.bianchi@acme.example",
            givenName: "Luca",
            surname: "Bianchi",
            status: .removed,
            externalID: "roster:default/emp-1021",
            joinedOn: "2025-02-03T08:30:00Z",
            isRecoverable: true,
            formerGroups: [
                FormerGroup(groupID: "g:acme0002", access: .member),
                FormerGroup(groupID: "g:acme0001", access: .member),
            ]
        ),
        sampleMember(13, "oscar.lindgren", "Oscar", "Lindgren", employee: 1030),
        sampleMember(14, "wanda.kowalska", "Wanda", "Kowalska", status: .suspended, employee: 1031),
    ]

    private static let sampleGroups: [Group] = [
        sampleGroup(
            1,
            "Engineering",
            externalID: "roster:default/grp-engineering",
            members: ["jonas.mueller", "diego.fernandez", "ruth.cohen", "hanna.lindqvist", "oscar.lindgren"]
        ),
        sampleGroup(
            2,
            "Accounting",
            externalID: "roster:default/grp-finance",
            members: ["janet.jones", "mary.obrien", "oscar.lindgren"]
        ),
        sampleGroup(3, "Executives", members: ["janet.jones", "mary.obrien"]),
        sampleGroup(
            4,
            "Office Berlin",
            externalID: "roster:default/grp-office-berlin",
            members: ["jonas.mueller", "noor.aziz"]
        ),
        sampleGroup(
            5,
            "Project Falcon",
            externalID: "roster:default/Project Falcon",
            members: ["aiko.tanaka", "diego.fernandez", "noor.aziz", "tom.okafor"]
        ),
        sampleGroup(
            8,
            "Sales",
            externalID: "roster:directory/5f0c7a52-3b1e-4d0a-9a57-0d6f4be2c9a1",
            members: ["ines.moreau"]
        ),
        sampleGroup(6, "Directory Sync", externalID: "ADSYNC S-1-5-21-1004", members: ["admin"]),
        Group(
            id: "g:acme0007",
            name: "Book Club",
            management: .userManaged,
            members: [
                Membership(email: "noor.aziz@acme.example", access: .owner),
                Membership(email: "aiko.tanaka@acme.example"),
            ]
        ),
    ]

    private static func sampleMember(
        _ number: Int,
        _ name: String,
        _ givenName: String,
        _ surname: String,
        status: Status = .active,
        role: Role = .memberOnly,
        employee: Int? = nil,
        externalID: String? = nil
    ) -> Member {
        Member(
            id: "dbmid:AAAAacme" + padded(number),
            email: name + "@acme.example",
            givenName: givenName,
            surname: surname,
            status: status,
            role: role,
            externalID: externalID ?? employee.map { "roster:default/emp-\($0)" },
            invitedOn: status == .invited ? "2026-10-01T09:00:00Z" : nil,
            joinedOn: status == .invited ? nil : "2025-02-03T08:30:00Z",
            suspendedOn: status == .suspended ? "2026-09-15T16:00:00Z" : nil
        )
    }

    private static func sampleGroup(_ number: Int, _ name: String, externalID: String? = nil, members: [String])
        -> Group
    {
        Group(
            id: "g:acme" + padded(number),
            name: name,
            externalID: externalID,
            members: members.map { Membership(email: $0 + "@acme.example") }
        )
    }

    private static func padded(_ number: Int) -> String {
        String(repeating: "0", count: 4 - String(number).count) + String(number)
    }
}

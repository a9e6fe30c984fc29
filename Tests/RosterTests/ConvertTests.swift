import Foundation
import Testing

@testable import roster

/// `roster convert`: exports of directories as manifests.
@Suite("Convert")
struct ConvertTests {
    private static let people = """
        dn: uid=jane,dc=acme
        objectClass: person
        mail: jane@acme.example
        sn: Smith
        employeeNumber: 17
        departmentNumber: 4
        businessCategory: dbx

        """
    private static let group = """
        dn: cn=sales,dc=acme
        objectClass: groupOfNames
        cn: Sales
        entryUUID: 5f0c7a52-3b1e-4d0a-9a57-0d6f4be2c9a1
        member: uid=jane,dc=acme

        """

    private static func mapping(_ users: String, _ more: String = "") -> String {
        """
        {"apiVersion":"roster/v1","kind":"Mapping","name":"directory","users":{\(users)}\(more)}
        """
    }

    @Test("standard input becomes manifests that validate; the second time nothing changes")
    func writes() async throws {
        try await TemporaryFolder.with { folder in
            let input = Array((Self.people + "\n" + Self.group).utf8)
            let run = await roster(["convert", "ldif", "-"], in: folder, input: input)
            #expect((run.status, run.error) == (.done, ""))
            #expect(
                run.output == """
                    wrote     manifests/directory/mapping.json (the mapping directory)
                    wrote     manifests/directory/users.json (1 user)
                    wrote     manifests/directory/groups.json (1 group)

                    """
            )
            #expect(await roster(["validate"], in: folder).status == .done)
            let again = await roster(["convert", "ldif", "-"], in: folder, input: input)
            #expect(again.output.contains("kept      manifests/directory/mapping.json"))
            #expect(again.output.contains("unchanged manifests/directory/users.json"))
        }
    }

    @Test("faults are shown with file and line, all of them, and nothing is written")
    func faults() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.people + "\nmail: x\n", to: "people.ldif")
            try folder.write("dn: cn=g\nchangetype: add\n", to: "groups.ldif")
            let run = await roster(["convert", "ldif", "people.ldif", "groups.ldif"], in: folder)
            #expect((run.status, run.output) == (.failed, ""))
            #expect(run.error.contains("people.ldif:9:1: error:"))
            #expect(run.error.contains("groups.ldif:2:1: error:"))
            #expect(run.error.contains("Invalid: 2 errors in 2 files."))
            #expect(!folder.exists("manifests"))
        }
    }

    @Test("a mapping is kept wherever it stands, and the attributes that it names are in the records")
    func keepsMapping() async throws {
        try await TemporaryFolder.with { folder in
            let users = """
                "email":{"from":"mail"},"filter":"businessCategory eq \\"dbx user\\" or not (sn eq \\"x\\")"
                """
            let text = Self.mapping(users)
            try folder.write(text, to: "manifests/rules/ours.json")
            let run = await roster(["convert", "ldif", "-"], in: folder, input: Array(Self.people.utf8))
            #expect((run.status, run.error) == (.done, ""))
            #expect(try folder.read("manifests/rules/ours.json") == text)
            #expect(!folder.exists("manifests/directory/mapping.json"))
            #expect(try folder.read("manifests/directory/users.json").contains("\"businessCategory\": \"dbx\""))
        }
    }

    @Test("a mapping that says nothing of what the export holds is refused before anything is written")
    func silentMapping() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.mapping("\"email\":{\"from\":\"mail\"}"), to: "manifests/mapping.json")
            let input = Array((Self.people + "\n" + Self.group).utf8)
            let run = await roster(["convert", "ldif", "-"], in: folder, input: input)
            #expect(run.status == .failed)
            #expect(run.error.contains("says nothing of groups"))
            #expect(!folder.exists("manifests/directory"))
        }
    }

    @Test("files that people wrote are not replaced", arguments: ["users.json", "mapping.json"])
    func foreignFiles(name: String) async throws {
        try await TemporaryFolder.with { folder in
            let text = "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\"users\":[{\"email\":\"a@x.com\"}]}"
            try folder.write(text, to: "manifests/directory/\(name)")
            let run = await roster(["convert", "ldif", "-"], in: folder, input: Array(Self.people.utf8))
            #expect(run.status == .failed)
            #expect(run.error.contains(name))
            #expect(try folder.read("manifests/directory/\(name)") == text)
            #expect(try folder.entries(of: "manifests/directory") == [name])
        }
    }

    @Test("what the export does not hold stays as it is")
    func keepsOthers() async throws {
        try await TemporaryFolder.with { folder in
            let both = Array((Self.people + "\n" + Self.group).utf8)
            #expect(await roster(["convert", "ldif", "-"], in: folder, input: both).status == .done)
            let groups = try folder.read("manifests/directory/groups.json")
            let run = await roster(["convert", "ldif", "-"], in: folder, input: Array(Self.people.utf8))
            #expect(run.output.contains("kept      manifests/directory/groups.json (no groups in the export)"))
            #expect(try folder.read("manifests/directory/groups.json") == groups)
        }
    }

    @Test("--dry-run shows a difference and writes nothing")
    func dryRun() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["convert", "ldif", "-", "--dry-run"], in: folder, input: Array(Self.people.utf8))
            #expect(run.status == .done)
            #expect(run.output.contains("+++ b/manifests/directory/users.json\n"))
            #expect(run.output.contains("+      \"mail\": \"jane@acme.example\","))
            #expect(!folder.exists("manifests"))
        }
    }

    @Test("a folder and a name of one's own")
    func elsewhere() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("Mail;Site\na@x.com;Berlin\n", to: "staff.csv")
            let arguments = [
                "convert", "csv", "staff.csv", "--delimiter", ";", "--attribute", "Site", "--name", "hr",
                "--output-dir", "out",
            ]
            let run = await roster(arguments, in: folder)
            #expect(run.status == .done)
            #expect(run.error.contains("No field is a key of all people"))
            #expect(try folder.read("out/users.json").contains("\"Site\": \"Berlin\""))
            #expect(try folder.read("out/mapping.json").contains("\"name\": \"hr\""))
        }
    }

    @Test(
        "wrong arguments are told",
        arguments: [
            (["xml", "-"], "xml"), (["ldif"], "file"), (["ldif", "-", "-"], "standard input"),
            (["ldif", "-", "--delimiter", ";"], "csv"), (["csv", "-", "--delimiter", ";;"], "delimiter"),
            (["csv", "-", "--user-class", "x"], "ldif"), (["csv", "-", "--map", "mail"], "ATTRIBUTE=FIELD"),
            (["csv", "-", "--map", "phone=x"], "phone"), (["ldif", "-", "--name", "My Directory"], "My Directory"),
            (["ldif", "-", "--attribute", "userPassword"], "userPassword is never kept"),
        ]
    )
    func usage(arguments: [String], part: String) async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["convert"] + arguments, in: folder)
            #expect(run.status == .usage)
            #expect(run.error.contains(part), "\(run.error)")
        }
    }

    @Test("a file that is not there is told")
    func missing() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["convert", "ldif", "nowhere.ldif"], in: folder)
            #expect(run.status == .failed)
            #expect(run.error.contains("nowhere.ldif"))
        }
    }
}

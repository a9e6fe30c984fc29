import TeamPlanning

@testable import DirectoryExports

/// Converts texts, each a file of one export.
func converted(
    _ format: ExportFormat,
    _ texts: [String],
    _ change: (inout ConversionOptions) -> Void = { _ in }
) -> Conversion {
    converted(format, files: texts.map { Array($0.utf8) }, change)
}

/// Converts files that arrive in pieces of at most `piece` bytes.
func converted(
    _ format: ExportFormat,
    files: [[UInt8]],
    piece: Int = 1 << 16,
    _ change: (inout ConversionOptions) -> Void = { _ in }
) -> Conversion {
    var options = ConversionOptions(mapping: "directory")
    change(&options)
    var converter = DirectoryConverter(format, options)
    for (index, bytes) in files.enumerated() {
        converter.startFile("file\(index + 1)")
        var rest = bytes[...]
        while !rest.isEmpty {
            converter.consume(rest.prefix(piece))
            rest = rest.dropFirst(piece)
        }
        converter.endFile()
    }
    return converter.finish()
}

extension Conversion {
    /// The manifests as a workspace.
    var files: [ManifestFile] {
        let all = [("mapping.json", mapping), ("users.json", users?.bytes), ("groups.json", groups?.bytes)]
        return all.compactMap { path, bytes in bytes.map { ManifestFile(path: path, bytes: $0) } }
    }

    /// What roster makes of the manifests.
    var loaded: ManifestLoad { loadManifests(files) }

    var userText: String { String(decoding: users?.bytes ?? [], as: UTF8.self) }
    var groupText: String { String(decoding: groups?.bytes ?? [], as: UTF8.self) }
    var mappingText: String { String(decoding: mapping, as: UTF8.self) }

    /// The errors as `file:line message`.
    var errors: [String] { texts(.error) }
    var warnings: [String] { texts(.warning) }

    private func texts(_ severity: Severity) -> [String] {
        findings.filter { $0.severity == severity }.map { finding in
            let place = finding.location.map { "\($0.file):\($0.line) " } ?? ""
            return place + finding.message
        }
    }
}

/// Good exports, one per format.
enum Sample {
    static let ldif = """
        version: 1

        # people
        dn: uid=jane,ou=people,dc=acme,dc=example
        objectClass: inetOrgPerson
        mail: Jane.Smith@acme.example
        givenName: Jane
        sn:: U23DrXRo
        employeeNumber: 0017
        userPassword:: e1NTSEF9YWJjZGVm
        cn: Jane a long
          name that is folded
        telephoneNumber: +1 555

        dn: uid=omar,ou=people,dc=acme,dc=example
        objectClass: inetOrgPerson
        mail: omar@acme.example
        givenName: Omar
        sn: Haddad
        employeeNumber: 0018
        nsAccountLock: TRUE

        dn: cn=sales,ou=groups,dc=acme,dc=example
        objectClass: groupOfNames
        cn: Sales
        entryUUID: 5f0c7a52-3b1e-4d0a-9a57-0d6f4be2c9a1
        member: uid=omar, ou=People, dc=acme, dc=example
        member: uid=jane,ou=people,dc=acme,dc=example

        """
    static let csv = #"""
        Email,First Name,Last Name,Employee ID,Department,Salary,Status,Groups
        jane@acme.example,Jane,"Smith, née Doe",0017,"Sales ""North""",100,Active,Sales;Berlin
        omar@acme.example,Omar,Haddad,0018,IT,90,Suspended,

        """#
    static let scim = """
        [{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":2,"Resources":[
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"u1","userName":"jane","password":"hunter2",
         "name":{"givenName":"Jane","familyName":"Smith"},"active":true,
         "emails":[{"value":"home@x.example","type":"home"},{"value":"jane@acme.example","primary":true}],
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"0017","department":"Sales"}},
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"u2","userName":"omar","active":false,
         "name":{"givenName":"Omar","familyName":"Haddad"},"emails":[{"value":"omar@acme.example"}],
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"0018"}}]},
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":1,"Resources":[
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"g1","displayName":"Sales",
         "members":[{"value":"u2","type":"User"},{"value":"u1","type":"User"},{"value":"g9","type":"Group"}]}]}]
        """
    static let pingone = """
        [{"_links":{},"count":2,"size":2,"_embedded":{"users":[
        {"id":"u1","username":"jane","email":"jane@acme.example","name":{"given":"Jane","family":"Smith"},
         "enabled":true,"population":{"id":"p1","name":"Dropbox"},"password":{"status":"OK"},"memberOfGroupIDs":["g1"]},
        {"id":"u2","username":"omar","email":"omar@acme.example","name":{"given":"Omar","family":"Haddad"},
         "enabled":false,"population":{"id":"p1","name":"Dropbox"},"memberOfGroupIDs":["g1"]}]}}]
        """

    static let all: [(format: ExportFormat, text: String)] = [
        (.ldif, ldif), (.csv, csv), (.scim, scim), (.pingone, pingone),
    ]
}

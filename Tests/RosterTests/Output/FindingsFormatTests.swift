import Testing

@testable import roster

@Suite("Formats of findings")
struct FindingsFormatTests {
    private static let manifest = #"{"apiVersion":"roster/v1","kind":"Users","users":[{"mial":"x"}]}"#

    @Test(
        "every format names the fault and its place, on stdout and in a file",
        arguments: [
            (FindingsFormat.text, "./m/users.json:1:52: error:"), (.json, "\"code\" : \"unknown-field\""),
            (.sarif, "\"uri\" : \"m/users.json\""), (.github, "file=m/users.json,line=1,col=52::"),
            (.gitlab, "\"check_name\" : \"roster/unknown-field\""),
        ]
    )
    func named(format: FindingsFormat, text: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.manifest, to: "m/users.json")
            let command = ["validate", "-m", "./m"]
            let run = await roster(command + ["--format", format.rawValue], in: folder)
            #expect(run.status == .failed)
            #expect(run.output.contains(text), "\(run.output)")
            let file = await roster(command + ["-o", "\(format.rawValue)=out/file"], in: folder)
            #expect(file.status == .failed && file.output.contains("Invalid: "))
            #expect(try folder.read("out/file") == run.output)
        }
    }

    @Test("without a fault the reports are there and empty", arguments: [(FindingsFormat.gitlab, "[\n\n]\n")])
    func none(format: FindingsFormat, text: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(#"{"apiVersion":"roster/v1","kind":"Users","users":[]}"#, to: "manifests/users.json")
            let run = await roster(["validate", "--format", format.rawValue], in: folder)
            #expect(run.status == .done && run.output == text)
        }
    }
}

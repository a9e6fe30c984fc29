import Testing

@testable import TeamPlanning

/// Reads a JSON text that is known to be valid.
func json(_ text: String) throws -> JSONNode {
    var findings: [Finding] = []
    return try #require(JSONDocument.read(Array(text.utf8), file: "record.json", into: &findings)?.root)
}

/// What a decoder makes of the object in a JSON text, and its findings.
func decode<Value>(
    _ text: String,
    file: String = "mapping.json",
    at path: String = "",
    _ read: (inout ObjectReader) -> Value
) throws -> (value: Value, findings: [Finding]) {
    var findings: [Finding] = []
    let document = try #require(JSONDocument.read(Array(text.utf8), file: file, into: &findings))
    var reader = try #require(ObjectReader(document.root, at: path, in: document))
    let value = read(&reader)
    reader.finish()
    return (value, findings + reader.findings)
}

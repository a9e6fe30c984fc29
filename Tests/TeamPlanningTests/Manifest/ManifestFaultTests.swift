import TeamPlanning
import Testing

/// Every fault of one manifest: code, place, sentence and next step. `⟦` marks the place.
struct ManifestFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let code: FindingCode
        let marked: String
        let message: String
        let remedy: String
        var resource: String?
        var testDescription: String { name }
    }

    @Test(arguments: headers + records + values + policies + connections)
    func isReportedOnceAtItsPlace(fault: Case) {
        let marked = MarkedText(fault.marked)
        let load = loadManifests([ManifestFile(path: "m/a.json", bytes: Array(marked.text.utf8))])
        let expected = Finding(
            .error,
            fault.code,
            fault.message,
            remedy: fault.remedy,
            resource: fault.resource,
            at: marked.location(in: "m/a.json")
        )
        #expect(load.findings == [expected])
        #expect(load.hasErrors)
    }

    static func users(_ record: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"Users\",\n\"users\":[\(record)]}"
    }

    static func user(_ fields: String) -> String {
        users("{\"email\":\"jane@x.example\",\n\(fields)}")
    }

    static func groups(_ record: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"Groups\",\n\"groups\":[\(record)]}"
    }

    static func policy(_ fields: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"Policy\",\n\(fields)}"
    }

    static func authentication(_ fields: String) -> String {
        "{\"apiVersion\":\"roster/v1\",\"kind\":\"Connection\",\n\"authentication\":{\(fields)}}"
    }
}

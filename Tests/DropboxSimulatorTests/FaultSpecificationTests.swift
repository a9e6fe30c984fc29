import Foundation
import Testing

@testable import DropboxSimulator

@Suite struct FaultSpecificationTests {
    static let good: [(specification: String, kind: FaultKind, amount: SimulatedFault.Amount)] = [
        ("429:0.1", .tooManyRequests, .probability(0.1)),
        ("429:0", .tooManyRequests, .probability(0)),
        ("500:1", .serverError, .probability(1)),
        ("lost-reply:0.05", .lostReply, .probability(0.05)),
        ("reset:1.0", .reset, .probability(1)),
        ("truncate:0.02", .truncate, .probability(0.02)),
        ("job-error:0.5", .jobError, .probability(0.5)),
        ("partial-add:0.25", .partialAdd, .probability(0.25)),
        ("slow:200ms", .slow, .duration(.milliseconds(200))),
        ("slow:0ms", .slow, .duration(.zero)),
        ("stale-read:2s", .staleRead, .duration(.seconds(2))),
        ("stale-read:3600s", .staleRead, .duration(.seconds(3600))),
        ("expire-token:50", .expireToken, .count(50)),
        ("async:3", .async, .count(3)),
    ]

    @Test(arguments: good)
    func isRead(specification: String, kind: FaultKind, amount: SimulatedFault.Amount) throws {
        let fault = try SimulatedFault(specification)
        #expect(fault.kind == kind)
        #expect(fault.amount == amount)
        #expect(try SimulatedFault(fault.specification) == fault)
    }

    static let unknown = ["", ":", "0.1", "404:0.1", "Slow:1s", " 429:0.1", "429 :0.1", "lostreply:1", "429\u{200B}:1"]

    @Test(arguments: unknown)
    func anUnknownFaultListsTheKnown(specification: String) throws {
        let error = #expect(throws: FaultSpecificationError.self) { try SimulatedFault(specification) }
        #expect(error?.kind == nil)
        for kind in FaultKind.allCases { #expect(error?.description.contains(kind.form) == true) }
    }

    static let bad = [
        "429", "429:", "429:1.1", "429:-0.1", "429:nan", "429:inf", "429:1e-3", "429:0x1", "429:.5", "429:1.",
        "429:0,1",
        "429:0.1:0.1", "429:10%", "429: 0.1", "429:+1", "slow:200", "slow:ms", "slow:s", "slow:-1s", "slow:1.5s",
        "slow:1m", "slow:3601s", "slow:99999999999999999999s", "slow:9223372036854775807s", "stale-read:1 s",
        "expire-token:0", "expire-token:-1", "expire-token:1.5", "async:0", "async:1000001",
        "async:99999999999999999999",
    ]

    @Test(arguments: bad)
    func aWrongNumberShowsARightOne(specification: String) throws {
        let error = #expect(throws: FaultSpecificationError.self) { try SimulatedFault(specification) }
        let kind = try #require(error?.kind)
        let text = try #require(error?.description)
        let example = try #require(text.split(separator: "such as ").last?.split(separator: " ").first)
        #expect(try SimulatedFault(String(example)).kind == kind)
    }

    @Test func theGuideNamesEveryFault() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/roster/Documentation.docc/RehearsingFaults.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { $0.split(separator: "`")[1] }
        #expect(rows.map(String.init) == FaultKind.allCases.map(\.form))
    }
}

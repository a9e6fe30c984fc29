import Foundation
import Testing

/// Documents that name files of the package name files that exist.
@Suite("Documentation")
struct DocumentationTests {
    private static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("every planning rule has code and a test that exist")
    func planningRules() throws {
        let page = Self.package.appendingPathComponent("Sources/roster/Documentation.docc/PlanningRules.md")
        let rows = try String(contentsOf: page, encoding: .utf8)
            .split(separator: "\n").filter { $0.hasPrefix("|") && $0.contains(".swift") }
        try #require(rows.count > 20)
        for row in rows {
            let cells = row.split(separator: " | ")
            try #require(cells.count == 3, "\(row)")
            #expect(Self.missing(in: cells[1], under: ["Sources/TeamPlanning", "Sources"]) == [], "\(row)")
            #expect(Self.missing(in: cells[2], under: ["Tests/TeamPlanningTests", "Tests"]) == [], "\(row)")
        }
    }

    /// The files that a cell names and no folder has; a cell without a file is missing one.
    private static func missing(in cell: Substring, under folders: [String]) -> [String] {
        let files = cell.split(separator: "`").filter { $0.hasSuffix(".swift") }.map(String.init)
        guard !files.isEmpty else { return ["no file"] }
        return files.filter { file in
            !folders.contains { folder in
                FileManager.default.fileExists(atPath: package.appendingPathComponent("\(folder)/\(file)").path)
            }
        }
    }
}

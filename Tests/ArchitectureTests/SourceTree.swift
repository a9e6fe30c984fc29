import Foundation

/// The Swift sources of the package, read as text.
struct SourceTree {
    /// One source file.
    struct File: Sendable {
        /// The path below the package, such as `Sources/roster/Roster.swift`.
        let path: String
        /// The target that the file belongs to.
        let target: String
        let lines: [Substring]

        /// The modules of all `import` lines, whatever stands before and behind the keyword.
        var imports: [String] {
            lines.compactMap { line in
                let words = line.split(whereSeparator: \.isWhitespace)
                guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy(Self.mayPrecedeImport)
                else { return nil }
                let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
                let rest = words[words.index(after: keyword)...].drop { kinds.contains($0) }
                return rest.first?.split(separator: ".").first.map(String.init)
            }
        }

        /// The lines without comments.
        var code: [Substring] {
            lines.filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
        }

        /// Functions and initialisers with their length, told by indentation.
        var functions: [(name: String, lines: Int)] {
            lines.indices.compactMap { start in
                let line = lines[start]
                let code = line.drop { $0 == " " }
                guard let last = line.utf8.last, [UInt8(ascii: "{"), UInt8(ascii: "(")].contains(last),
                    code.contains("func ") || code.contains("init("), !code.hasPrefix("self."), !code.hasPrefix("//")
                else { return nil }
                let end = line.prefix(line.count - code.count) + "}"
                return lines[start...].firstIndex { $0 == end }.map { (String(code), $0 - start + 1) }
            }
        }

        private static func mayPrecedeImport(_ word: Substring) -> Bool {
            word.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(word)
        }
    }

    let files: [File]

    /// Reads every Swift file below a folder of the package, such as `Sources`.
    static func read(_ folder: String) throws -> SourceTree {
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let root = package.appendingPathComponent(folder)
        var files: [File] = []
        for target in try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() {
            // Resolved, since an enumerator does not enter a folder that is a link.
            let targetRoot = root.appendingPathComponent(target).resolvingSymlinksInPath()
            for name in try FileManager.default.subpathsOfDirectory(atPath: targetRoot.path).sorted()
            where name.hasSuffix(".swift") {
                let text = try String(contentsOf: targetRoot.appendingPathComponent(name), encoding: .utf8)
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                files.append(File(path: "\(folder)/\(target)/\(name)", target: target, lines: lines))
            }
        }
        return SourceTree(files: files)
    }

    /// The files of one target.
    func target(_ name: String) -> [File] {
        files.filter { $0.target == name }
    }
}

/// A workflow command as a runner reads it from a line. Source: `ActionCommand.cs` of actions/runner.
struct WorkflowCommand {
    let name: String
    let properties: [String: String]
    let data: String

    init?(_ line: String) {
        let line = line.drop { $0 == " " || $0 == "\t" }
        guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
        let head = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
        name = String(head.prefix { $0 != " " })
        let pairs = head.drop { $0 != " " }.dropFirst().split(separator: ",").map {
            $0.split(separator: "=", maxSplits: 1)
        }
        properties = Dictionary(
            pairs.filter { $0.count == 2 }.map { (String($0[0]), Self.unescaped(String($0[1]), Self.inProperties)) }
        ) { _, last in last }
        data = Self.unescaped(String(line[end.upperBound...]), Self.inData)
    }

    private static let inData = [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]
    private static let inProperties = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]

    private static func unescaped(_ text: String, _ mappings: [(String, String)]) -> String {
        mappings.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// Whether a runner might take a line for a command, in the form of today or in the older one.
    static func isSuspected(_ line: Substring) -> Bool {
        line.contains("##[") || line.drop { $0.isWhitespace }.hasPrefix("::")
    }
}

/// A message that GitHub shows on a line of a file: one workflow command (GitHub docs, "Workflow commands").
struct Annotation {
    /// How loud it is, the worst first.
    enum Level: String, CaseIterable {
        case error, warning, notice
    }

    let level: Level
    /// Trusted words: what a runner reads between the last property and the message is never foreign.
    let title: StaticString
    /// The message, line by line.
    let message: [TerminalText]
    var place: PlanReport.Source?

    /// How many of each level GitHub shows for one step; the log has the others.
    static let shownPerLevel = 10

    /// The command on a line of its own.
    var command: String {
        var properties = ["title=\(Self.escaped("\(title)", isProperty: true))"]
        if let place {
            let file: TerminalText = "\(repositoryPath(place.file), limit: TextLimit.sentence)"
            properties += [
                "file=\(Self.escaped(file.plain, isProperty: true))", "line=\(place.line)", "col=\(place.column)",
            ]
        }
        let text = message.map(\.plain).joined(separator: "\n")
        return "::\(level.rawValue) \(properties.joined(separator: ","))::\(Self.escaped(text, isProperty: false))\n"
    }

    /// The one way in which text gets into a workflow command: nothing in it ends the command, a property or the line.
    ///
    /// Source: `ActionCommand.cs` of actions/runner, whose mappings these undo.
    static func escaped(_ text: String, isProperty: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let escape: String? =
                switch scalar {
                case "%": "%25"
                case "\r": "%0D"
                case "\n": "%0A"
                case ":" where isProperty: "%3A"
                case "," where isProperty: "%2C"
                default: nil
                }
            if let escape { result.append(contentsOf: escape.unicodeScalars) } else { result.append(scalar) }
        }
        return String(result)
    }
}

/// A path as GitHub and GitLab know it: relative to the repository, with no `./` before it.
func repositoryPath(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
}

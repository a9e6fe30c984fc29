/// A text with fields in braces, such as `{givenName} {sn}`; `{{` and `}}` stand for the braces themselves.
struct Template: Sendable, Equatable, CustomStringConvertible {
    /// The template as written.
    let description: String
    private let parts: [Part]

    private enum Part: Sendable, Equatable {
        case text(String)
        case field(AttributePath)
    }

    /// Why a text is not a template, and where in Unicode scalars from 0.
    struct Fault: Error, Equatable {
        let kind: Kind
        let offset: Int

        enum Kind: Equatable {
            case unclosedBrace
            case unopenedBrace
            case notPath(String)
        }
    }

    /// The text for a record; `nil` when a field is missing or an object. Of a list the first item is taken.
    func text(for record: JSONNode) -> String? {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text):
                result += text
            case .field(let path):
                guard let text = record.attribute(path).nodes.first?.caseKey else { return nil }
                result += text
            }
        }
        return result
    }

    /// Reads a template.
    init(_ text: String) throws(Fault) {
        var parts: [Part] = []
        var plain = ""
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let isDoubled = index + 1 < scalars.count && scalars[index + 1] == scalar
            if (scalar == "{" || scalar == "}") && isDoubled {
                plain.unicodeScalars.append(scalar)
                index += 2
            } else if scalar == "{" {
                let path = try Self.path(in: scalars, from: index + 1)
                parts += [.text(plain), .field(path)]
                plain = ""
                index += path.description.unicodeScalars.count + 2
            } else if scalar == "}" {
                throw Fault(kind: .unopenedBrace, offset: index)
            } else {
                plain.unicodeScalars.append(scalar)
                index += 1
            }
        }
        self.parts = (parts + [.text(plain)]).filter { $0 != .text("") }
        description = text
    }

    /// The path between an opening brace and the next closing one.
    private static func path(in scalars: [Unicode.Scalar], from start: Int) throws(Fault) -> AttributePath {
        guard let end = scalars[start...].firstIndex(where: { $0 == "}" || $0 == "{" }), scalars[end] == "}" else {
            throw Fault(kind: .unclosedBrace, offset: start - 1)
        }
        var name = ""
        name.unicodeScalars.append(contentsOf: scalars[start..<end])
        guard let path = AttributePath(name) else { throw Fault(kind: .notPath(name), offset: start) }
        return path
    }
}

extension Template.Fault {
    /// One sentence that says what is wrong.
    var message: String {
        switch kind {
        case .unclosedBrace: "The brace opened here is never closed."
        case .unopenedBrace: "The brace closed here was never opened."
        case .notPath(let name): "\(quoted(name)) is not a dotted path into the record."
        }
    }

    /// The next step for the reader.
    var remedy: String {
        switch kind {
        case .unclosedBrace: "Add the missing }, or write {{ for a brace in the text."
        case .unopenedBrace: "Add the missing {, or write }} for a brace in the text."
        case .notPath: "Write a field such as {givenName} or {name.familyName}."
        }
    }
}

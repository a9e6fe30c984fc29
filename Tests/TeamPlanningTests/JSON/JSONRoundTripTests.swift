import TeamPlanning
import Testing

/// Random values, written in random but valid ways, are read back as they were.
struct JSONRoundTripTests {
    @Test(arguments: 0..<12)
    func readsWhatWasWritten(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<60 {
            let value = Self.value(depth: 0, &random)
            let text = Self.space(&random) + Self.text(of: value, &random) + Self.space(&random)
            var findings: [Finding] = []
            let document = JSONDocument.read(Array(text.utf8), file: "a.json", into: &findings)
            #expect(findings == [])
            #expect(try Self.plain(#require(document).root) == Self.plain(JSONNode(value, offset: 0)), "\(text)")
        }
    }

    /// A value without places.
    private indirect enum Plain: Equatable {
        case scalar(JSONValue)
        case array([Plain])
        case object([String], [Plain])
    }

    private static func plain(_ node: JSONNode) -> Plain {
        switch node.value {
        case .array(let items): .array(items.map(plain))
        case .object(let members): .object(members.map(\.key), members.map { plain($0.node) })
        default: .scalar(node.value)
        }
    }

    private static func value(depth: Int, _ random: inout SeededRandom) -> JSONValue {
        switch random.below(depth > 2 ? 5 : 8) {
        case 0: .null
        case 1: .bool(random.below(2) == 0)
        case 2: .number(["0", "-0", "17", "-2.50", "1e9", "3.1E-05", "12345678901234567890"][random.below(7)])
        case 3, 4: .string(string(&random))
        case 5: .array((0..<random.below(5)).map { _ in JSONNode(value(depth: depth + 1, &random), offset: 0) })
        default:
            .object(
                (0..<random.below(depth == 0 ? 24 : 4)).map { index in
                    let node = JSONNode(value(depth: depth + 1, &random), offset: 0)
                    return JSONMember(key: "\(index)" + string(&random), keyOffset: 0, node: node)
                }
            )
        }
    }

    private static func string(_ random: inout SeededRandom) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "é", "\u{FEFF}", "🦊",
        ]
        var text = ""
        for _ in 0..<random.below(20) { text.unicodeScalars.append(scalars[random.below(scalars.count)]) }
        return text
    }

    private static func text(of value: JSONValue, _ random: inout SeededRandom) -> String {
        switch value {
        case .null: return "null"
        case .bool(let flag): return "\(flag)"
        case .number(let text): return text
        case .string(let text): return literal(text, &random)
        case .array(let items):
            let texts = items.map { space(&random) + Self.text(of: $0.value, &random) + space(&random) }
            return "[" + (texts.isEmpty ? space(&random) : texts.joined(separator: ",")) + "]"
        case .object(let members):
            let texts = members.map { member in
                space(&random) + literal(member.key, &random) + space(&random) + ":" + space(&random)
                    + text(of: member.node.value, &random) + space(&random)
            }
            return "{" + (texts.isEmpty ? space(&random) : texts.joined(separator: ",")) + "}"
        }
    }

    private static func literal(_ text: String, _ random: inout SeededRandom) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            let isFree = scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
            if isFree, random.below(3) > 0 {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: random.below(2) == 0)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return result + "\""
    }

    private static func space(_ random: inout SeededRandom) -> String {
        ["", "", " ", "\n", "\t\r\n"][random.below(5)]
    }
}

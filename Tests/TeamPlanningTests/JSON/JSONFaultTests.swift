import TeamPlanning
import Testing

/// Every way in which a text is not JSON: where it is shown, what is said, and what to do.
struct JSONFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let marked: String
        let message: String
        let remedy: String
        var testDescription: String { name }

        init(_ name: String, _ marked: String, _ message: String, _ remedy: String) {
            self.name = name
            self.marked = marked
            self.message = message
            self.remedy = remedy
        }
    }

    @Test(arguments: structure + literals + numbers + strings)
    func isReportedOnceAtItsPlace(fault: Case) {
        let marked = MarkedText(fault.marked)
        var findings: [Finding] = []
        let document = JSONDocument.read(Array(marked.text.utf8), file: "a.json", into: &findings)
        #expect(document == nil)
        let expected = Finding(
            .error,
            .invalidJSON,
            fault.message,
            remedy: fault.remedy,
            at: marked.location(in: "a.json")
        )
        #expect(findings == [expected])
    }

    static let structure = [
        Case(
            "empty",
            "⟦",
            "The file is empty.",
            "Write one JSON object with \"apiVersion\" and \"kind\", or delete the file."
        ),
        Case(
            "white space only",
            "⟦ \n\t ",
            "The file is empty.",
            "Write one JSON object with \"apiVersion\" and \"kind\", or delete the file."
        ),
        Case(
            "byte order mark",
            "⟦\u{FEFF}{}",
            "The file starts with a byte order mark.",
            "Save the file as UTF-8 without byte order mark."
        ),
        Case("trailing comma in object", "{\"a\": 1⟦,\n}", "A comma stands after the last item.", "Remove the comma."),
        Case("trailing comma in array", "[1⟦, ]", "A comma stands after the last item.", "Remove the comma."),
        Case(
            "two commas",
            "[1,⟦,2]",
            "A value is missing here.",
            "Write a value; null means that the field is not managed."
        ),
        Case("missing comma", "[1 ⟦2]", "A comma is missing before this item.", "Put a comma between the two items."),
        Case(
            "missing comma between members",
            "{\"a\": 1\n ⟦\"b\": 2}",
            "A comma is missing before this item.",
            "Put a comma between the two items."
        ),
        Case(
            "missing colon",
            "{\"a\" ⟦1}",
            "A colon is missing after the key.",
            "Write : between the key and its value."
        ),
        Case(
            "missing value",
            "{\"a\": ⟦}",
            "A value is missing here.",
            "Write a value; null means that the field is not managed."
        ),
        Case(
            "missing key",
            "{⟦: 1}",
            "A key in double quotes is missing here.",
            "Write \"key\": value, or remove the comma before it."
        ),
        Case(
            "unquoted key",
            "{⟦name: 1}",
            "A key has to stand in double quotes.",
            "Put the key in double quotes."
        ),
        Case(
            "line comment",
            "{\n  ⟦// people\n}",
            "JSON has no comments.",
            "Remove it, or use a \"description\" field, which every object may have."
        ),
        Case(
            "block comment",
            "[1 ⟦/* one */]",
            "JSON has no comments.",
            "Remove it, or use a \"description\" field, which every object may have."
        ),
        Case(
            "hash comment",
            "⟦# people\n{}",
            "JSON has no comments.",
            "Remove it, or use a \"description\" field, which every object may have."
        ),
        Case(
            "comment after the value",
            "{}\n⟦// end",
            "JSON has no comments.",
            "Remove it, or use a \"description\" field, which every object may have."
        ),
        Case(
            "single quotes",
            "{⟦'a': 1}",
            "JSON strings stand in double quotes, not in single quotes.",
            "Write \" instead of '."
        ),
        Case(
            "content after the value",
            "{}\n⟦{}",
            "The file goes on after the end of its JSON value.",
            "Keep one JSON object per file, and move the rest to a file of its own."
        ),
        Case(
            "unclosed object",
            "{\"a\": 1⟦",
            "The object opened at line 1, column 1 is never closed.",
            "Add the missing }."
        ),
        Case(
            "unclosed array",
            "{\n \"a\": [1,⟦",
            "The array opened at line 2, column 7 is never closed.",
            "Add the missing ]."
        ),
        Case(
            "wrong bracket",
            "[1⟦}",
            "The character \"}\" is not allowed here.",
            "Remove it, or put text in double quotes."
        ),
        Case(
            "stray character",
            "[⟦é]",
            "The character \"é\" is not allowed here.",
            "Remove it, or put text in double quotes."
        ),
        Case(
            "NUL",
            "⟦\u{0}",
            "The character \"\u{0}\" is not allowed here.",
            "Remove it, or put text in double quotes."
        ),
        Case(
            "nested 65 deep",
            String(repeating: "[", count: 64) + "⟦[",
            "Objects and arrays are nested more than 64 deep.",
            "Check for brackets that are never closed."
        ),
    ]

    static let literals = [
        Case("NaN", "[⟦NaN]", "\"NaN\" is not a JSON value.", "Write a number, or leave the field out."),
        Case("Infinity", "[⟦Infinity]", "\"Infinity\" is not a JSON value.", "Write a number, or leave the field out."),
        Case(
            "negative infinity",
            "[⟦-Infinity]",
            "\"-Infinity\" is not a JSON value.",
            "Write a number, or leave the field out."
        ),
        Case("True", "[⟦True]", "\"True\" is not a JSON value.", "Write true."),
        Case("FALSE", "[⟦FALSE]", "\"FALSE\" is not a JSON value.", "Write false."),
        Case("None", "[⟦None]", "\"None\" is not a JSON value.", "Write null, or leave the field out."),
        Case("longer word", "[⟦trueish]", "\"trueish\" is not a JSON value.", "Put text in double quotes."),
        Case("cut word", "[⟦tru", "\"tru\" is not a JSON value.", "Put text in double quotes."),
    ]

    static let numbers = [
        Case(
            "leading zero",
            "[⟦007]",
            "A number must not start with a zero that other digits follow.",
            "Remove the zero, or write the digits as a string in double quotes."
        ),
        Case(
            "negative leading zero",
            "[⟦-01]",
            "A number must not start with a zero that other digits follow.",
            "Remove the zero, or write the digits as a string in double quotes."
        ),
        Case("plus", "[⟦+1]", "A number must not start with a plus sign.", "Remove the plus sign."),
        Case("no whole part", "[⟦.5]", missingDigit, digitRemedy),
        Case("no fraction", "[1.⟦]", missingDigit, digitRemedy),
        Case("no exponent", "[1e⟦]", missingDigit, digitRemedy),
        Case("no digit after sign", "[1e-⟦]", missingDigit, digitRemedy),
        Case("only a minus", "[-⟦]", missingDigit, digitRemedy),
        Case("two minuses", "[-⟦-1]", missingDigit, digitRemedy),
        Case("hexadecimal", "[0⟦x1F]", "A comma is missing before this item.", "Put a comma between the two items."),
    ]

    private static let missingDigit = "A digit is missing in the number."
    private static let digitRemedy = "Write at least one digit on both sides of the point and after e."

    static let strings = [
        Case(
            "unclosed string",
            "{\"a\": ⟦\"b}",
            "The string that starts here is never closed.",
            "Add the closing double quote."
        ),
        Case(
            "ends after backslash",
            "[\"a⟦\\",
            "The escape sequence is not one that JSON has.",
            "Use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX, and write a backslash as \\\\."
        ),
        Case(
            "line break in string",
            "[\"a⟦\nb\"]",
            "The control character U+000A stands unescaped in a string.",
            "Write it as \\n."
        ),
        Case(
            "tab in string",
            "[\"a⟦\tb\"]",
            "The control character U+0009 stands unescaped in a string.",
            "Write it as \\t."
        ),
        Case(
            "NUL in string",
            "[\"a\\n⟦\u{0}\"]",
            "The control character U+0000 stands unescaped in a string.",
            "Write it as \\u0000."
        ),
        Case(
            "unknown escape",
            "[\"a⟦\\x41\"]",
            "The escape sequence is not one that JSON has.",
            "Use one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX, and write a backslash as \\\\."
        ),
        Case(
            "short unicode escape",
            "[\"⟦\\u12\"]",
            "Four hexadecimal digits have to follow \\u.",
            "Write four digits, such as \\u00E9, or the character itself."
        ),
        Case("high surrogate alone", "[\"⟦\\uD83D\"]", loneSurrogate, surrogateRemedy),
        Case("low surrogate alone", "[\"⟦\\uDE00\"]", loneSurrogate, surrogateRemedy),
        Case("high before other escape", "[\"⟦\\uD83D\\n\"]", loneSurrogate, surrogateRemedy),
        Case("high before no surrogate", "[\"⟦\\uD83D\\u0041\"]", loneSurrogate, surrogateRemedy),
        Case("two high surrogates", "[\"⟦\\uD83D\\uD83D\"]", loneSurrogate, surrogateRemedy),
    ]

    private static let loneSurrogate = "The \\u escape is one half of a surrogate pair, and the other half is missing."
    private static let surrogateRemedy = "Write both halves, such as \\uD83D\\uDE00, or the character itself."
}

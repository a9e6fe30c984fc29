public import ArgumentParser
public import DirectoryExports

extension ExportFormat: ExpressibleByArgument {}
extension RowKind: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}

/// What an export is like, and what is taken from it.
struct ExportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "An attribute or column to keep as well. May be given any number of times.",
            valueName: "name"
        )
    )
    var attribute: [String] = []

    @Option(
        help: ArgumentHelp(
            "What a new mapping takes an attribute of users or groups from, such as email=upn. May be given any number of times.",
            valueName: "attr=field"
        ),
        transform: ChosenSource.parse
    )
    var map: [ChosenSource] = []

    @Option(
        help: ArgumentHelp(
            "ldif: a further object class of people. May be given any number of times.",
            valueName: "class"
        )
    )
    var userClass: [String] = []

    @Option(
        help: ArgumentHelp(
            "ldif: a further object class of groups. May be given any number of times.",
            valueName: "class"
        )
    )
    var groupClass: [String] = []

    @Option(help: ArgumentHelp("csv: what a row is: users or groups. Rows of one group add up.", valueName: "kind"))
    var rows: RowKind?

    @Option(
        help: ArgumentHelp("csv: the character between fields, or tab; by default a comma.", valueName: "char")
    )
    var delimiter: String?

    @Option(help: ArgumentHelp("csv: utf-8, latin1 or utf-16; by default utf-8.", valueName: "encoding"))
    var encoding: TextEncoding?

    /// Refuses what does not go with a format.
    func validate(for format: ExportFormat) throws {
        if format != .csv, rows != nil || delimiter != nil || encoding != nil {
            throw ValidationError("--rows, --delimiter and --encoding are for csv")
        }
        if format != .ldif, !userClass.isEmpty || !groupClass.isEmpty {
            throw ValidationError("--user-class and --group-class are for ldif")
        }
        if let delimiter, Self.byte(of: delimiter) == nil {
            throw ValidationError(
                "expected one ASCII character or \"tab\" as the delimiter, neither a quote nor a line break"
            )
        }
        if let name = options(mapping: "", kept: nil).sensitiveAttribute {
            throw ValidationError("\(name) is never kept: manifests are no place for passwords, keys and pictures")
        }
    }

    /// The options of a conversion. A mapping that is kept says by itself which attributes it needs.
    func options(mapping: String, kept: KeptMapping?) -> ConversionOptions {
        var options = ConversionOptions(mapping: mapping)
        options.attributes = attribute
        options.keep(kept?.attributes ?? [])
        options.userClasses = userClass
        options.groupClasses = groupClass
        if let email = kept?.email { options.sources[.email] = email }
        options.hasEmailField = kept.map { !$0.hasUsers || $0.email != nil } ?? true
        for source in map { options.sources[source.attribute] = source.field }
        if let byte = delimiter.flatMap(Self.byte) { options.delimiter = byte }
        if let encoding { options.encoding = encoding }
        if let rows { options.rows = rows }
        return options
    }

    private static func byte(of text: String) -> UInt8? {
        if text == "tab" || text == "\\t" { return UInt8(ascii: "\t") }
        guard text.utf8.count == 1, let byte = text.utf8.first,
            (0x20..<0x7F).contains(byte) || byte == UInt8(ascii: "\t")
        else { return nil }
        return byte == UInt8(ascii: "\"") ? nil : byte
    }
}

/// The field that a new mapping takes an attribute from.
struct ChosenSource: Sendable {
    let attribute: StarterAttribute
    let field: String

    /// Takes a choice from the command line.
    static func parse(_ argument: String) throws -> ChosenSource {
        guard let equals = argument.firstIndex(of: "="), argument.index(after: equals) < argument.endIndex else {
            throw ValidationError("expected ATTRIBUTE=FIELD, such as email=userPrincipalName")
        }
        let name = String(argument[..<equals])
        guard let attribute = StarterAttribute(rawValue: name) else {
            let names = StarterAttribute.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\(name) is no attribute of a mapping's start; use one of \(names)")
        }
        return ChosenSource(attribute: attribute, field: String(argument[argument.index(after: equals)...]))
    }
}

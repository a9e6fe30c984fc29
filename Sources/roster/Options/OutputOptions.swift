import ArgumentParser

/// How a result is shown.
protocol DisplayOptions: ParsableArguments {
    /// Whether colour is off.
    var noColor: Bool { get }
}

/// The format of the result on stdout.
struct FormatOptions<Format: ResultFormat>: DisplayOptions {
    @Option(
        help: ArgumentHelp("The format of the \(Format.subject) on stdout: \(Format.choice).", valueName: "format"),
        transform: Format.parse
    )
    var format = Format.text

    @Flag(help: "Print without colour; NO_COLOR does the same.")
    var noColor = false
}

/// The format of the result on stdout, and the files that it is written to besides.
struct OutputOptions<Format: ResultFormat>: ParsableArguments {
    @OptionGroup var display: FormatOptions<Format>

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "Also write the \(Format.subject) to a file, such as json=\(Format.subject).json. May be given any number of times.",
            valueName: "format=path"
        ),
        transform: OutputFile.parse
    )
    var output: [OutputFile<Format>] = []

    func validate() throws {
        var paths: Set<String> = []
        for file in output where !paths.insert(file.path).inserted {
            throw ValidationError("-o names \(file.path) twice: each format needs a file of its own")
        }
    }
}

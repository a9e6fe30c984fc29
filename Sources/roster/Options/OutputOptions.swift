import ArgumentParser

/// The format of the result on stdout.
struct FormatOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The format of the result on stdout: text or json.", valueName: "format"),
        transform: OutputFormat.parse
    )
    var format = OutputFormat.text

    @Flag(help: "Print without colour; NO_COLOR does the same.")
    var noColor = false
}

/// The format of the result on stdout, and the files that it is written to besides.
struct OutputOptions: ParsableArguments {
    @OptionGroup var display: FormatOptions

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "Also write the result to a file, such as json=plan.json. May be given any number of times.",
            valueName: "format=path"
        ),
        transform: OutputFile.parse
    )
    var output: [OutputFile] = []
}

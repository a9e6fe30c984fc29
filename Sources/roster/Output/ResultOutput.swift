import Reporting

/// Puts a result where the user wants it: on stdout in one format, and in files.
struct ResultOutput {
    /// The result in one format.
    typealias Rendering = (OutputFormat, TextLayout) throws -> [UInt8]

    let options: OutputOptions
    let context: CommandContext

    /// Finds out beforehand whether the files can be written, where the result comes after something that cannot be undone.
    func ensureWritable() throws {
        for file in options.output { try context.files.ensureReplaceable(file.path) }
    }

    /// Writes the files first, so that a result on stdout means that all of them are there.
    func write(_ render: Rendering) throws {
        for file in options.output {
            let layout = TextLayout(width: SystemConsole.widthWithoutTerminal, colour: false)
            try context.files.replace(file.path, with: render(file.format, layout))
        }
        let layout = context.layout(options.display)
        context.console.writeOutput(String(decoding: try render(options.display.format, layout), as: UTF8.self))
    }
}

extension CommandContext {
    /// The layout of text on stdout, or of text that goes to stderr instead.
    func layout(_ options: FormatOptions, onError: Bool = false) -> TextLayout {
        let isTerminal = onError ? console.isErrorTerminal : console.isOutputTerminal
        let isPlain = options.noColor || variable("NO_COLOR") != nil || environment["TERM"] == "dumb"
        return TextLayout(width: console.width, colour: isTerminal && !isPlain)
    }
}

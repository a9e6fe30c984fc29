import Reporting

/// Lines for a file that others write to as well.
struct Addition: Equatable {
    let path: String
    let lines: String
}

/// Puts a result where the user wants it: on stdout in one format, and in files.
struct ResultOutput<Format: ResultFormat> {
    /// The result in one format.
    typealias Rendering = (Format, TextLayout) throws -> [UInt8]

    let format: Format
    let files: [OutputFile<Format>]
    let layout: TextLayout
    let context: CommandContext

    /// Whether a format was asked for, on stdout or in a file.
    func writes(_ asked: Format) -> Bool { format == asked || files.contains { $0.format == asked } }

    /// Makes sure beforehand that the files take the place of nothing that the command reads, nor of each other.
    ///
    /// - Parameter others: what the command writes besides.
    func check(apartFrom inputs: [FileRole], others: [FileRole] = []) throws(OverwritingError) {
        let outputs = files.map { FileRole(path: $0.path, role: "-o \($0.format.rawValue)") }
        try OutputPlaces(outputs: others + outputs).check(apartFrom: inputs, context.files)
    }

    /// Finds out beforehand whether the files can be written, where the result comes after something that cannot be undone.
    func ensureWritable() throws {
        for file in files { try context.files.ensureReplaceable(file.path) }
    }

    /// Takes away what an earlier run wrote to the files: nobody is to take it for the result of one that comes to no result.
    func discardOld() throws(FileError) {
        for file in files where (try? context.files.kind(of: file.path)) == .file {
            try context.files.remove(file.path)
        }
    }

    /// Writes the files first, so that a result on stdout means that all of them are there. Nothing is written before
    /// every format could be made.
    ///
    /// - Parameter additions: what is added to files that others write to as well.
    func write(_ render: Rendering, additions: () throws -> [Addition] = { [] }) throws {
        let fileLayout = TextLayout(width: SystemConsole.widthWithoutTerminal, colour: false)
        let contents = try files.map { (path: $0.path, bytes: try render($0.format, fileLayout)) }
        let output = try render(format, layout)
        let added = try additions()
        for file in contents { try context.files.replace(file.path, with: file.bytes) }
        for addition in added { try context.files.append(addition.path, Array(addition.lines.utf8)) }
        try context.print(String(decoding: output, as: UTF8.self))
    }
}

extension ResultOutput {
    /// The result as the command line asks for it.
    init(_ options: OutputOptions<Format>, _ context: CommandContext) {
        self.init(options.display, files: options.output, context)
    }

    /// The same for a command that may write no files.
    init(_ options: FormatOptions<Format>, files: [OutputFile<Format>] = [], _ context: CommandContext) {
        self.init(format: options.format, files: files, layout: context.layout(options), context: context)
    }
}

extension CommandContext {
    /// The layout of text on stdout, or of text that goes to stderr instead.
    func layout(_ options: some DisplayOptions, onError: Bool = false) -> TextLayout {
        let isTerminal = onError ? console.isErrorTerminal : console.isOutputTerminal
        let isPlain = options.noColor || variable("NO_COLOR") != nil || environment["TERM"] == "dumb"
        return TextLayout(width: console.width, colour: isTerminal && !isPlain)
    }
}

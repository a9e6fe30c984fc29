import Foundation

/// The process: the only place that reads the arguments and ends the program.
@main
enum EntryPoint {
    static func main() async {
        StandardStreams.prepare()
        let context = await CommandContext.system()
        let status = await Roster.run(Array(CommandLine.arguments.dropFirst()), in: context)
        do throws(OutputError) {
            try StandardStreams.finish()
        } catch {
            context.console.writeError(ErrorText.of(error))
            exit(status == .done || status == .changesPlanned ? CommandStatus.failed.rawValue : status.rawValue)
        }
        exit(status.rawValue)
    }
}

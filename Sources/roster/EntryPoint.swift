import Foundation

/// The process: the only place that reads the arguments and ends the program.
@main
enum EntryPoint {
    static func main() async {
        // A reader that goes away, as in `roster apply | head`, must not kill an apply in its middle.
        signal(SIGPIPE, SIG_IGN)
        let status = await Roster.run(Array(CommandLine.arguments.dropFirst()), in: await .system())
        exit(status.rawValue)
    }
}

import Foundation

/// The descriptors of the process that everything relies on: made sure of before the first command, and closed after it.
enum StandardStreams {
    /// Lets what is written to a pipe or file that takes nothing fail, instead of ending the process in the middle of an apply;
    /// and fills the places of closed streams, so that no other file is opened there and taken for stdout.
    static func prepare() {
        // `roster apply | head`, and a limit on the size of files (`ulimit -f`).
        for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            // The wrong way round, so that whoever uses the stream is told. The lowest free number is the one taken.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Closes stdout: some file systems tell only then that they could not keep what was written.
    static func finish() throws(OutputError) {
        guard close(STDOUT_FILENO) == 0 else { throw OutputError(stream: .output, number: errno) }
    }
}

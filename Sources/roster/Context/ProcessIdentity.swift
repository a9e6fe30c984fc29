import Foundation

/// Which process this is, for those whom it keeps waiting.
struct ProcessIdentity: Sendable, Equatable {
    /// The process ID.
    var id: Int32
    /// The name of the machine.
    var host: String
    /// The name of the user, where the system knows it.
    var user: String?

    /// The process that runs.
    static func current() -> ProcessIdentity {
        var name = [CChar](repeating: 0, count: 256)
        let isKnown = gethostname(&name, name.count - 1) == 0
        let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let user = getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
        return ProcessIdentity(id: getpid(), host: isKnown ? host : "unknown", user: user)
    }
}

import Hummingbird
import NIOCore

/// What accompanies one call on its way: the connection, and what is to go wrong.
struct CallContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel
    var incident: Incident?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// The name under which a call is recorded.
    static func route(of request: Request) -> String {
        let path = request.uri.path
        let prefix = path.hasPrefix(TeamEndpoint.pathPrefix) ? TeamEndpoint.pathPrefix : "/"
        return String(path.dropFirst(prefix.count))
    }
}

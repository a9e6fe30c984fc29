import DropboxAPI
import DropboxProvider
import Foundation

extension Progress {
    /// Shows why the client waits.
    func show(_ event: ClientEvent) {
        switch event.kind {
        case .tokenRefresh: show("signed in")
        case .pause(let callsAtATime): show(pause(event, callsAtATime))
        case .retry: show("no usable answer from \(event.route): trying again in \(brief(event.delay))")
        case .verification:
            let cause = event.reason == nil ? "the team does not show what was expected" : "its effect is open"
            show("\(event.route): \(cause): reading the team in \(brief(event.delay))")
        }
    }

    /// Shows how far a read has come.
    func show(_ read: LiveReadProgress) {
        switch read {
        case .members(let count): show("reading the team: \(count) members")
        case .groups(let count): show("reading the team: \(count) groups")
        case .memberships(let count, let total): show("reading the team: members of \(count)/\(total) groups")
        }
    }

    private func pause(_ event: ClientEvent, _ callsAtATime: Int?) -> String {
        let status = event.httpStatus.map { "HTTP \($0), " } ?? ""
        let then = callsAtATime.map { $0 == 1 ? ", then one call at a time" : ", then \($0) calls at a time" } ?? ""
        return "Dropbox asks to slow down (\(status)\(event.route)): waiting \(brief(event.delay))\(then)"
    }

    private func brief(_ delay: Duration) -> String {
        let units: Set<Duration.UnitsFormatStyle.Unit> = delay < .seconds(1) ? [.milliseconds] : [.minutes, .seconds]
        return delay.formatted(.units(allowed: units, width: .narrow, maximumUnitCount: 2))
    }
}

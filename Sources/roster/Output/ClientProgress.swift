import DropboxAPI
import DropboxProvider
import Foundation

extension Progress {
    /// Shows why the client waits.
    func show(_ event: ClientEvent) {
        switch event.kind {
        case .tokenRefresh: show("signed in")
        case .pause: show("Dropbox asks to slow down: waiting \(seconds(event.delay)) (\(event.route))")
        case .retry: show("no usable answer from \(event.route): trying again in \(seconds(event.delay))")
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

    private func seconds(_ delay: Duration) -> String {
        delay.formatted(.units(allowed: [.minutes, .seconds], width: .narrow, maximumUnitCount: 2))
    }
}

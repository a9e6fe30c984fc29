extension DropboxClient {
    private static let maximumRestarts = 3
    private static let maximumEmptyPages = 3
    /// Pages of one listing: with pages of 100 rows, ten times the largest team that roster is made for.
    static let maximumPages = 10_000

    /// Reads a listing to its end. When Dropbox drops the cursor, it starts anew, as the pages read may be stale.
    func listAll<Argument: Encodable & Sendable, Page: Wire.Page & Decodable>(
        _ first: Route<Argument, Page>,
        _ argument: Argument,
        then next: Route<Wire.CursorArgument, Page>,
        onPage: (_ count: Int) -> Void = { _ in }
    ) async throws -> [Page.Item] {
        for _ in 0...Self.maximumRestarts {
            do {
                return try await listOnce(first, argument, then: next, onPage: onPage)
            } catch let error as DropboxError where error.hasTag("invalid_cursor") {
                onPage(0)
            }
        }
        throw unstable(first.facts, "the cursor became invalid repeatedly")
    }

    private func listOnce<Argument: Encodable & Sendable, Page: Wire.Page & Decodable>(
        _ first: Route<Argument, Page>,
        _ argument: Argument,
        then next: Route<Wire.CursorArgument, Page>,
        onPage: (_ count: Int) -> Void
    ) async throws -> [Page.Item] {
        var page = try await call(first, argument).value
        var items = page.items
        var emptyPages = 0
        var cursors: Set<String> = []
        onPage(items.count)
        while page.hasMore {
            guard cursors.insert(page.cursor).inserted else {
                throw unstable(next.facts, "the cursor of a page came a second time")
            }
            guard cursors.count < Self.maximumPages else {
                throw unstable(next.facts, "it has more than \(Self.maximumPages) pages")
            }
            page = try await call(next, Wire.CursorArgument(cursor: page.cursor)).value
            items += page.items
            emptyPages = page.items.isEmpty ? emptyPages + 1 : 0
            guard emptyPages <= Self.maximumEmptyPages else {
                throw unstable(next.facts, "it promises more but gives nothing")
            }
            onPage(items.count)
        }
        return items
    }

    private func unstable(_ route: RouteFacts, _ detail: String) -> DropboxError {
        DropboxError(.listingUnstable, route: route.path, detail: detail)
    }
}

extension Array {
    /// The elements in runs of at most `size`; nil stands for all at once.
    func batches(of size: Int?) -> [[Element]] {
        guard let size, size > 0 else { return isEmpty ? [] : [self] }
        return stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

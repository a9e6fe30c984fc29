extension DropboxClient {
    private static let maximumRestarts = 3
    private static let maximumEmptyPages = 3

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
        throw DropboxError(.listingUnstable, route: first.facts.path, detail: "the cursor became invalid repeatedly")
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
        onPage(items.count)
        while page.hasMore {
            page = try await call(next, Wire.CursorArgument(cursor: page.cursor)).value
            items += page.items
            emptyPages = page.items.isEmpty ? emptyPages + 1 : 0
            guard emptyPages <= Self.maximumEmptyPages else {
                throw DropboxError(
                    .listingUnstable,
                    route: next.facts.path,
                    detail: "it promises more but gives nothing"
                )
            }
            onPage(items.count)
        }
        return items
    }
}

extension Array {
    /// The elements in runs of at most `size`; nil stands for all at once.
    func batches(of size: Int?) -> [[Element]] {
        guard let size, size > 0 else { return isEmpty ? [] : [self] }
        return stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

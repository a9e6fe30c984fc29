extension Wire {
    /// The answer of a route that may finish at once or leave a job behind (async.stone `LaunchResultBase`).
    public enum LaunchResult<Payload: Decodable & Sendable>: Decodable, Sendable {
        /// It is done.
        case complete(Payload)
        /// It goes on; poll this job.
        case job(JobID)

        /// Decodes the union.
        public init(from decoder: any Decoder) throws {
            let (tag, fields) = try decoder.union()
            switch (tag, fields) {
            case ("async_job_id", let fields?): self = .job(try fields.payload(JobID.self, of: tag))
            case ("complete", _): self = .complete(try decoder.completePayload(fields))
            default: throw decoder.unknownTag(tag)
            }
        }
    }

    /// The state of a job (async.stone `PollResultBase`).
    public enum JobStatus<Payload: Decodable & Sendable>: Decodable, Sendable {
        /// Not finished.
        case inProgress
        /// Finished.
        case complete(Payload)
        /// Failed, with Dropbox's message.
        case failed(String)

        /// Decodes the union.
        public init(from decoder: any Decoder) throws {
            let (tag, fields) = try decoder.union()
            switch tag {
            case "in_progress": self = .inProgress
            case "complete": self = .complete(try decoder.completePayload(fields))
            case "failed": self = .failed((try? fields?.payload(String.self, of: tag)) ?? "")
            default: throw decoder.unknownTag(tag)
            }
        }
    }

    /// `PollArg`.
    struct JobArgument: Encodable, Sendable {
        let id: JobID

        private enum CodingKeys: String, CodingKey { case id = "async_job_id" }
    }

    /// The argument of every `…/continue` route.
    struct CursorArgument: Encodable, Sendable {
        let cursor: String
    }

    /// One page of a listing.
    protocol Page: Sendable {
        associatedtype Item: Sendable
        var items: [Item] { get }
        var cursor: String { get }
        var hasMore: Bool { get }
    }
}

extension Decoder {
    // A void `complete` has no payload, which `Nothing` decodes from the union itself.
    fileprivate func completePayload<Payload: Decodable>(
        _ fields: KeyedDecodingContainer<Wire.UnionKey>?
    ) throws -> Payload {
        if Payload.self == Wire.Nothing.self { return try Payload(from: self) }
        guard let fields else { throw unknownTag("complete") }
        return try fields.payload(Payload.self, of: "complete")
    }

    fileprivate func unknownTag(_ tag: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: "unknown tag \(tag)"))
    }
}

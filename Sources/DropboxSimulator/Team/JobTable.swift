/// Asynchronous jobs. Their effects happen at launch; what is asynchronous is the answer.
struct JobTable {
    /// Which job status route may poll a job.
    enum Kind {
        case memberAdd
        case memberRemove
        case groupDelete
    }

    private struct Job {
        let kind: Kind
        let result: JSONValue
        var remainingPolls: Int
    }

    private let pollsInProgress: Int
    private var jobs: [String: Job] = [:]

    init(pollsInProgress: Int) {
        self.pollsInProgress = pollsInProgress
    }

    /// The launch result: at once, or as a job where the policy or the caller asks for one.
    mutating func launch(_ kind: Kind, result: JSONValue, forceAsync: Bool = false) -> JSONValue {
        guard forceAsync || pollsInProgress > 0 else { return result }
        let id = "dbjid:" + zeroPadded(jobs.count + 1, to: 12)
        jobs[id] = Job(kind: kind, result: result, remainingPolls: pollsInProgress)
        return .tag("async_job_id", .string(id))
    }

    /// Whether a route asks how a job stands.
    static func isPoll(_ route: String) -> Bool {
        route.contains("/job_status/get")
    }

    mutating func poll(_ id: String, kind: Kind) throws(RouteFault) -> JSONValue {
        guard let job = jobs[id], job.kind == kind else { throw RouteFault("invalid_async_job_id") }
        guard job.remainingPolls == 0 else {
            jobs[id]?.remainingPolls -= 1
            return .tag("in_progress")
        }
        return job.result
    }
}

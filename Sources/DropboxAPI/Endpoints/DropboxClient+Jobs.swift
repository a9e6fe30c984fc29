// Whatever goes wrong after the launch, the launched write may have worked: every error here is `outcomeUnknown`.
extension DropboxClient {
    /// Waits for the end of `addMembers`. Route: `team/members/add/job_status/get_v2`.
    ///
    /// - Throws: `DropboxError`; codes `jobFailed` and `jobTimedOut` (the job goes on) among others, `effect` always `outcomeUnknown`.
    public func finishAddMembers(
        _ launch: Wire.LaunchResult<[Wire.MemberAddResult]>,
        polling: JobPolling = JobPolling()
    ) async throws -> [Wire.MemberAddResult] {
        try await finish(launch, of: Routes.addMembers.facts, at: Routes.addMembersStatus, polling)
    }

    /// Waits for the end of `removeMember`. Route: `team/members/remove/job_status/get`.
    ///
    /// - Throws: `DropboxError`; codes `jobFailed` and `jobTimedOut` (the job goes on) among others, `effect` always `outcomeUnknown`.
    @discardableResult
    public func finishRemoveMember(
        _ launch: Wire.LaunchResult<Wire.Nothing>,
        polling: JobPolling = JobPolling()
    ) async throws -> Wire.Nothing {
        try await finish(launch, of: Routes.removeMember.facts, at: Routes.removeMemberStatus, polling)
    }

    /// Waits for the end of `deleteGroup`. Route: `team/groups/job_status/get`.
    ///
    /// - Throws: `DropboxError`; codes `jobFailed` and `jobTimedOut` (the job goes on) among others, `effect` always `outcomeUnknown`.
    @discardableResult
    public func finishDeleteGroup(
        _ launch: Wire.LaunchResult<Wire.Nothing>,
        polling: JobPolling = JobPolling()
    ) async throws -> Wire.Nothing {
        try await finish(launch, of: Routes.deleteGroup.facts, at: Routes.groupJobStatus, polling)
    }

    private func finish<Payload>(
        _ launch: Wire.LaunchResult<Payload>,
        of launcher: RouteFacts,
        at route: Route<Wire.JobArgument, Wire.JobStatus<Payload>>,
        _ polling: JobPolling
    ) async throws -> Payload {
        switch launch {
        case .complete(let payload): return payload
        case .job(let id) where id.isBlank:
            // Nobody can be asked about this job, and that it was launched does not say that it is done.
            throw DropboxError(
                .undecodable,
                route: launcher.path,
                effect: .outcomeUnknown,
                detail: "the job ID is blank"
            )
        case .job(let id): return try await poll(route, id, polling)
        }
    }

    private func poll<Payload>(
        _ route: Route<Wire.JobArgument, Wire.JobStatus<Payload>>,
        _ id: Wire.JobID,
        _ polling: JobPolling
    ) async throws -> Payload {
        let deadline = time.now() + polling.limit
        var delay = polling.firstDelay
        var isWaitedFor = true
        while isWaitedFor, time.now() < deadline {
            // Who stops waiting gets one last answer.
            isWaitedFor = try await sleepUnlessStopped(min(delay, deadline - time.now()))
            switch try await status(route, id) {
            case .complete(let payload): return payload
            case .failed(let message):
                let detail = BodyExcerpt.text(of: Array(message.utf8), hiding: [])
                throw DropboxError(.jobFailed, route: route.facts.path, effect: .outcomeUnknown, detail: detail)
            case .inProgress: delay = polling.delay(after: delay)
            }
        }
        throw DropboxError(.jobTimedOut, route: route.facts.path, effect: .outcomeUnknown)
    }

    /// Waits in short steps, and says whether the wait came to its end.
    private func sleepUnlessStopped(_ delay: Duration) async throws -> Bool {
        let end = time.now() + delay
        while await loop.limiter.mayWait(forJob: true) {
            let rest = end - time.now()
            if rest <= .zero { return true }
            try await time.sleep(min(rest, RateLimiter.glance))
        }
        return false
    }

    private func status<Payload>(
        _ route: Route<Wire.JobArgument, Wire.JobStatus<Payload>>,
        _ id: Wire.JobID
    ) async throws -> Wire.JobStatus<Payload> {
        do {
            return try await call(route, Wire.JobArgument(id: id)).value
        } catch let error as DropboxError where error.code == .notSent || error.code == .rateLimited {
            // The job goes on, and nobody waits for it any more.
            throw DropboxError(.jobTimedOut, route: route.facts.path, effect: .outcomeUnknown)
        } catch let error as DropboxError {
            throw error.with(effect: .outcomeUnknown)
        }
    }
}

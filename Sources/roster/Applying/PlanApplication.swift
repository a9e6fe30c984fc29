import Reconciliation
import Reporting
import TeamPlanning

/// One apply from plan to result. Every way out before the first change says that nothing was applied.
struct PlanApplication {
    let command: ApplyCommand
    let maker: PlanMaker
    let context: CommandContext
    let progress: Progress

    private var console: any Console { context.console }
    private var invocation: Invocation {
        Invocation(workspace: command.workspace, connection: command.connection, limits: command.limits)
    }

    /// Plans, asks and applies.
    ///
    /// - Parameter approved: the plan that people reviewed, if there is one.
    /// - Throws: what kept the plan from being made or the journal from being begun; nothing was applied then.
    func run(approved: PlanReport?) async throws -> CommandStatus {
        let maker = maker
        guard let plan = try await interruptible(context.signals(), { try await maker.plan() }) else {
            return stop("interrupted", .interrupted)
        }
        progress.finish()
        let report = maker.report(plan)
        let text = context.layout(command.output.display, onError: isPlanOnError).plan(report, applyCommand: nil)
        try context.printInFull(text, onError: isPlanOnError)
        guard plan.isApplicable else { return stop("refused by a gate, see above", .refused) }
        if let approved {
            let delta = ApprovalDelta(now: report, approved: approved)
            guard delta.uncovered.isEmpty else { return refuse(delta) }
        }
        guard !plan.changes.isEmpty else { return try finish(plan, unchanged(plan), startedAt: context.timestamp()) }
        return try await confirmAndApply(plan)
    }

    private func confirmAndApply(_ plan: Plan) async throws -> CommandStatus {
        try MissingScopesError.check(plan, granted: try await maker.team.grantedScopes())
        let confirmation = Confirmation(options: command.consent, console: console)
        let askedAt = context.uptime()
        let answer = try await interruptible(context.signals()) { await confirmation.result(plan) }
        switch answer {
        case nil: return stop("interrupted", .interrupted)
        case .failure(let refusal)?: return refuse(refusal, plan, confirmation)
        case .success(let approved)?:
            if confirmation.isAsking, context.uptime() - askedAt > Self.freshness {
                switch try await isStillPlanned(plan) {
                case nil: return stop("interrupted", .interrupted)
                case false?:
                    let what = "the team changed while the question was open; run apply again to see the new plan"
                    return stop(what, .notConfirmed)
                case true?: break
                }
            }
            return try await apply(approved, confirmation.kind)
        }
    }

    /// How old a plan may become while somebody is asked; after that it is made again and has to be the same.
    private static let freshness = Duration.seconds(60)

    /// Reads the team and plans again, and says whether that is what was confirmed; `nil` when a signal came first.
    private func isStillPlanned(_ plan: Plan) async throws -> Bool? {
        progress.show("reading the team again, as the question was open for a while")
        let maker = maker
        return try await interruptible(context.signals()) {
            let fresh = try await maker.plan()
            return fresh.isApplicable && fresh.fingerprint == plan.fingerprint
        }
    }

    private func apply(_ approved: ApprovedPlan, _ kind: ApplyConsent) async throws -> CommandStatus {
        let startedAt = context.timestamp()
        let journal = try FileJournal(path: command.journal, context: context)
        let (context, maker, progress) = (context, maker, progress)
        let reconciler = Reconciler(
            gateway: maker.team.gateway,
            journal: Journal(sink: journal, timestamp: { context.timestamp() }),
            concurrency: command.concurrency,
            timeLimit: command.timeout.map { limit in TimeLimit(limit.text) { try await context.sleep(limit.duration) }
            },
            observe: { ApplyObserver(progress: progress).take($0) }
        )
        let overrides = command.limits.overrideLimit.map { ($0.name.rawValue, $0.valueText) }
        let result = try await reconciler.apply(
            approved,
            context: ApplyContext(consent: kind, overrides: Dictionary(overrides) { $1 }),
            stop: context.signals(),
            verification: Verification(
                pause: { try await context.sleep(.seconds(2)) },
                replan: { try await maker.plan() }
            )
        )
        progress.note("journal: \(TerminalText.escaped(journal.path))\n")
        return try finish(approved.plan, result, startedAt: startedAt)
    }
}

extension PlanApplication {
    /// With a machine's format on stdout, what people read goes to stderr.
    private var isPlanOnError: Bool { command.output.display.format != .text }

    private func stop(_ reason: String, _ status: CommandStatus) -> CommandStatus {
        progress.finish()
        console.writeError("\(reason): nothing was applied\n")
        return status
    }

    private func refuse(_ delta: ApprovalDelta) -> CommandStatus {
        let arguments = invocation.arguments(of: "plan") + ["-o", "json=plan.json"]
        let text = context.layout(command.output.display, onError: true)
            .approvalRefusal(delta, planCommand: arguments.map(shellQuoted).joined(separator: " "))
        console.writeError(text)
        return .notCovered
    }

    private func refuse(_ refusal: ApprovalRefusal, _ plan: Plan, _ confirmation: Confirmation) -> CommandStatus {
        let refusal = ConsentRefusal(
            refusal: refusal,
            command: consentingCommand(plan),
            wasAsked: confirmation.isAsking && command.consent.confirmGroupDeletions == nil
        )
        console.writeError(refusal.text)
        return .notConfirmed
    }

    private func consentingCommand(_ plan: Plan) -> String {
        var arguments = invocation.arguments(of: "apply")
        arguments += command.consent.approved.map { ["--approved", $0] } ?? ["--auto-approve"]
        if let token = plan.confirmation?.token { arguments += ["--confirm-group-deletions", token] }
        return arguments.map(shellQuoted).joined(separator: " ")
    }

    private func unchanged(_ plan: Plan) -> ApplyResult {
        ApplyResult(outcomes: [], stopCause: nil, remaining: plan)
    }

    private func finish(_ plan: Plan, _ result: ApplyResult, startedAt: String) throws -> CommandStatus {
        let report = ResultReport(
            result,
            of: plan,
            rosterVersion: RosterVersion.current,
            startedAt: startedAt,
            finishedAt: context.timestamp()
        )
        let remaining = result.remaining.map(maker.report)
        do {
            try ResultOutput(command.output, context).write { format, layout in
                switch format {
                case .text: Array(layout.result(report, remaining: remaining).utf8)
                case .json: try report.encoded()
                }
            }
        } catch {
            console.writeError(ErrorText.of(error))
            console.writeError(
                context.layout(command.output.display, onError: true).result(report, remaining: remaining)
            )
            return .failed
        }
        if result.wasInterrupted { return .interrupted }
        return result.hasFailures || result.hasTimedOut ? .incomplete : .done
    }
}

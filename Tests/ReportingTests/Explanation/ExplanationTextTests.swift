import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("The steps of an explanation's text")
struct ExplanationTextTests {
    private func text(_ step: ExplanationReport.Step, of resource: Resource = .user("ann@acme.example")) -> String {
        var report = ExplanationReport(
            Explanation(name: resource.name, resource: resource, steps: []),
            rosterVersion: "1",
            createdAt: ""
        )
        report.steps = [step]
        return TextLayout(width: 120, colour: false).explanation(report)
    }

    private func candidacy(_ verdict: Explanation.Candidacy.Verdict, tombstone: Bool = false) -> ExplanationReport.Step
    {
        .candidacy(
            ExplanationReport.Candidacy(tombstone: tombstone, scope: .managed, inScope: true, verdict: verdict)
        )
    }

    @Test(
        "Every verdict on a candidate has a sentence of its own",
        arguments: [Resource.user("ann@acme.example"), .group("Sales")]
    )
    func verdicts(resource: Resource) {
        let verdicts: [Explanation.Candidacy.Verdict] = [
            .suspectRead, .switchedOff, .untouchable, .systemManaged, .outOfScope, .planned, .stopped, .nothingLeft,
        ]
        let sentences = verdicts.map { text(candidacy($0), of: resource) }
        #expect(Set(sentences).count == verdicts.count)
        #expect(sentences.allSatisfy { $0.contains("\n 1.  No manifest keeps this ") })
        #expect(text(candidacy(.planned, tombstone: true)).contains("The manifest says absent: to be deprovisioned."))
    }

    @Test(
        "Scopes are told",
        arguments: [
            (ExplanationReport.Candidacy.Scope.managed, "(managed: what carries our marker)"), (.all, "(all)"),
            (.filter, "(the filter name pr)"),
        ]
    )
    func scopes(scope: ExplanationReport.Candidacy.Scope, words: String) {
        let step = ExplanationReport.Candidacy(
            tombstone: false,
            scope: scope,
            filter: "name pr",
            inScope: false,
            verdict: .outOfScope
        )
        #expect(text(.candidacy(step), of: .group("G")).contains("The group is outside the policy's scope \(words)."))
    }

    @Test("Every pair of wanted and live status has a sentence", arguments: LivePresence.allCases)
    func transitions(live: LivePresence) {
        for desired in [DesiredStatus.active, .suspended, nil] {
            let decision = UserTransition.decide(desired: desired, live: live)
            let step = ExplanationReport.Transition(desired: desired, live: live, decision: decision)
            let sentence = text(.transition(step))
            let wanted = desired.map { "Wanted \($0.rawValue)" } ?? "The status is not managed"
            #expect(sentence.contains(" 1.  \(wanted), "))
            #expect(sentence.hasSuffix(".\n"))
        }
    }

    @Test("Every outcome of a membership has words of its own")
    func memberships() {
        let outcomes: [Explanation.MembershipFact.Outcome] = [
            .add, .remove, .setAccess, .keep, .leftAlone, .notPlanned, .endsWithMember, .endsWithGroup,
        ]
        let texts = outcomes.map { outcome in
            let membership = ExplanationReport.Membership(
                group: "Sales",
                person: "ann@acme.example",
                sources: [],
                live: true,
                access: .owner,
                outcome: outcome
            )
            return text(.memberships([membership]))
        }
        #expect(Set(texts).count == outcomes.count)
        #expect(texts.allSatisfy { $0.contains("\"Sales\" (an owner): ") })
    }

    @Test(
        "Released records and tombstones are told",
        arguments: [
            (Lifecycle.managed, ""), (.released, "It is released: the user is left alone from now on"),
            (.absent, "It is a tombstone: the user is to go."),
        ]
    )
    func lifecycles(lifecycle: Lifecycle, words: String) {
        let record = ExplanationReport.Record(
            source: PlanReport.Source(file: "u.json", line: 3, column: 1),
            rule: "default",
            leftOut: false,
            lifecycle: lifecycle
        )
        let text = text(.record(record))
        #expect(text.contains("The record stands at u.json:3:1, rule default."))
        #expect(words.isEmpty ? text.split(separator: "\n").count == 2 : text.contains(words))
    }

    @Test("What nobody plans is said")
    func nothing() {
        #expect(text(.changes([])).contains("Nothing is planned for the user itself."))
        #expect(text(.changes([]), of: .group("G")).contains("Nothing is planned for the group itself."))
    }

    @Test("A change that cannot be undone says so, with its options")
    func irreversible() {
        let change = Fixture.change(
            .userRemove,
            "ann@acme.example",
            options: [Field("wipe_data", .flag(true))],
            irreversible: true
        )
        let text = text(.changes([PlanReport.Change(change)]))
        #expect(text.contains("- user.remove:ann@acme.example (cannot be undone)\n"))
        #expect(text.contains("! wipe_data: true\n"))
    }
}

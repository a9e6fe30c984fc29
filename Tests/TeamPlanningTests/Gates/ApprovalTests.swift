import Testing

@testable import TeamPlanning

/// What it takes to make an `ApprovedPlan` (contract §5 rules 1 and 3).
struct ApprovalTests {
    private static let harmless = plan(team(), users: [user("ann")])
    private static let deletingOne = plan(team([], [liveGroup("Sales")]), users: [user("ann")])
    private static let deletingTwo = plan(team([], [liveGroup("Sales"), liveGroup("Help")]))
    private static let nothing = plan(team())

    private static func refusal(_ plan: Plan, _ consent: Consent) -> ApprovalRefusal? {
        do throws(ApprovalRefusal) {
            let approved = try plan.approved(with: consent)
            return approved.plan.fingerprint == plan.fingerprint ? nil : .consentMissing
        } catch {
            return error
        }
    }

    @Test func aYesIsEnoughForWhatIsHarmless() {
        #expect(Self.refusal(Self.harmless, Consent(toChanges: true)) == nil)
        #expect(Self.refusal(Self.harmless, Consent(toChanges: false)) == .consentMissing)
        #expect(
            Self.refusal(Self.harmless, Consent(toChanges: false, toGroupDeletions: .token("x"))) == .consentMissing
        )
    }

    @Test func nothingNeedsNoConsent() {
        #expect(Self.refusal(Self.nothing, Consent(toChanges: false)) == nil)
        #expect(Self.nothing.verdict(.confirmation)?.verdict == .pass)
        #expect(Self.nothing.confirmation == nil)
    }

    @Test func groupDeletionsNeedTheirOwnConsent() throws {
        let confirmation = try #require(Self.deletingOne.confirmation)
        let token = confirmation.token
        typealias Row = (Consent.GroupDeletionConsent, ApprovalRefusal?)
        let rows: [Row] = [
            (.none, .groupDeletionConsentMissing(expectedToken: token)),
            (.token(token), nil),
            (.token(token.uppercased()), .groupDeletionConsentWrong(expectedToken: token)),
            (.token(""), .groupDeletionConsentWrong(expectedToken: token)),
            (.token("Sales"), .groupDeletionConsentWrong(expectedToken: token)),
            (.typed("Sales"), nil),
            (.typed("sales"), .groupDeletionConsentWrong(expectedToken: token)),
            (.typed(token), .groupDeletionConsentWrong(expectedToken: token)),
            (.typed("delete 1 groups"), .groupDeletionConsentWrong(expectedToken: token)),
        ]
        for (consent, refusal) in rows {
            #expect(Self.refusal(Self.deletingOne, Consent(toChanges: true, toGroupDeletions: consent)) == refusal)
        }
        #expect(
            Self.refusal(Self.deletingOne, Consent(toChanges: false, toGroupDeletions: .token(token)))
                == .consentMissing
        )
    }

    @Test(arguments: [
        ("delete 2 groups", true), ("delete 3 groups", false), ("Sales", false), ("", false), ("yes", false),
    ])
    func thePhraseForSeveral(typed: String, isRight: Bool) {
        let refusal = Self.refusal(Self.deletingTwo, Consent(toChanges: true, toGroupDeletions: .typed(typed)))
        #expect((refusal == nil) == isRight)
    }

    @Test func theTokenOfOtherGroupsIsWrong() throws {
        let other = try #require(Self.deletingTwo.confirmation?.token)
        let expected = try #require(Self.deletingOne.confirmation?.token)
        #expect(
            Self.refusal(Self.deletingOne, Consent(toChanges: true, toGroupDeletions: .token(other)))
                == .groupDeletionConsentWrong(expectedToken: expected)
        )
    }

    @Test func refusingGatesComeFirst() throws {
        let plan = plan(team([], [liveGroup("Sales")])) {
            $0.connection.isEnabled = false
            $0.policy.limits.groupDeletions = .count(0)
        }
        let token = try #require(plan.confirmation?.token)
        let consent = Consent(toChanges: true, toGroupDeletions: .token(token))
        guard case .gates(let gates) = Self.refusal(plan, consent) else {
            Issue.record("the gates did not refuse")
            return
        }
        #expect(gates.map(\.gate) == [.connectionEnabled, .groupDeletions])
        #expect(gates.allSatisfy { $0.verdict == .refuse })
    }

    @Test func findingsNeverRefuse() {
        let plan = plan(
            team([member("ann") { $0.secondaryEmails = [email("annie")] }]),
            users: [user("annie"), user("bob")]
        )
        #expect(plan.findings.contains { $0.severity == .error })
        #expect(plan.isApplicable)
        #expect(Self.refusal(plan, Consent(toChanges: true)) == nil)
    }

    @Test func theGateAsksForWhatIsMissing() throws {
        #expect(Self.harmless.verdict(.confirmation)?.verdict == .confirm)
        let gate = try #require(Self.deletingTwo.verdict(.confirmation))
        #expect(gate.verdict == .confirm)
        #expect(gate.count == 2)
        #expect(gate.message.contains(try #require(Self.deletingTwo.confirmation?.token)))
        #expect(Self.deletingTwo.isApplicable, "a consent that is still missing does not make a plan inapplicable")
    }
}

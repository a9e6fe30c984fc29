import DropboxAPI
import DropboxProvider
import Reconciliation
import TestSupport
import Testing

@testable import TeamPlanning

/// What takes something away is done only to what the plan showed: not to a group with a new purpose, not to an account with
/// a new owner, and not on a second try either.
@Suite struct ExpectationTests {
    private static let deletion = change(
        .deleteGroup(GroupID("g:1")),
        .group("Old"),
        before: [
            Field("name", .text("Old")), Field("management", .text("company_managed")),
            Field("member_count", .number(3)),
        ]
    )
    private static let removal = change(
        .removeUser(MemberID("dbmid:1"), RemovalOptions()),
        .user("ann@acme.example"),
        member: planned
    )
    private static let wipe = change(
        .suspendUser(MemberID("dbmid:1"), wipeData: true),
        .user("ann@acme.example"),
        member: planned
    )
    /// The record says maiden@, the account is called ann@: matched by external ID, and the email stays as it is.
    private static let suspension = change(
        .suspendUser(MemberID("dbmid:1"), wipeData: false),
        .user("maiden@acme.example"),
        member: planned
    )
    private static let planned = Member(
        id: MemberID("dbmid:1"),
        email: "ann@acme.example",
        externalID: "roster:default/1",
        status: .active
    )

    private static func change(
        _ operation: TeamPlanning.Operation,
        _ resource: Resource,
        before: [Field]? = nil,
        member: Member? = nil
    ) -> Change {
        Change(
            id: ChangeID("c"),
            action: action(of: operation),
            resource: resource,
            before: before,
            after: nil,
            options: [],
            reason: "",
            isDestructive: true,
            isIrreversible: true,
            dependsOn: [],
            source: nil,
            operation: operation,
            stage: .deleteGroups,
            member: member
        )
    }

    private static func action(of operation: TeamPlanning.Operation) -> Action {
        switch operation {
        case .removeUser: .userRemove
        case .suspendUser: .userSuspend
        default: .groupDelete
        }
    }

    private static func groups(_ fields: String) -> ScriptedDropbox.Answer {
        .ok(#"{"groups":[{"group_id":"g:1",\#(fields)}],"cursor":"c","has_more":false}"#)
    }

    private static func member(
        _ fields: String,
        status: String = "active",
        roles: String = ""
    ) -> ScriptedDropbox.Answer {
        .ok(
            #"{"members_info":[{".tag":"member_info","profile":{"team_member_id":"dbmid:1",\#(fields),"email_verified":true,"#
                + #""status":{".tag":"\#(status)"},"name":{"given_name":"A","surname":"B"},"groups":[]},"roles":[\#(roles)]}]}"#
        )
    }

    private static let old =
        #""group_name":"Old","group_management_type":{".tag":"company_managed"},"member_count":3"#
    private static let ann = #""email":"Ann@acme.example","external_id":"roster:default/1""#
    private static let write = ScriptedDropbox.Answer.ok(#"{".tag":"complete"}"#)

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let change: Change
        let readRoute: String
        let writeRoute: String
        let asPlanned: ScriptedDropbox.Answer
        let other: ScriptedDropbox.Answer
        let says: String
        var testDescription: String { name }
    }

    private static func groupCase(_ name: String, _ fields: String, _ says: String) -> Case {
        Case(
            name: name,
            change: deletion,
            readRoute: "team/groups/list",
            writeRoute: "team/groups/delete",
            asPlanned: groups(old),
            other: groups(fields),
            says: says
        )
    }

    private static func memberCase(
        _ name: String,
        _ change: Change,
        _ other: ScriptedDropbox.Answer,
        _ says: String
    ) -> Case {
        Case(
            name: name,
            change: change,
            readRoute: "team/members/get_info_v2",
            writeRoute: change.action == .userRemove ? "team/members/remove" : "team/members/suspend",
            asPlanned: member(ann),
            other: other,
            says: says
        )
    }

    private static func memberCases(_ name: String, _ change: Change) -> [Case] {
        let teamAdmin = #"{"role_id":"pid_dbtmr:1","name":"Team admin","description":""}"#
        return [
            memberCase(
                "\(name) of somebody with another email",
                change,
                member(#""email":"ceo@acme.example","external_id":"roster:default/1""#),
                "the member's email was ann@acme.example and is ceo@acme.example now"
            ),
            memberCase(
                "\(name) of somebody of another system",
                change,
                member(#""email":"ann@acme.example","external_id":"ADSYNC 1""#),
                "the external ID was \"roster:default/1\" and is \"ADSYNC 1\" now"
            ),
            memberCase(
                "\(name) of somebody without an external ID",
                change,
                member(#""email":"ann@acme.example""#),
                "the external ID was \"roster:default/1\" and is none now"
            ),
            memberCase(
                "\(name) of somebody who is invited",
                change,
                member(ann, status: "invited"),
                "the member was active and is invited now"
            ),
            memberCase(
                "\(name) of somebody who became a team admin",
                change,
                member(ann, roles: teamAdmin),
                "the member was no team admin and is one now"
            ),
        ]
    }

    static let cases =
        [
            groupCase(
                "a group with another name",
                #""group_name":"Board","group_management_type":{".tag":"company_managed"},"member_count":3"#,
                "the group was called \"Old\" and is called \"Board\" now"
            ),
            groupCase(
                "a group of another system",
                old + #","group_external_id":"ADSYNC 1""#,
                "the external ID was none and is \"ADSYNC 1\" now"
            ),
            groupCase(
                "a group with more members",
                #""group_name":"Old","group_management_type":{".tag":"company_managed"},"member_count":4"#,
                "the group had 3 members and has 4 now"
            ),
            groupCase(
                "a group that its owners manage",
                #""group_name":"Old","group_management_type":{".tag":"user_managed"},"member_count":3"#,
                "the group was company_managed and is user_managed now"
            ),
        ] + memberCases("a removal", removal) + memberCases("a wipe", wipe) + memberCases("a suspension", suspension)

    /// Carries the change out as the engine does, after the earlier ones of its plan.
    private func carryOut(
        _ change: Change,
        after earlier: [Change] = [],
        _ dropbox: ScriptedDropbox
    ) async -> GatewayError? {
        let gateway = DropboxTeamGateway(client: dropbox.client)
        let expectation = Expectation(change, after: PlannedEffects(earlier))
        do throws(GatewayError) {
            switch change.operation {
            case .deleteGroup(let id): _ = try await gateway.deleteGroup(id, expecting: expectation)
            case .removeUser(let id, let options):
                _ = try await gateway.removeUser(id, options, expecting: expectation)
            case .suspendUser(let id, let wipeData):
                _ = try await gateway.suspendUser(id, wipeData: wipeData, expecting: expectation)
            default: Issue.record("takes nothing away")
            }
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: cases)
    func anotherObjectIsLeftAlone(_ test: Case) async {
        let dropbox = ScriptedDropbox([test.readRoute: [test.other], test.writeRoute: [Self.write]])
        let error = await carryOut(test.change, dropbox)
        #expect(error?.code == .rejected)
        #expect(error?.message.contains(test.says) == true, "\(error?.message ?? "")")
        #expect(!dropbox.routes.contains(test.writeRoute))
    }

    /// Dropbox cannot tell what became of the job, and what is there is another object now.
    @Test(arguments: cases.filter { $0.writeRoute != "team/members/suspend" })
    func afterALostJobTheDifferenceIsNamed(_ test: Case) async {
        let status =
            test.writeRoute.contains("groups") ? "team/groups/job_status/get" : "team/members/remove/job_status/get"
        let dropbox = ScriptedDropbox([
            test.readRoute: [test.asPlanned, test.other], status: [.refused(#"{".tag":"internal_error"}"#)],
            test.writeRoute: [.ok(#"{".tag":"async_job_id","async_job_id":"j"}"#)],
        ])
        let error = await carryOut(test.change, dropbox)
        #expect(error?.code == .outcomeUnknown)
        #expect(error?.message.hasSuffix("; \(test.says)") == true, "\(error?.message ?? "")")
    }

    @Test(arguments: cases)
    func aSecondTryLeavesItAloneToo(_ test: Case) async {
        let dropbox = ScriptedDropbox([
            test.readRoute: [test.asPlanned, test.other], test.writeRoute: [.lost, Self.write],
        ])
        let error = await carryOut(test.change, dropbox)
        #expect(error?.code == .outcomeUnknown)
        #expect(error?.message.contains(test.says) == true, "\(error?.message ?? "")")
        #expect(dropbox.routes.count { $0 == test.writeRoute } == 1)
    }

    @Test(arguments: cases)
    func whatIsAsPlannedGoes(_ test: Case) async {
        let answer = test.writeRoute == "team/members/suspend" ? ScriptedDropbox.Answer.ok("null") : Self.write
        let dropbox = ScriptedDropbox([test.readRoute: [test.asPlanned], test.writeRoute: [answer]])
        #expect(await carryOut(test.change, dropbox) == nil)
        #expect(dropbox.routes == [test.readRoute, test.writeRoute])
    }

    /// An earlier change of the same plan gave the member this email, and the first reading does not show it yet.
    @Test func anOldReadingIsNotTheLastWord() async {
        let dropbox = ScriptedDropbox([
            "team/members/get_info_v2": [Self.member(#""email":"before@acme.example""#), Self.member(Self.ann)],
            "team/members/suspend": [.ok("null")],
        ])
        #expect(await carryOut(Self.wipe, dropbox) == nil)
        #expect(dropbox.routes.last == "team/members/suspend")
    }

    struct OwnEffect: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let earlier: TeamPlanning.Operation
        let found: ScriptedDropbox.Answer
    }

    static let ownEffects = [
        OwnEffect(
            testDescription: "an email",
            earlier: .updateUser(planned.id, update { $0.email = "maiden@acme.example" }),
            found: member(#""email":"maiden@acme.example","external_id":"roster:default/1""#)
        ),
        OwnEffect(
            testDescription: "an external ID",
            earlier: .updateUser(planned.id, update { $0.externalID = "roster:default/2" }),
            found: member(#""email":"ann@acme.example","external_id":"roster:default/2""#)
        ),
        OwnEffect(
            testDescription: "an external ID that is taken away",
            earlier: .updateUser(planned.id, update { $0.externalID = "" }),
            found: member(#""email":"ann@acme.example""#)
        ),
        OwnEffect(
            testDescription: "a role",
            earlier: .setRole(planned.id, RoleID("pid_dbtmr:1")),
            found: member(ann, roles: #"{"role_id":"pid_dbtmr:1","name":"Team admin","description":""}"#)
        ),
    ]

    private static func update(_ set: (inout ProfileUpdate) -> Void) -> ProfileUpdate {
        var update = ProfileUpdate()
        set(&update)
        return update
    }

    /// What an earlier change of the same plan did to the member is expected; without that change it is not.
    @Test(arguments: ownEffects)
    func whatThePlanItselfChangedIsExpected(_ effect: OwnEffect) async {
        let earlier = Self.change(effect.earlier, .user("ann@acme.example"))
        func dropbox() -> ScriptedDropbox {
            ScriptedDropbox(["team/members/get_info_v2": [effect.found], "team/members/suspend": [.ok("null")]])
        }
        #expect(await carryOut(Self.suspension, after: [earlier], dropbox()) == nil)
        #expect(await carryOut(Self.suspension, dropbox())?.code == .rejected)
    }

    /// The goal is reached, whoever reached it; for a removal it is another state than the plan saw.
    @Test func whoIsSuspendedAlreadyIsAsWanted() async {
        let answers = [
            "team/members/get_info_v2": [Self.member(Self.ann, status: "suspended")],
            "team/members/suspend": [.refused(#"{".tag":"suspend_inactive_user"}"#)],
        ]
        #expect(await carryOut(Self.suspension, ScriptedDropbox(answers)) == nil)
        let error = await carryOut(Self.removal, ScriptedDropbox(answers))
        #expect(error?.message.contains("the member was active and is suspended now") == true)
    }

    /// Somebody else suspended or removed them: nothing was wiped, and nothing later would tell.
    @Test func aWipeThatDidNotHappenIsNotDone() async throws {
        let suspended = ScriptedDropbox([
            "team/members/get_info_v2": [Self.member(Self.ann, status: "suspended")],
            "team/members/suspend": [.refused(#"{".tag":"suspend_inactive_user"}"#)],
        ])
        #expect(await carryOut(Self.wipe, suspended)?.code == .rejected)
        let gone = ScriptedDropbox(["team/members/remove": [.refused(#"{".tag":"user_not_in_team"}"#)]])
        var options = RemovalOptions()
        options.wipeData = true
        let gateway = DropboxTeamGateway(client: gone.client)
        let error = await #expect(throws: GatewayError.self) {
            try await gateway.removeUser(MemberID("dbmid:1"), options)
        }
        #expect(error?.code == .rejected)
    }
}

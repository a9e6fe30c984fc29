import DropboxAPI
import Reconciliation
import TeamPlanning
import TestSupport
import Testing

@testable import DropboxProvider

@Suite struct GatewayErrorTests {
    /// Suspends somebody and returns the refusal.
    private func refusal(_ answer: ScriptedDropbox.Answer) async -> GatewayError? {
        let dropbox = ScriptedDropbox(["team/members/suspend": [answer]])
        return await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).suspendUser(MemberID("dbmid:1"), wipeData: false)
        }
    }

    @Test(arguments: [
        (409, #"{".tag":"suspend_last_admin"}"#, GatewayError.Code.rejected),
        (409, #"{".tag":"a_tag_of_the_future"}"#, .rejected),
        (401, #"{".tag":"invalid_access_token"}"#, .accessLost),
        (401, #"{".tag":"expired_access_token"}"#, .accessLost),
        (401, #"{".tag":"user_suspended"}"#, .accessLost),
        (401, #"{".tag":"missing_scope","required_scope":"members.write"}"#, .rejected),
        (403, #"{".tag":"no_permission"}"#, .rejected),
        (500, #""x""#, .outcomeUnknown),
    ])
    func everyFailureIsClassified(_ status: Int, _ error: String, _ code: GatewayError.Code) async throws {
        let refusal = await refusal(.init(status: status, body: #"{"error_summary":"x/","error":\#(error)}"#))
        #expect(refusal?.code == code)
        #expect(refusal?.requestID == "req-1")
        #expect(refusal?.message.contains("secret-token") == false)
    }

    /// Where Dropbox cannot be reached, after all tries, the changes that are left would each wait as long for nothing.
    @Test(arguments: [
        (TransportError.Code.cannotConnect, GatewayError.Code.accessLost), (.proxyFailed, .accessLost),
        (.tlsFailed, .accessLost), (.misconfigured, .accessLost), (.timedOut, .rejected), (.connectionLost, .rejected),
        (.invalidRequest, .rejected),
    ])
    func whoCannotReachDropboxStops(_ failure: TransportError.Code, _ code: GatewayError.Code) async {
        #expect(await refusal(.unsent(failure))?.code == code)
    }

    @Test func aTagBecomesASentenceWithTheNextStep() async throws {
        #expect(
            await refusal(.refused(#"{".tag":"suspend_last_admin"}"#))?.message
                == "this is the team's last admin: make somebody else a team admin first (suspend_last_admin)"
        )
        #expect(
            await refusal(.refused(#"{".tag":"new_tag"}"#))?.message
                == "Dropbox refused with new_tag: run plan to see the team as it is now"
        )
    }

    @Test func aLostAnswerSaysWhatToDo() async throws {
        let error = await refusal(.lost)
        #expect(error?.code == .outcomeUnknown)
        #expect(
            error?.description
                == "team/members/suspend gave no usable answer: the connection broke; it may or may not have taken effect: run apply again"
        )
    }

    @Test func peopleWhomDropboxNamesArePassedOn() async throws {
        let dropbox = ScriptedDropbox([
            "team/groups/members/add": [
                .refused(#"{".tag":"members_not_in_team","members_not_in_team":["dbmid:2","dbmid:3"]}"#)
            ]
        ])
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client)
                .addMembers([GroupMember(id: MemberID("dbmid:2"), access: .member)], to: GroupID("g:1"))
        }
        #expect(error?.offendingMembers == [MemberID("dbmid:2"), MemberID("dbmid:3")])
    }

    @Test func aTransferNeedsAnAdmin() async throws {
        var options = RemovalOptions()
        options.transferDest = MemberID("dbmid:9")
        let dropbox = ScriptedDropbox([:])
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).removeUser(MemberID("dbmid:1"), options)
        }
        #expect(error?.code == .rejected)
        #expect(dropbox.calls.isEmpty)
    }

    @Test func cancellingLeavesTheOutcomeUnknown() {
        #expect(GatewayError(CancellationError(), launchedBy: "r").code == .outcomeUnknown)
        #expect(GatewayError(CancellationError(), launchedBy: "r").requestID == "r")
    }

    @Test(arguments: [
        ([String](), "Dropbox refused with no reason: run plan to see the team as it is now"),
        (["group_not_found"], "the group does not exist any more: run plan again (group_not_found)"),
        (["user_not_found", "other"], "Dropbox does not know this member: run plan again (user_not_found/other)"),
    ])
    func chainsOfTagsAreRead(_ tags: [String], _ sentence: String) {
        #expect(Refusals.sentence(for: tags) == sentence)
    }
}

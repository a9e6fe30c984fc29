import Testing

@testable import DropboxSimulator

struct JobTests {
    static let launches = [
        (launch: "team/members/add_v2", argument: #"{"new_members":[]}"#, poll: "team/members/add/job_status/get_v2"),
        (
            launch: "team/members/remove", argument: #"{"user":\#(user("dbmid:active"))}"#,
            poll: "team/members/remove/job_status/get"
        ),
        (launch: "team/groups/delete", argument: group("g:club"), poll: "team/groups/job_status/get"),
    ]

    @Test(arguments: launches)
    func stayInProgressAsLongAsToldTo(launch: String, argument: String, poll: String) throws {
        var team = SimulatedTeam.test(pollsInProgress: 2)
        let id = try #require(try team.call(launch, argument)["async_job_id"].text)
        let statuses = try (0..<4).map { _ in try team.call(poll, #"{"async_job_id":"\#(id)"}"#).tag }
        #expect(statuses == ["in_progress", "in_progress", "complete", "complete"])
        for other in Self.launches.map(\.poll) where other != poll {
            #expect(try team.errorTag(other, #"{"async_job_id":"\#(id)"}"#) == "invalid_async_job_id")
        }
    }

    @Test(arguments: launches)
    func completeAtOnceByDefault(launch: String, argument: String, poll: String) throws {
        var team = SimulatedTeam.test()
        #expect(try team.call(launch, argument).tag == "complete")
        #expect(try team.errorTag(poll, #"{"async_job_id":" "}"#) == "invalid_async_job_id")
    }

    @Test func forcedJobsCarryTheirResult() throws {
        var team = SimulatedTeam.test()
        let argument = #"{"force_async":true,"new_members":[{"member_email":"new@example.com"}]}"#
        let launch = try team.call("team/members/add_v2", argument)
        #expect(launch.tag == "async_job_id")
        let id = try #require(launch["async_job_id"].text)
        let status = try team.call("team/members/add/job_status/get_v2", #"{"async_job_id":"\#(id)"}"#)
        #expect(status["complete"][0]["profile"]["email"] == "new@example.com")
    }
}

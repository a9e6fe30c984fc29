import TeamPlanning
import Testing

@testable import DropboxAPI
@testable import DropboxProvider

@Suite struct LiveStateAssemblyTests {
    /// A thousand members in ten groups each: every edge arrives, in order, once.
    @Test func manyMembershipsArePutTogether() throws {
        let rows = (0..<1000).map { member in
            TeamJSON.member(
                TeamJSON.profile(
                    "dbmid:\(10_000 + member)",
                    "m\(member)@x.org",
                    groups: (0..<10).map { "g:\(100 + (member + $0) % 50)" }
                )
            )
        }
        let page = TeamJSON.members(rows.shuffled())
        let groups = TeamJSON.groups((0..<50).map { TeamJSON.group("g:\(100 + $0)", "G\($0)", count: 200) })
        let assembly = LiveStateAssembly(
            members: try decode(Wire.MembersPage.self, page).items,
            groups: try decode(Wire.GroupsPage.self, groups).items
        )
        #expect(assembly.members.count == 1000)
        #expect(assembly.groups.allSatisfy { $0.members.count == 200 })
        #expect(assembly.groups.allSatisfy { $0.members.map(\.member) == $0.members.map(\.member).sorted() })
        #expect(assembly.groups.indices.allSatisfy { !assembly.isDoubtful($0) })
    }

    @Test func aRowThatComesTwiceCountsOnce() throws {
        let rows = ["old@x.org", "new@x.org"].map {
            TeamJSON.member(TeamJSON.profile("dbmid:1", $0, groups: ["g:1"]))
        }
        let assembly = LiveStateAssembly(
            members: try decode(Wire.MembersPage.self, TeamJSON.members(rows)).items,
            groups: try decode(Wire.GroupsPage.self, TeamJSON.groups([TeamJSON.group("g:1", "G", count: 1)])).items
        )
        #expect(assembly.members.map(\.email) == ["new@x.org"])
        #expect(assembly.groups.first?.members == [Membership(member: 0)])
    }

    @Test func aGroupThatIsListedTwiceForAMemberIsDoubtful() throws {
        let row = TeamJSON.member(TeamJSON.profile("dbmid:1", "a@x.org", groups: ["g:1", "g:1"]))
        let assembly = LiveStateAssembly(
            members: try decode(Wire.MembersPage.self, TeamJSON.members([row])).items,
            groups: try decode(Wire.GroupsPage.self, TeamJSON.groups([TeamJSON.group("g:1", "G", count: 1)])).items
        )
        #expect(assembly.isDoubtful(0))
    }
}

import TeamPlanning
import Testing

@testable import TestSupport

/// Any team brought into manifests leaves nothing to do, and a later import changes only what changed in the team.
struct ImportPropertyTests {
    static let seeds = (0..<20).map { $0 * 60..<($0 + 1) * 60 }

    private static func options(_ random: inout SplitMix64) -> ImportOptions {
        var options = ImportOptions(folder: "manifests")
        options.split = random.pick(.none, .none, .letter, .group)
        options.onlyActive = random.percent(15)
        return options
    }

    private static func changes(_ files: [ManifestFile], _ live: LiveState) -> [String] {
        let load = loadManifests(files)
        guard !load.hasErrors else { return load.findings.map { "\($0.location?.description ?? ""): \($0.message)" } }
        let plan = Plan(
            manifests: load.manifests,
            live: live,
            options: PlanOptions(now: Scenario.now),
            digest: Scenario.digest
        )
        return plan.changes.map { "\($0.id): \($0.reason)" }
    }

    private static func run(
        _ files: [ManifestFile],
        _ live: LiveState,
        _ options: ImportOptions
    ) throws -> (result: TeamImport, files: [ManifestFile]) {
        let result = try TeamImport(files: files, load: loadManifests(files), live: live, options: options)
        var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
        for file in result.files { texts[file.path] = file.after }
        return (result, texts.map { ManifestFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path })
    }

    @Test(arguments: seeds)
    func firstImportLeavesNothingToDo(seeds: Range<Int>) throws {
        for seed in seeds {
            var random = SplitMix64(seed: seed)
            var live = RandomTeam(using: &random).state
            if random.percent(50) { live.makeOdd(&random) }
            let (result, files) = try Self.run([], live, Self.options(&random))
            #expect(Self.changes(files, live) == [], "seed \(seed)")
            #expect(result.files.allSatisfy { $0.before == nil })
            #expect(files.allSatisfy { $0.formatted() == $0 }, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func secondImportChangesNothing(seeds: Range<Int>) throws {
        for seed in seeds {
            var random = SplitMix64(seed: seed)
            let live = RandomTeam(using: &random).state
            let options = Self.options(&random)
            let (_, files) = try Self.run([], live, options)
            let (again, _) = try Self.run(files, live, options)
            #expect(again.files == [], "seed \(seed): \(again.files.map { String(decoding: $0.after, as: UTF8.self) })")
        }
    }

    /// The team changes, the manifests have notes in them: afterwards there is nothing to do, and the notes of those who
    /// are still there are still there.
    @Test(arguments: seeds)
    func laterImportFollowsTheTeam(seeds: Range<Int>) throws {
        for seed in seeds {
            var random = SplitMix64(seed: seed)
            var live = RandomTeam(using: &random).state
            var options = Self.options(&random)
            options.prunes = true
            let (_, files) = try Self.run([], live, options)
            let noted = files.map { ManifestFile(path: $0.path, bytes: Self.withNotes($0.bytes)) }
            live.change(&random)
            guard live.members.contains(where: { $0.id == live.actingAdmin.id }) else { continue }
            let (_, later) = try Self.run(noted, live, options)
            #expect(Self.changes(later, live) == [], "seed \(seed)")
            #expect(try Self.run(later, live, options).result.files == [], "seed \(seed)")
            #expect(Self.lostNotes(noted, later, live) == [], "seed \(seed)")
        }
    }

    /// Some users' records state their groups, some groups' records do not state their members: afterwards there is nothing
    /// to do, and nothing was written that another import would take back.
    @Test(arguments: seeds)
    func importFromTheUsersSideLeavesNothingToDo(seeds: Range<Int>) throws {
        for seed in seeds {
            var random = SplitMix64(seed: seed)
            let live = RandomTeam(using: &random).state
            let options = Self.options(&random)
            let (_, files) = try Self.run([], live, options)
            let names = live.groups.filter { $0.management != .systemManaged }.map(\.name)
            let turned = files.map { ManifestFile(path: $0.path, bytes: Self.fromUsersSide($0.bytes, names, &random)) }
            guard !loadManifests(turned).hasErrors else { continue }
            let (_, later) = try Self.run(turned, live, options)
            #expect(Self.changes(later, live) == [], "seed \(seed)")
            #expect(try Self.run(later, live, options).result.files == [], "seed \(seed)")
        }
    }

    private static func fromUsersSide(_ bytes: [UInt8], _ groups: [String], _ random: inout SplitMix64) -> [UInt8] {
        var text = String(decoding: bytes, as: UTF8.self)
        for list in text.matches(of: /,\s*"(members|owners)": \[[^\]]*\]/).reversed() where random.percent(60) {
            text.removeSubrange(list.range)
        }
        for email in text.matches(of: /"email": "[^"]*"/).reversed() where random.percent(30) {
            let names = random.some(of: groups, upTo: 2).map { "\"\($0)\"" }.joined(separator: ", ")
            text.replaceSubrange(email.range, with: "\(email.output), \"groups\": [\(names)]")
        }
        return Array(text.utf8)
    }

    private static func withNotes(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        let users = text.replacing(/"email": "([^"]*)"/) {
            "\"email\":   \"\($0.1)\",\t\"description\": \"note of \($0.1)\""
        }
        return Array(users.utf8)
    }

    /// Notes that were there, are gone, and belong to somebody who is still in the team under the same email.
    private static func lostNotes(_ before: [ManifestFile], _ after: [ManifestFile], _ live: LiveState) -> [String] {
        func notes(_ files: [ManifestFile]) -> Set<String> {
            Set(
                files.flatMap { file in
                    String(decoding: file.bytes, as: UTF8.self).matches(of: /",\t"description": "note of ([^"]*)"/).map
                    { String($0.1) }
                }
            )
        }
        let present = Set(live.members.filter { $0.status.isLive }.map(\.email))
        return notes(before).subtracting(notes(after)).intersection(present).sorted()
    }
}

extension LiveState {
    /// Names and IDs that no manifest may hold, or that mean something else there.
    fileprivate mutating func makeOdd(_ random: inout SplitMix64) {
        for index in members.indices where members[index].id != actingAdmin.id && random.percent(25) {
            switch random.below(4) {
            case 0:
                members[index].givenName = random.pick("a/b", " x ", "\u{202E}evil", String(repeating: "n", count: 60))
            case 1: members[index].email = "not\(index)@an-email"
            case 2: members[index].persistentID = random.pick("", "p-\(index)")
            default: members[index].isDirectoryRestricted = true
            }
        }
        for index in groups.indices where random.percent(25) {
            groups[index].name = random.pick(
                " outer ",
                "line\nbreak",
                "\u{202E}evil",
                "emoji 🦊 \(index)",
                "a \"quoted\" one",
                "1",
                "2"
            )
        }
    }

    /// What people do in Dropbox.
    fileprivate mutating func change(_ random: inout SplitMix64) {
        for index in members.indices where members[index].id != actingAdmin.id {
            switch random.below(10) {
            case 0: members[index].givenName = random.pick("C", "D")
            case 1: members[index].surname = "S"
            case 2 where members[index].status == .active: members[index].status = .suspended
            case 3 where members[index].status == .suspended: members[index].status = .active
            case 4 where members[index].status.isLive: leave(index, isRecoverable: random.percent(50))
            case 5 where members[index].status.isLive: members[index].email = "new\(index)@acme.com"
            case 6 where members[index].status == .active: members[index].roles = [Pool.roles[random.below(2)].id]
            default: break
            }
        }
        if random.percent(40) {
            members.append(
                Member(id: MemberID("m:new"), email: "newcomer@acme.com", status: random.pick(.active, .invited))
            )
        }
        groups.removeAll { _ in random.percent(10) }
        for index in groups.indices {
            if groups[index].management != .systemManaged, random.percent(15) {
                groups[index].name = "Renamed \(index)"
            }
            for member in members.indices where members[member].status.isLive && random.percent(20) {
                toggle(member, in: index, isOwner: random.percent(30))
            }
            groups[index].memberCount = groups[index].members.count
        }
        if random.percent(40) {
            groups.append(
                Group(
                    id: GroupID("g:new"),
                    name: "Newcomers",
                    memberCount: 1,
                    members: [Membership(member: 0, access: .member)]
                )
            )
        }
        team.provisionedUsers = members.count { $0.status.isLive }
    }

    private mutating func leave(_ member: Int, isRecoverable: Bool) {
        members[member].status = .removed(isRecoverable: isRecoverable)
        for index in groups.indices { groups[index].members.removeAll { $0.member == member } }
    }

    private mutating func toggle(_ member: Int, in group: Int, isOwner: Bool) {
        if let place = groups[group].members.firstIndex(where: { $0.member == member }) {
            groups[group].members.remove(at: place)
        } else {
            let canOwn = groups[group].management == .userManaged && members[member].status == .active
            groups[group].members.append(Membership(member: member, access: isOwner && canOwn ? .owner : .member))
        }
    }
}

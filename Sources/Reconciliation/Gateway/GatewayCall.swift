import TeamPlanning

/// One call to the gateway, decided by the scheduler.
enum GatewayCall: Sendable, Equatable {
    case createUsers([NewUser])
    case recoverUser(MemberID)
    case updateUser(MemberID, ProfileUpdate)
    case setRole(MemberID, RoleID?)
    case suspendUser(MemberID, wipeData: Bool, Expectation?)
    case unsuspendUser(MemberID)
    case removeUser(MemberID, RemovalOptions, Expectation?)
    case createGroup(NewGroup)
    case updateGroup(GroupID, GroupUpdate)
    case deleteGroup(GroupID, Expectation?)
    case addMembers(GroupID, [GroupMember])
    case setAccess(GroupID, GroupMember)
    case removeMembers(GroupID, [MemberID])

    /// What came of a call.
    enum Outcome: Sendable, Equatable {
        case done(Receipt)
        case createdUsers([Result<Created<MemberID>, GatewayError>])
        case recoveredUser(Receipt, groups: Set<GroupID>)
        case createdGroup(Created<GroupID>)
        case failed(GatewayError)
    }
}

extension GatewayCall {
    /// Carries the call out: the one place where the engine meets the gateway.
    func run(on gateway: any TeamGateway) async -> Outcome {
        do throws(GatewayError) {
            return try await perform(on: gateway)
        } catch {
            return .failed(error)
        }
    }

    private func perform(on gateway: any TeamGateway) async throws(GatewayError) -> Outcome {
        switch self {
        case .createUsers(let users): .createdUsers(try await gateway.createUsers(users))
        case .recoverUser(let member): try await recover(member, on: gateway)
        case .updateUser(let member, let update): .done(try await gateway.updateUser(member, update))
        case .setRole(let member, let role): .done(try await gateway.setRole(role, of: member))
        case .suspendUser(let member, let wipeData, let expectation):
            .done(try await gateway.suspendUser(member, wipeData: wipeData, expecting: expectation))
        case .unsuspendUser(let member): .done(try await gateway.unsuspendUser(member))
        case .removeUser(let member, let options, let expectation):
            .done(try await gateway.removeUser(member, options, expecting: expectation))
        case .createGroup(let group): .createdGroup(try await gateway.createGroup(group))
        case .updateGroup(let group, let update): .done(try await gateway.updateGroup(group, update))
        case .deleteGroup(let group, let expectation):
            .done(try await gateway.deleteGroup(group, expecting: expectation))
        case .addMembers(let group, let members): .done(try await gateway.addMembers(members, to: group))
        case .setAccess(let group, let member):
            .done(try await gateway.setAccess(member.access, of: member.id, in: group))
        case .removeMembers(let group, let members):
            .done(try await gateway.removeMembers(members, from: group))
        }
    }

    /// Recovers a member and reads which memberships came back with them.
    private func recover(_ member: MemberID, on gateway: any TeamGateway) async throws(GatewayError) -> Outcome {
        let receipt = try await gateway.recoverUser(member)
        do throws(GatewayError) {
            return .recoveredUser(receipt, groups: try await gateway.groups(of: member))
        } catch {
            throw GatewayError(
                error.code == .accessLost ? .accessLost : .rejected,
                "the member was recovered, but reading their old memberships failed: \(error.message); run apply again",
                requestID: error.requestID ?? receipt.requestID
            )
        }
    }
}

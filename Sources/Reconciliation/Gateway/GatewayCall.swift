import TeamPlanning

/// One call to the gateway, decided by the scheduler.
enum GatewayCall: Sendable, Equatable {
    case createUsers([NewUser])
    case recoverUser(MemberID, leaving: ReturningMembers)
    case updateUser(MemberID, ProfileUpdate)
    case setRole(MemberID, RoleID?)
    case suspendUser(MemberID, wipeData: Bool)
    case unsuspendUser(MemberID)
    case removeUser(MemberID, RemovalOptions)
    case createGroup(NewGroup)
    case updateGroup(GroupID, GroupUpdate)
    case deleteGroup(GroupID)
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
        case .recoverUser(let member, let returning): try await recover(member, returning, on: gateway)
        case .updateUser(let member, let update): .done(try await gateway.updateUser(member, update))
        case .setRole(let member, let role): .done(try await gateway.setRole(role, of: member))
        case .suspendUser(let member, let wipeData):
            .done(try await gateway.suspendUser(member, wipeData: wipeData))
        case .unsuspendUser(let member): .done(try await gateway.unsuspendUser(member))
        case .removeUser(let member, let options): .done(try await gateway.removeUser(member, options))
        case .createGroup(let group): .createdGroup(try await gateway.createGroup(group))
        case .updateGroup(let group, let update): .done(try await gateway.updateGroup(group, update))
        case .deleteGroup(let group): .done(try await gateway.deleteGroup(group))
        case .addMembers(let group, let members): .done(try await gateway.addMembers(members, to: group))
        case .setAccess(let group, let member):
            .done(try await gateway.setAccess(member.access, of: member.id, in: group))
        case .removeMembers(let group, let members):
            .done(try await gateway.removeMembers(members, from: group))
        }
    }

    /// Recovers a member, reads which memberships came back with them, and ends those that the manifests do not want.
    private func recover(
        _ member: MemberID,
        _ returning: ReturningMembers,
        on gateway: any TeamGateway
    ) async throws(GatewayError) -> Outcome {
        let receipt = try await gateway.recoverUser(member)
        do throws(GatewayError) {
            let groups = try await gateway.groups(of: member)
            let unwanted = groups.filter { returning.mustLeave(member, $0) }
            for group in unwanted.sorted() { _ = try await gateway.removeMembers([member], from: group) }
            return .recoveredUser(receipt, groups: groups.subtracting(unwanted))
        } catch {
            throw afterRecovery(error, receipt)
        }
    }

    /// What is known once the recovery itself has worked.
    private func afterRecovery(_ error: GatewayError, _ receipt: Receipt) -> GatewayError {
        let requestID = error.requestID ?? receipt.requestID
        guard error.code != .unfinished else {
            return GatewayError(
                .unfinished,
                "the member was recovered, but correcting their old memberships is not finished: \(error.message)",
                requestID: requestID
            )
        }
        return GatewayError(
            error.code == .accessLost ? .accessLost : .rejected,
            "the member was recovered, but correcting their old memberships failed: \(error.message); run apply again",
            requestID: requestID
        )
    }
}

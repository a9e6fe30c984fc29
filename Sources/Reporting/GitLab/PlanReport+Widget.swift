import TeamPlanning

extension PlanReport {
    /// The plan as GitLab's merge-request widget reads it (`artifacts:reports:terraform`): `{"create":1,"update":2,"delete":0}`.
    ///
    /// Every change counts once. Created are users invited or recovered and new groups; deleted are users removed from the
    /// team and groups deleted; everything else is an update, suspensions and memberships among them.
    public func gitlabWidget() throws(ReportError) -> [UInt8] {
        let parts = changes.map(\.action.widgetPart)
        return try Self.json(
            Widget(
                create: parts.count { $0 == .create },
                update: parts.count { $0 == .update },
                delete: parts.count { $0 == .delete }
            )
        )
    }

    private struct Widget: Encodable {
        let create: Int
        let update: Int
        let delete: Int
    }
}

extension Action {
    fileprivate enum WidgetPart {
        case create, update, delete
    }

    fileprivate var widgetPart: WidgetPart {
        switch self {
        case .userCreate, .userRecover, .groupCreate: .create
        case .userUpdate, .userSetRole, .userSuspend, .userUnsuspend, .groupUpdate, .groupMembers: .update
        case .userRemove, .groupDelete: .delete
        }
    }
}

import Testing

@testable import TeamPlanning

/// The user state machine: every desired status against every live one (contract §3 rule 5).
struct UserTransitionTests {
    @Test(
        arguments: [
            (nil, .absent, .create),
            (nil, .recoverable, .recover),
            (nil, .invited, .awaitInvitation),
            (nil, .active, .keep),
            (nil, .suspended, .keep),
            (nil, .unknown, .leaveAlone),
            (.active, .absent, .create),
            (.active, .recoverable, .recover),
            (.active, .invited, .awaitInvitation),
            (.active, .active, .keep),
            (.active, .suspended, .unsuspend),
            (.active, .unknown, .leaveAlone),
            (.suspended, .absent, .createOnlyIfProvisioningDisabled),
            (.suspended, .recoverable, .stayRemoved),
            (.suspended, .invited, .cannotSuspendInvited),
            (.suspended, .active, .suspend),
            (.suspended, .suspended, .keep),
            (.suspended, .unknown, .leaveAlone),
        ] as [(DesiredStatus?, LivePresence, UserTransition)]
    )
    func decides(desired: DesiredStatus?, live: LivePresence, transition: UserTransition) {
        #expect(UserTransition.decide(desired: desired, live: live) == transition)
    }

    @Test(arguments: [
        PlanCase("active, absent: created", users: [user("ann", .active)], plans: ["user.create ann"]),
        PlanCase("not managed, absent: created", users: [user("ann")], plans: ["user.create ann"]),
        PlanCase(
            "suspended, absent: nobody is invited",
            users: [user("ann", .suspended)],
            finds: ["switched-off ann"]
        ),
        PlanCase(
            "suspended, absent, provision_disabled: invited",
            users: [user("ann", .suspended)],
            policy: policy { $0.users.provisionDisabled = true },
            plans: ["user.create ann"]
        ),
        PlanCase(
            "suspended, removed and recoverable: stays removed, even with provision_disabled",
            team([member("ann", .removed(isRecoverable: true))]),
            users: [user("ann", .suspended)],
            policy: policy { $0.users.provisionDisabled = true },
            finds: ["impossible-transition ann"]
        ),
        PlanCase(
            "active, removed and recoverable: recovered, then brought up to date",
            team([member("ann", .removed(isRecoverable: true))]),
            users: [user("ann", id: "1", .active) { $0.role = Located("team_admin", at: place) }],
            plans: [
                "user.recover ann", "user.update ann external_id=roster:default/1", "user.set_role ann role=team_admin",
            ]
        ),
        PlanCase(
            "active, invited: the invitation is pending, attributes are brought up to date",
            team([member("ann", .invited)]),
            users: [user("ann", .active) { $0.givenName = "Ann" }],
            plans: ["user.update ann given_name=Ann"],
            finds: ["invitation-pending ann"]
        ),
        PlanCase(
            "suspended, invited: finding, nothing",
            team([member("ann", .invited)]),
            users: [user("ann", .suspended) { $0.givenName = "Ann" }],
            finds: ["impossible-transition ann"]
        ),
        PlanCase(
            "active, suspended: unsuspended",
            team([member("ann", .suspended)]),
            users: [user("ann", .active)],
            plans: ["user.unsuspend ann"]
        ),
        PlanCase(
            "suspended, active: updated and suspended",
            team([member("ann")]),
            users: [user("ann", .suspended) { $0.surname = "A" }],
            plans: ["user.update ann surname=A", "user.suspend ann"]
        ),
        PlanCase(
            "not managed: neither suspended nor unsuspended",
            team([member("ann"), member("bob", .suspended)]),
            users: [user("ann"), user("bob")]
        ),
        PlanCase(
            "a status that this version does not know: left alone",
            team([member("ann", .unknown)]),
            users: [user("ann", .suspended) { $0.surname = "A" }],
            finds: ["impossible-transition ann"]
        ),
    ])
    func plans(_ row: PlanCase) { row.check() }

    @Test(arguments: [true, false])
    func aSuspensionWipesOnlyWhereTheRecordSaysSo(wipes: Bool) throws {
        let plan = plan(team([member("ann")]), users: [user("ann", .suspended) { $0.wipeData = wipes }])
        let change = try #require(plan.changes.first)
        #expect(change.operation == .suspendUser(MemberID("m:ann"), wipeData: wipes))
        #expect(change.options == [Field("wipe_data", .flag(wipes))])
        #expect(change.before == [Field("status", .text("active"))])
        #expect(change.after == [Field("status", .text("suspended"))])
        #expect(change.isDestructive && !change.isIrreversible)
    }

    /// The reviewer, and the last look before the wipe, have to know whose devices these are.
    @Test(arguments: [true, false])
    func aWipeTellsTheEmailOfTheAccountWhereTheRecordHasAnother(wipes: Bool) throws {
        let ann = member("ann", ext: "roster:default/7") { $0.email = "maiden@acme.example" }
        let record = user("ann", id: "7", .suspended) { $0.wipeData = wipes }
        let plan = plan(team([ann]), users: [record])
        let change = try #require(plan.changes.first { $0.action == .userSuspend })
        let account = Field("account_email", .text("maiden@acme.example"))
        #expect(change.options == [Field("wipe_data", .flag(wipes))] + (wipes ? [account] : []))
    }

    @Test(arguments: [
        PlanCase(
            "users.create covers create",
            users: [user("ann")],
            policy: policy { $0.users.create = false },
            finds: ["switched-off ann"]
        ),
        PlanCase(
            "users.create covers recover",
            team([member("ann", .removed(isRecoverable: true))]),
            users: [user("ann") { $0.surname = "A" }],
            policy: policy { $0.users.create = false },
            finds: ["switched-off ann"]
        ),
        PlanCase(
            "users.update covers unsuspend",
            team([member("ann", .suspended)]),
            users: [user("ann", .active)],
            policy: policy { $0.users.update = false },
            finds: ["switched-off ann"]
        ),
        PlanCase(
            "users.update covers attributes and roles, in one finding",
            team([member("ann")]),
            users: [
                user("ann") {
                    $0.surname = "A"
                    $0.role = Located("team_admin", at: place)
                }
            ],
            policy: policy { $0.users.update = false },
            finds: ["switched-off ann"]
        ),
        PlanCase(
            "users.disable covers suspend",
            team([member("ann")]),
            users: [user("ann", .suspended)],
            policy: policy { $0.users.disable = false },
            finds: ["switched-off ann"]
        ),
        PlanCase(
            "users.disable needs users.update",
            team([member("ann")]),
            users: [user("ann", .suspended)],
            policy: policy { $0.users.update = false },
            finds: ["switched-off ann"]
        ),
        PlanCase(
            "what is switched off and not needed is not mentioned",
            team([member("ann")]),
            users: [user("ann", .active)],
            policy: policy {
                $0.users.create = false
                $0.users.update = false
                $0.users.disable = false
            }
        ),
    ])
    func switchedOffActionsLeaveAFinding(_ row: PlanCase) { row.check() }

    @Test(
        arguments: [
            (nil, true, true), (nil, false, false), (.active, true, true), (.suspended, true, false),
        ] as [(DesiredStatus?, Bool, Bool)]
    )
    func welcomeEmail(status: DesiredStatus?, wanted: Bool, sent: Bool) throws {
        let plan = plan(
            team(),
            users: [user("ann", status) { $0.sendWelcomeEmail = wanted }],
            policy: policy { $0.users.provisionDisabled = true }
        )
        let change = try #require(plan.changes.first)
        #expect(change.options == [Field("send_welcome_email", .flag(sent))])
        var new = NewUser(email: email("ann"), sendWelcomeEmail: sent)
        #expect(change.operation == .createUser(new))
        new.sendWelcomeEmail.toggle()
        #expect(change.operation != .createUser(new))
    }
}

"""Every members route with its error tags."""

from dropbox import exceptions, team

from support import SimulatorTestCase, by_email, by_external_id, by_id


def new_member(email, **fields):
    return team.MemberAddV2Arg(member_email=email, **fields)


class MemberListTests(SimulatorTestCase):
    def test_statuses_and_fields(self):
        members = self.members()
        self.assertEqual(
            {email: member.profile.status._tag for email, member in members.items()},
            {"admin@example.com": "active", "anna@example.com": "active", "ivan@example.com": "invited",
             "sue@example.com": "suspended", "rick@example.com": "removed", "gone@example.com": "removed"},
        )
        anna = members["anna@example.com"].profile
        self.assertEqual((anna.external_id, anna.name.given_name, anna.name.surname), ("E-2", "Anna", "Active"))
        self.assertEqual([address.email for address in anna.secondary_emails], ["anna.alias@example.com"])
        self.assertEqual(set(anna.groups), {"g:everyone", "g:1", "g:2"})
        self.assertTrue(anna.membership_type.is_full())
        self.assertEqual(members["sue@example.com"].profile.suspended_on.year, 2026)
        self.assertTrue(members["rick@example.com"].profile.status.get_removed().is_recoverable)
        self.assertFalse(members["gone@example.com"].profile.status.get_removed().is_recoverable)
        self.assertEqual([role.name for role in members["admin@example.com"].roles], ["Team admin"])

    def test_removed_members_only_on_request(self):
        self.assertEqual(len(self.members(include_removed=False)), 4)

    def test_paging(self):
        page = self.client.team_members_list_v2(limit=2, include_removed=True)
        ids = [member.profile.team_member_id for member in page.members]
        while page.has_more:
            self.assertEqual(len(page.members), 2)
            page = self.client.team_members_list_continue_v2(page.cursor)
            ids += [member.profile.team_member_id for member in page.members]
        self.assertEqual(ids, [f"dbmid:{number}" for number in range(1, 7)])

    def test_cursor_of_another_listing(self):
        cursor = self.client.team_groups_list().cursor
        for bad in (cursor, "made-up"):
            self.assert_route_error("invalid_cursor", self.client.team_members_list_continue_v2, bad)

    def test_get_info(self):
        selectors = [by_id("dbmid:2"), by_email("ANNA@example.com"), by_external_id("E-2"), by_email("x@example.com")]
        items = self.client.team_members_get_info_v2(selectors).members_info
        found = [item.get_member_info().profile.team_member_id for item in items[:3]]
        self.assertEqual(found, ["dbmid:2"] * 3)
        self.assertEqual(items[3].get_id_not_found(), "x@example.com")

    def test_roles(self):
        names = [role.name for role in self.client.team_members_get_available_team_member_roles().roles]
        self.assertEqual(names, ["Team admin", "User management admin", "Support admin"])


class MemberAddTests(SimulatorTestCase):
    def add(self, *members, **options):
        return self.client.team_members_add_v2(list(members), **options).get_complete()

    def test_success(self):
        role = self.client.team_members_get_available_team_member_roles().roles[2]
        (item,) = self.add(
            new_member("new@example.com", member_given_name="Nell", member_surname="New", member_external_id="E-9",
                       send_welcome_email=False, is_directory_restricted=True, role_ids=[role.role_id])
        )
        added = item.get_success()
        self.assertTrue(added.profile.status.is_invited())
        self.assertEqual((added.profile.external_id, added.roles[0].role_id), ("E-9", role.role_id))
        self.assertTrue(added.profile.is_directory_restricted)
        self.assertIsNotNone(added.profile.invited_on)
        self.assertIn("new@example.com", self.members())

    def test_items_fail_on_their_own(self):
        items = self.add(
            new_member("ANNA@example.com"), new_member("rick@example.com"), new_member("one@example.com"),
            new_member("two@example.com", member_external_id="E-5"),
            new_member("three@example.com", member_persistent_id="P-1"),
            new_member("anna.alias@example.com"), new_member("gone@example.com"),
        )
        self.assertEqual(
            [item._tag for item in items],
            ["user_already_on_team", "user_already_on_team", "success", "duplicate_external_member_id",
             "persistent_id_disabled", "user_already_on_team", "success"],
        )
        self.assertEqual(items[0].get_user_already_on_team(), "ANNA@example.com")

    def test_seats(self):
        items = self.add(*[new_member(f"seat{number}@example.com") for number in range(7)])
        self.assertEqual([item._tag for item in items], ["success"] * 6 + ["team_license_limit"])

    def test_job(self):
        launch = self.client.team_members_add_v2([new_member("job@example.com")], force_async=True)
        status = self.client.team_members_add_job_status_get_v2(launch.get_async_job_id())
        while status.is_in_progress():
            status = self.client.team_members_add_job_status_get_v2(launch.get_async_job_id())
        self.assertTrue(status.get_complete()[0].is_success())
        for bad in (" ", "dbjid:made-up"):
            self.assert_route_error("invalid_async_job_id", self.client.team_members_add_job_status_get_v2, bad)

    def test_more_than_twenty(self):
        with self.assertRaises(exceptions.BadInputError):
            self.client.team_members_add_v2([new_member(f"m{number}@example.com") for number in range(21)])


class MemberProfileTests(SimulatorTestCase):
    def set(self, user, **fields):
        return self.client.team_members_set_profile_v2(user, **fields).member_info.profile

    def test_changes(self):
        profile = self.set(by_id("dbmid:2"), new_email="annika@example.com", new_given_name="Annika",
                           new_surname="Acting", new_external_id="E-22", new_is_directory_restricted=True)
        self.assertEqual((profile.email, profile.name.display_name), ("annika@example.com", "Annika Acting"))
        self.assertEqual((profile.external_id, profile.is_directory_restricted), ("E-22", True))
        self.assertIsNone(self.set(by_id("dbmid:2"), new_external_id="").external_id)

    def test_errors(self):
        cases = [
            ("user_not_found", by_id("dbmid:99"), {"new_surname": "X"}),
            ("no_new_data_specified", by_id("dbmid:2"), {}),
            ("set_profile_disallowed", by_id("dbmid:5"), {"new_surname": "X"}),
            ("user_not_in_team", by_id("dbmid:6"), {"new_surname": "X"}),
            ("email_reserved_for_other_user", by_id("dbmid:2"), {"new_email": "RICK@example.com"}),
            ("external_id_used_by_other_user", by_id("dbmid:2"), {"new_external_id": "E-5"}),
            ("external_id_and_new_external_id_unsafe", by_external_id("E-2"), {"new_external_id": "E-3"}),
            ("persistent_id_disabled", by_id("dbmid:2"), {"new_persistent_id": "P-1"}),
        ]
        for tag, user, fields in cases:
            with self.subTest(tag):
                self.assert_route_error(tag, self.client.team_members_set_profile_v2, user, **fields)

    def test_roles(self):
        role = self.client.team_members_get_available_team_member_roles().roles[1]
        set_role = self.client.team_members_set_admin_permissions_v2
        result = set_role(by_id("dbmid:2"), new_roles=[role.role_id])
        self.assertEqual((result.team_member_id, result.roles[0].role_id), ("dbmid:2", role.role_id))
        self.assertEqual(set_role(by_id("dbmid:2"), new_roles=[]).roles, [])
        self.assert_route_error("last_admin", set_role, by_id("dbmid:1"), new_roles=[])
        self.assert_route_error("role_not_found", set_role, by_id("dbmid:2"), new_roles=["pid_dbtmr:made-up"])
        self.assert_route_error("cannot_set_permissions", set_role, by_id("dbmid:4"), new_roles=[])
        self.assert_route_error("user_not_in_team", set_role, by_id("dbmid:5"), new_roles=[])


class MemberLifeCycleTests(SimulatorTestCase):
    def status(self, team_member_id):
        (item,) = self.client.team_members_get_info_v2([by_id(team_member_id)]).members_info
        return item.get_member_info().profile.status

    def test_suspend_and_unsuspend(self):
        self.client.team_members_suspend(by_id("dbmid:2"), wipe_data=False)
        self.assertTrue(self.status("dbmid:2").is_suspended())
        self.client.team_members_unsuspend(by_id("dbmid:2"))
        self.assertTrue(self.status("dbmid:2").is_active())

    def test_suspend_errors(self):
        cases = {"dbmid:1": "suspend_last_admin", "dbmid:3": "suspend_inactive_user", "dbmid:4": "suspend_inactive_user",
                 "dbmid:5": "user_not_in_team", "dbmid:99": "user_not_found"}
        for member, tag in cases.items():
            self.assert_route_error(tag, self.client.team_members_suspend, by_id(member))

    def test_unsuspend_errors(self):
        cases = {"dbmid:2": "unsuspend_non_suspended_member", "dbmid:3": "unsuspend_non_suspended_member",
                 "dbmid:5": "user_not_in_team", "dbmid:99": "user_not_found"}
        for member, tag in cases.items():
            self.assert_route_error(tag, self.client.team_members_unsuspend, by_id(member))

    def test_remove_and_recover(self):
        self.assertTrue(self.client.team_members_remove(by_id("dbmid:2"), wipe_data=False).is_complete())
        self.assertTrue(self.status("dbmid:2").get_removed().is_recoverable)
        self.assertEqual(self.group_members("g:1"), {})
        self.client.team_members_recover(by_id("dbmid:2"))
        self.assertTrue(self.status("dbmid:2").is_active())
        self.assertIn("anna@example.com", self.group_members("g:1"))
        self.assertTrue(self.group_members("g:2")["anna@example.com"].access_type.is_owner())

    def test_remove_errors(self):
        anna, admin = by_id("dbmid:2"), by_id("dbmid:1")
        cases = [
            ("user_not_found", by_id("dbmid:99"), {}),
            ("user_not_in_team", by_id("dbmid:5"), {}),
            ("remove_last_admin", admin, {}),
            ("cannot_keep_account_and_delete_data", anna, {"keep_account": True}),
            ("cannot_keep_account_and_transfer", anna,
             {"keep_account": True, "wipe_data": False, "transfer_dest_id": admin, "transfer_admin_id": admin}),
            ("cannot_keep_account_and_permanently_delete", anna,
             {"keep_account": True, "wipe_data": False, "permanently_delete_files": True}),
            ("cannot_keep_invited_user_account", by_id("dbmid:3"), {"keep_account": True, "wipe_data": False}),
            ("cannot_retain_shares_when_data_wiped", anna, {"retain_team_shares": True}),
            ("cannot_retain_shares_when_no_account_kept", anna, {"retain_team_shares": True, "wipe_data": False}),
            ("unspecified_transfer_admin_id", anna, {"transfer_dest_id": admin}),
            ("cannot_permanently_delete_and_transfer", anna,
             {"permanently_delete_files": True, "transfer_dest_id": admin, "transfer_admin_id": admin}),
            ("removed_and_transfer_dest_should_differ", anna, {"transfer_dest_id": anna, "transfer_admin_id": admin}),
            ("removed_and_transfer_admin_should_differ", anna, {"transfer_dest_id": admin, "transfer_admin_id": anna}),
            ("transfer_dest_user_not_found", anna, {"transfer_dest_id": by_id("x"), "transfer_admin_id": admin}),
            ("transfer_dest_user_not_in_team", anna,
             {"transfer_dest_id": by_id("dbmid:5"), "transfer_admin_id": admin}),
            ("transfer_admin_user_not_found", anna, {"transfer_dest_id": admin, "transfer_admin_id": by_id("x")}),
            ("transfer_admin_user_not_in_team", anna,
             {"transfer_dest_id": admin, "transfer_admin_id": by_id("dbmid:5")}),
            ("transfer_admin_is_not_admin", anna, {"transfer_dest_id": admin, "transfer_admin_id": by_id("dbmid:4")}),
            ("recipient_not_verified", anna, {"transfer_dest_id": by_id("dbmid:3"), "transfer_admin_id": admin}),
        ]
        for tag, user, options in cases:
            with self.subTest(tag):
                self.assert_route_error(tag, self.client.team_members_remove, user, **options)
        self.assertTrue(self.status("dbmid:2").is_active())

    def test_remove_for_good(self):
        self.client.team_members_remove(by_id("dbmid:2"), wipe_data=False, keep_account=True)
        removed = self.status("dbmid:2").get_removed()
        self.assertEqual((removed.is_recoverable, removed.is_disconnected), (False, True))
        self.client.team_members_remove(by_id("dbmid:3"))
        self.assertFalse(self.status("dbmid:3").get_removed().is_recoverable)

    def test_remove_job(self):
        poll = self.client.team_members_remove_job_status_get
        launch = self.client.team_members_remove(by_id("dbmid:3"))
        if launch.is_async_job_id():
            while poll(launch.get_async_job_id()).is_in_progress():
                pass
        self.assert_route_error("invalid_async_job_id", poll, "dbjid:made-up")

    def test_recover_errors(self):
        for member, tag in {"dbmid:1": "user_unrecoverable", "dbmid:3": "user_unrecoverable",
                            "dbmid:4": "user_unrecoverable", "dbmid:6": "user_unrecoverable",
                            "dbmid:99": "user_not_found"}.items():
            self.assert_route_error(tag, self.client.team_members_recover, by_id(member))
        self.client.team_members_add_v2([new_member(f"seat{number}@example.com") for number in range(6)])
        self.assert_route_error("team_license_limit", self.client.team_members_recover, by_id("dbmid:5"))

    def test_welcome_email(self):
        for member in ("dbmid:2", "dbmid:3", "dbmid:4"):
            self.assertIsNone(self.client.team_members_send_welcome_email(by_id(member)))
        self.assert_route_error("user_not_in_team", self.client.team_members_send_welcome_email, by_id("dbmid:5"))
        self.assert_route_error("user_not_found", self.client.team_members_send_welcome_email, by_id("dbmid:99"))

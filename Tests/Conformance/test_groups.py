"""Every groups route with its error tags."""

from dropbox import team
from dropbox.team_common import GroupManagementType

from support import SimulatorTestCase, by_external_id, by_group_id, by_id

EVERYONE = by_group_id("g:everyone")
MEMBER = team.GroupAccessType.member
OWNER = team.GroupAccessType.owner


def access(team_member_id, access_type=MEMBER):
    return team.MemberAccess(by_id(team_member_id), access_type)


class GroupListTests(SimulatorTestCase):
    def test_groups(self):
        groups = self.groups()
        self.assertEqual(set(groups), {"Everyone at Conformance", "Accounting", "Club", "Obsolete"})
        self.assertEqual(groups["Accounting"].group_external_id, "roster:default/accounting")
        self.assertEqual({name: group.member_count for name, group in groups.items()},
                         {"Everyone at Conformance": 4, "Accounting": 1, "Club": 2, "Obsolete": 0})
        self.assertTrue(groups["Club"].group_management_type.is_user_managed())
        self.assertTrue(groups["Everyone at Conformance"].group_management_type.is_system_managed())

    def test_paging(self):
        page = self.client.team_groups_list(limit=3)
        self.assertEqual((len(page.groups), page.has_more), (3, True))
        page = self.client.team_groups_list_continue(page.cursor)
        self.assertEqual((len(page.groups), page.has_more), (1, False))
        self.assert_route_error("invalid_cursor", self.client.team_groups_list_continue, "made-up")

    def test_get_info(self):
        found, missing = self.client.team_groups_get_info(team.GroupsSelector.group_ids(["g:2", "g:99"]))
        info = found.get_group_info()
        self.assertEqual({member.profile.team_member_id for member in info.members}, {"dbmid:2", "dbmid:4"})
        self.assertGreater(info.created, 0)
        self.assertEqual(missing.get_id_not_found(), "g:99")
        (everyone,) = self.client.team_groups_get_info(team.GroupsSelector.group_ids(["g:everyone"]))
        self.assertIsNone(everyone.get_group_info().members)
        selector = team.GroupsSelector.group_external_ids(["roster:default/accounting"])
        self.assertEqual(self.client.team_groups_get_info(selector)[0].get_group_info().group_id, "g:1")

    def test_members(self):
        self.assertTrue(self.group_members("g:2")["anna@example.com"].access_type.is_owner())
        page = self.client.team_groups_members_list(EVERYONE, limit=3)
        self.assertEqual((len(page.members), page.has_more), (3, True))
        page = self.client.team_groups_members_list_continue(page.cursor)
        self.assertEqual((len(page.members), page.has_more), (1, False))
        self.assert_route_error("group_not_found", self.client.team_groups_members_list, by_group_id("g:99"))
        self.assert_route_error("invalid_cursor", self.client.team_groups_members_list_continue, "made-up")


class GroupChangeTests(SimulatorTestCase):
    def test_create(self):
        info = self.client.team_groups_create(
            "Sales", group_external_id="roster:default/sales", group_management_type=GroupManagementType.user_managed,
            add_creator_as_owner=True,
        )
        self.assertEqual((info.group_name, info.group_external_id), ("Sales", "roster:default/sales"))
        self.assertTrue(self.group_members(info.group_id)["admin@example.com"].access_type.is_owner())
        self.assertTrue(self.client.team_groups_create("Plain").group_management_type.is_company_managed())

    def test_create_errors(self):
        cases = [
            ("group_name_already_used", "ACCOUNTING", {}),
            ("group_name_already_used", "everyone at conformance", {}),
            ("group_name_invalid", " ", {}),
            ("external_id_already_in_use", "New", {"group_external_id": "roster:default/accounting"}),
            ("system_managed_group_disallowed", "New",
             {"group_management_type": GroupManagementType.system_managed}),
        ]
        for tag, name, options in cases:
            with self.subTest(tag):
                self.assert_route_error(tag, self.client.team_groups_create, name, **options)

    def test_update(self):
        update = self.client.team_groups_update
        info = update(by_group_id("g:2"), return_members=False, new_group_name="CLUB", new_group_external_id="X",
                      new_group_management_type=GroupManagementType.company_managed)
        self.assertEqual((info.group_name, info.group_external_id, info.members), ("CLUB", "X", None))
        self.assertTrue(self.group_members("g:2")["anna@example.com"].access_type.is_member())
        info = update(by_group_id("g:2"), new_group_external_id="")
        self.assertEqual((info.group_external_id, len(info.members)), (None, 2))

    def test_update_errors(self):
        update = self.client.team_groups_update
        self.assert_route_error("group_not_found", update, by_group_id("g:99"), new_group_name="X")
        self.assert_route_error("group_name_already_used", update, by_group_id("g:2"), new_group_name="accounting")
        self.assert_route_error("group_name_invalid", update, by_group_id("g:2"), new_group_name="")
        self.assert_route_error("external_id_already_in_use", update, by_group_id("g:2"),
                                new_group_external_id="roster:default/accounting")
        self.assert_route_error("system_managed_group_disallowed", update, EVERYONE, new_group_name="X")

    def test_delete(self):
        delete, poll = self.client.team_groups_delete, self.client.team_groups_job_status_get
        launch = delete(by_group_id("g:1"))
        if launch.is_async_job_id():
            while poll(launch.get_async_job_id()).is_in_progress():
                pass
        self.assertNotIn("Accounting", self.groups())
        self.assert_route_error("group_already_deleted", delete, by_group_id("g:1"))
        self.assert_route_error("group_not_found", delete, by_group_id("g:99"))
        self.assert_route_error("system_managed_group_disallowed", delete, EVERYONE)
        self.assert_route_error("invalid_async_job_id", poll, "dbjid:made-up")


class GroupMembershipTests(SimulatorTestCase):
    def test_add(self):
        add = self.client.team_groups_members_add
        result = add(by_group_id("g:1"), [access("dbmid:3"), access("dbmid:4")], return_members=False)
        self.assertEqual((result.group_info.member_count, result.group_info.members), (3, None))
        self.assertEqual(result.async_job_id, " ")
        self.assertEqual(set(self.group_members("g:1")), {"anna@example.com", "ivan@example.com", "sue@example.com"})

    def test_add_errors(self):
        cases = [
            ("group_not_found", by_group_id("g:99"), [access("dbmid:3")], None),
            ("system_managed_group_disallowed", EVERYONE, [access("dbmid:3")], None),
            ("duplicate_user", by_group_id("g:1"), [access("dbmid:3"), access("dbmid:2")], None),
            ("duplicate_user", by_group_id("g:1"), [access("dbmid:3"), access("dbmid:3")], None),
            ("users_not_found", by_group_id("g:1"), [access("dbmid:3"), access("dbmid:99")], ["dbmid:99"]),
            ("members_not_in_team", by_group_id("g:1"), [access("dbmid:3"), access("dbmid:5")], ["dbmid:5"]),
            ("user_cannot_be_manager_of_company_managed_group", by_group_id("g:1"), [access("dbmid:3", OWNER)],
             ["dbmid:3"]),
            ("user_must_be_active_to_be_owner", by_group_id("g:2"), [access("dbmid:3", OWNER)], None),
        ]
        for tag, group, members, listed in cases:
            with self.subTest(tag):
                error = self.assert_route_error(tag, self.client.team_groups_members_add, group, members)
                if listed is not None:
                    self.assertEqual(error._value, listed)
        self.assertEqual(set(self.group_members("g:1")), {"anna@example.com"})

    def test_remove(self):
        remove = self.client.team_groups_members_remove
        result = remove(by_group_id("g:2"), [by_external_id("E-2")])
        self.assertEqual([member.profile.team_member_id for member in result.group_info.members], ["dbmid:4"])
        self.assertEqual(result.async_job_id, " ")
        self.assert_route_error("member_not_in_group", remove, by_group_id("g:2"), [by_id("dbmid:4"), by_id("dbmid:2")])
        error = self.assert_route_error("users_not_found", remove, by_group_id("g:2"), [by_id("dbmid:99")])
        self.assertEqual(error.get_users_not_found(), ["dbmid:99"])
        error = self.assert_route_error("members_not_in_team", remove, by_group_id("g:2"), [by_id("dbmid:5")])
        self.assertEqual(error.get_members_not_in_team(), ["dbmid:5"])
        self.assert_route_error("group_not_found", remove, by_group_id("g:99"), [by_id("dbmid:2")])
        self.assert_route_error("system_managed_group_disallowed", remove, EVERYONE, [by_id("dbmid:2")])

    def test_set_access_type(self):
        set_access = self.client.team_groups_members_set_access_type
        (item,) = set_access(by_group_id("g:2"), by_id("dbmid:2"), MEMBER, return_members=False)
        self.assertEqual((item.get_group_info().group_id, item.get_group_info().members), ("g:2", None))
        self.assertTrue(self.group_members("g:2")["anna@example.com"].access_type.is_member())
        self.assert_route_error("member_not_in_group", set_access, by_group_id("g:2"), by_id("dbmid:3"), MEMBER)
        self.assert_route_error("user_cannot_be_manager_of_company_managed_group", set_access, by_group_id("g:1"),
                                by_id("dbmid:2"), OWNER)
        self.assert_route_error("group_not_found", set_access, by_group_id("g:99"), by_id("dbmid:2"), MEMBER)
        self.assert_route_error("system_managed_group_disallowed", set_access, EVERYONE, by_id("dbmid:2"), MEMBER)

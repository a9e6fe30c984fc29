"""All suites, and the check that together they drive every route."""

from support import driven_routes
from test_groups import *  # noqa: F401,F403
from test_members import *  # noqa: F401,F403
from test_protocol import *  # noqa: F401,F403
from test_roster import *  # noqa: F401,F403

ROUTES = {
    "oauth2/token",
    "team/features/get_values",
    "team/get_info",
    "team/groups/create",
    "team/groups/delete",
    "team/groups/get_info",
    "team/groups/job_status/get",
    "team/groups/list",
    "team/groups/list/continue",
    "team/groups/members/add",
    "team/groups/members/list",
    "team/groups/members/list/continue",
    "team/groups/members/remove",
    "team/groups/members/set_access_type",
    "team/groups/update",
    "team/members/add/job_status/get_v2",
    "team/members/add_v2",
    "team/members/get_available_team_member_roles",
    "team/members/get_info_v2",
    "team/members/list/continue_v2",
    "team/members/list_v2",
    "team/members/recover",
    "team/members/remove",
    "team/members/remove/job_status/get",
    "team/members/send_welcome_email",
    "team/members/set_admin_permissions_v2",
    "team/members/set_profile_v2",
    "team/members/suspend",
    "team/members/unsuspend",
    "team/token/get_authenticated_admin",
}


def load_tests(loader, tests, pattern):
    """Runs the check of coverage after everything else, and only when everything is run."""
    import unittest

    class Coverage(unittest.TestCase):
        def test_every_route_was_driven(self):
            self.assertEqual(ROUTES - driven_routes, set())

    suite = unittest.TestSuite([tests])
    suite.addTest(Coverage("test_every_route_was_driven"))
    return suite

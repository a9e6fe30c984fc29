"""A simulator process per test, and SDK clients that talk to it."""

import pathlib
import subprocess
import tempfile
import unittest

import dropbox
import requests
from dropbox import exceptions, team

SEED = pathlib.Path(__file__).parent / "seed.json"
ACCESS_TOKEN = "simulator-access-token"

#: The executable under test, set by conformance.py.
roster = None

#: Every route that any test has called.
driven_routes = set()


class LoopbackAdapter(requests.adapters.HTTPAdapter):
    """Sends what the SDK addresses to the real host to the simulator. Nothing reaches the network."""

    def __init__(self, origin):
        self.origin = origin
        super().__init__()

    def send(self, request, **options):
        host, path = request.url.removeprefix("https://").split("/", 1)
        if not host.startswith("api."):
            raise AssertionError(f"unexpected host {host}")
        driven_routes.add(path.removeprefix("2/"))
        request.url = f"{self.origin}/{path}"
        return super().send(request, **options)


class SimulatorTestCase(unittest.TestCase):
    """Starts a simulator with the seed before each test and ends it afterwards."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.simulator = subprocess.Popen(
            [roster, "simulator", "--port", "0", "--seed", SEED],
            stdout=subprocess.PIPE, text=True, cwd=self.folder,
        )
        self.addCleanup(self.stop)
        line = self.simulator.stdout.readline().strip()
        self.assertRegex(line, r"^listening on http://127\.0\.0\.1:\d+$")
        self.origin = line.removeprefix("listening on ")
        self.client = self.make_client(oauth2_access_token=ACCESS_TOKEN)

    def stop(self):
        self.simulator.terminate()
        self.simulator.wait(timeout=10)
        self.simulator.stdout.close()

    def make_client(self, **credentials):
        session = requests.Session()
        session.mount("https://", LoopbackAdapter(self.origin))
        return dropbox.DropboxTeam(session=session, **credentials)

    def post(self, path, body, content_type="application/json", token=ACCESS_TOKEN):
        """A raw request, for what the SDK refuses to send."""
        driven_routes.add(path)
        headers = {"Content-Type": content_type, "Authorization": f"Bearer {token}"}
        return requests.post(f"{self.origin}/2/{path}", data=body, headers=headers, timeout=10)

    def members(self, include_removed=True):
        listed = self.client.team_members_list_v2(include_removed=include_removed).members
        return {member.profile.email.lower(): member for member in listed}

    def groups(self):
        return {group.group_name: group for group in self.client.team_groups_list().groups}

    def group_members(self, group_id):
        listed = self.client.team_groups_members_list(by_group_id(group_id)).members
        return {member.profile.email.lower(): member for member in listed}

    def assert_route_error(self, tag, call, *arguments, **named):
        """The call fails with this tag, and the SDK knows the tag."""
        with self.assertRaises(exceptions.ApiError) as raised:
            call(*arguments, **named)
        error = raised.exception.error
        self.assertEqual(error._tag, tag)
        return error


def by_id(team_member_id):
    return team.UserSelectorArg.team_member_id(team_member_id)


def by_email(email):
    return team.UserSelectorArg.email(email)


def by_external_id(external_id):
    return team.UserSelectorArg.external_id(external_id)


def by_group_id(group_id):
    return team.GroupSelector.group_id(group_id)

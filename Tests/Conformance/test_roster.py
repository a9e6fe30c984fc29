"""What roster writes, read back with the SDK: proof that both ends speak the same language as Dropbox."""

import json
import os
import subprocess

import support
from support import ACCESS_TOKEN, SimulatorTestCase


class ReadBackTests(SimulatorTestCase):
    def setUp(self):
        super().setUp()
        self.manifests = self.folder / "manifests"
        self.manifests.mkdir()

    def write(self, name, **manifest):
        text = json.dumps({"apiVersion": "roster/v1", **manifest}, indent=2)
        (self.manifests / f"{name}.json").write_text(text + "\n", encoding="utf-8")

    def run_roster(self, command, *arguments, expecting=0):
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(("DROPBOX_", "ROSTER_")) and not name.lower().endswith("_proxy")}
        result = subprocess.run(
            [support.roster, command, "--service-uri", f"{self.origin}/2", *arguments],
            cwd=self.folder, env={**environment, "DROPBOX_ACCESS_TOKEN": ACCESS_TOKEN}, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=60,
        )
        self.assertEqual(result.returncode, expecting, f"{command}:\n{result.stdout}\n{result.stderr}")
        return result.stdout

    def assert_converged(self):
        self.run_roster("plan", "--detailed-exitcode")

    def test_users(self):
        self.write("policy", kind="Policy", groups={"delete": "never"})
        self.write("users", kind="Users", users=[
            {"email": "new@example.com", "given_name": "Nell", "surname": "New", "status": "active",
             "role": "user_management_admin", "external_id": "N-1", "send_welcome_email": False},
            {"email": "anna@example.com", "given_name": "Annika", "surname": "Active", "status": "suspended"},
            {"email": "sue@example.com", "status": "active"},
            {"email": "rick@example.com", "status": "active", "surname": "Returned"},
        ])
        self.run_roster("apply", "--auto-approve")
        members = self.members()
        new = members["new@example.com"]
        self.assertTrue(new.profile.status.is_invited())
        self.assertEqual((new.profile.name.given_name, new.profile.name.surname), ("Nell", "New"))
        self.assertEqual(new.profile.external_id, "roster:default/N-1")
        self.assertEqual([role.name for role in new.roles], ["User management admin"])
        self.assertTrue(members["anna@example.com"].profile.status.is_suspended())
        self.assertEqual(members["anna@example.com"].profile.name.given_name, "Annika")
        self.assertTrue(members["sue@example.com"].profile.status.is_active())
        self.assertTrue(members["rick@example.com"].profile.status.is_active())
        self.assertEqual(members["rick@example.com"].profile.name.surname, "Returned")
        self.assert_converged()

    def test_groups_and_memberships(self):
        self.write("groups", kind="Groups", groups=[
            {"name": "Finance", "id": "accounting", "members": ["ivan@example.com", "sue@example.com"]},
            {"name": "Obsolete", "id": "obsolete", "members": []},
            {"name": "Engineering", "id": "eng", "members": ["anna@example.com", "ivan@example.com"]},
        ])
        self.run_roster("apply", "--auto-approve")
        groups = self.groups()
        self.assertEqual(groups["Finance"].group_id, "g:1")
        self.assertEqual(set(self.group_members("g:1")), {"ivan@example.com", "sue@example.com"})
        engineering = groups["Engineering"]
        self.assertEqual(engineering.group_external_id, "roster:default/eng")
        self.assertTrue(engineering.group_management_type.is_company_managed())
        self.assertEqual(set(self.group_members(engineering.group_id)), {"anna@example.com", "ivan@example.com"})
        self.assertEqual(set(self.group_members("g:2")), {"anna@example.com", "sue@example.com"})
        self.assert_converged()

    def test_group_deletion_needs_its_token(self):
        self.write("groups", kind="Groups", groups=[
            {"name": "Accounting", "id": "accounting", "members": ["anna@example.com"]},
        ])
        plan = self.folder / "plan.json"
        self.run_roster("plan", "-o", f"json={plan}")
        token = json.loads(plan.read_text(encoding="utf-8"))["confirmation"]["token"]
        self.run_roster("apply", "--auto-approve", expecting=3)
        self.assertIn("Obsolete", self.groups())
        self.run_roster("apply", "--auto-approve", "--confirm-group-deletions", token)
        self.assertEqual(set(self.groups()), {"Everyone at Conformance", "Accounting", "Club"})
        self.assert_converged()

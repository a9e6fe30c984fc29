"""The life of a directory, played with a real one: OpenLDAP on loopback, its export as manifests, the simulator as Dropbox.

A hundred people and ten groups are converted, planned and applied. Then somebody leaves, somebody marries, a group is
renamed and an account is disabled, and the next plan has to show exactly that.

Usage: python Tests/Directory/directory.py --roster PATH        (needs slapd and ldap-utils from the system's packages)
"""

import argparse
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from dropbox_team import DropboxTeam
from openldap import BASE, OpenLDAP

ROSTER = None

POLICY = {
    "apiVersion": "roster/v1", "kind": "Policy",
    "users": {"deprovision": True, "remove_action": "delete"},
}


def person(number):
    """A person of the directory: some with names that LDIF has to encode, two with accounts that are disabled."""
    name = f"Zoë {number}" if number % 7 == 0 else f"Person {number}"
    lines = [
        f"dn: uid=p{number:03},ou=people,{BASE}", "objectClass: inetOrgPerson", "objectClass: lockedAccount",
        f"uid: p{number:03}", f"cn: {name} of Acme", f"givenName: {name}", f"sn: Family {number}",
        f"mail: P{number:03}@acme.example", f"employeeNumber: {10_000 + number}", f"departmentNumber: {number % 4}",
        "userPassword: {SSHA}c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0", "telephoneNumber: +49 30 1234567",
    ]
    return lines + (["nsAccountLock: TRUE"] if number >= 98 else [])


def group(number):
    """A group of ten people whose names overlap with the next group's."""
    members = [f"member: uid=p{(number * 10 + step) % 98:03},ou=people,{BASE}" for step in range(12)]
    return [f"dn: cn=team-{number},ou=groups,{BASE}", "objectClass: groupOfNames", f"cn: team-{number}"] + members


def entries():
    units = [
        [f"dn: {BASE}", "objectClass: dcObject", "objectClass: organization", "o: Acme", "dc: acme"],
        [f"dn: ou=people,{BASE}", "objectClass: organizationalUnit", "ou: people"],
        [f"dn: ou=groups,{BASE}", "objectClass: organizationalUnit", "ou: groups"],
    ]
    return units + [person(number) for number in range(100)] + [group(number) for number in range(10)]


class DirectoryTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.directory = OpenLDAP(self.folder / "openldap", entries())
        self.addCleanup(self.directory.stop)
        self.team = DropboxTeam(ROSTER, self.folder / "dropbox.json")
        self.addCleanup(self.team.stop)
        self.manifests = self.folder / "manifests"
        self.manifests.mkdir()
        (self.manifests / "policy.json").write_text(json.dumps(POLICY))

    def roster(self, *arguments, stdin=b"", expect=0):
        environment = {
            "PATH": os.environ["PATH"], "DROPBOX_ACCESS_TOKEN": "simulator-access-token",
            "ROSTER_SERVICE_URI": f"{self.team.origin}/2",
        }
        run = subprocess.run(
            [ROSTER, *arguments], input=stdin, capture_output=True, cwd=self.folder, env=environment, timeout=120
        )
        self.assertEqual(run.returncode, expect, f"{arguments}: {run.stdout.decode()}{run.stderr.decode()}")
        return run.stdout.decode()

    def convert(self):
        return self.roster("convert", "ldif", "-", "--name", "directory", stdin=self.directory.export())

    def plan(self):
        return json.loads(self.roster("plan", "--format", "json"))

    def written(self):
        return {path.name: path.read_bytes() for path in sorted((self.manifests / "directory").iterdir())}

    def start(self):
        """The team follows the directory, and everybody has accepted the invitation."""
        self.convert()
        self.roster("validate")
        self.roster("apply", "--auto-approve")
        self.team.accept_invitations()
        self.assertEqual(self.plan()["changes"], [])

    def test_an_export_becomes_a_team_and_changes_of_it_become_a_plan(self):
        self.start()
        self.assertEqual(len(self.team.members()), 1 + 98)
        self.assertEqual(len(self.team.groups()), 10)
        mapping = self.written()["mapping.json"]
        self.directory.delete(f"uid=p010,ou=people,{BASE}")
        self.directory.modify(
            f"uid=p020,ou=people,{BASE}", "replace: mail", "mail: married@acme.example", "-", "replace: sn", "sn: Müller"
        )
        self.directory.rename(f"cn=team-3,ou=groups,{BASE}", "cn=team-three")
        self.directory.modify(f"uid=p030,ou=people,{BASE}", "add: nsAccountLock", "nsAccountLock: TRUE")
        self.convert()
        self.assertEqual(self.written()["mapping.json"], mapping)
        changes = {(change["action"], change["resource"]): change for change in self.plan()["changes"]}
        self.assertEqual(
            set(changes),
            {
                ("user.remove", "user:p010@acme.example"), ("user.update", "user:married@acme.example"),
                ("group.update", "group:team-three"), ("user.suspend", "user:p030@acme.example"),
            },
        )
        update = changes["user.update", "user:married@acme.example"]
        self.assertEqual(update["before"], {"email": "p020@acme.example", "surname": "Family 20"})
        self.assertEqual(update["after"], {"email": "married@acme.example", "surname": "Müller"})
        rename = changes["group.update", "group:team-three"]
        self.assertEqual((rename["before"], rename["after"]), ({"name": "team-3"}, {"name": "team-three"}))
        self.roster("apply", "--auto-approve")
        self.assertEqual(self.plan()["changes"], [])

    def test_an_account_that_is_enabled_again_is_unsuspended(self):
        self.start()
        self.directory.modify(f"uid=p030,ou=people,{BASE}", "add: nsAccountLock", "nsAccountLock: TRUE")
        self.convert()
        self.roster("apply", "--auto-approve")
        self.directory.modify(f"uid=p030,ou=people,{BASE}", "delete: nsAccountLock")
        self.convert()
        changes = [(change["action"], change["resource"]) for change in self.plan()["changes"]]
        self.assertEqual(changes, [("user.unsuspend", "user:p030@acme.example")])

    def test_the_same_directory_makes_the_same_bytes_and_a_small_change_a_small_difference(self):
        self.convert()
        before = self.written()
        self.assertIn("unchanged", self.convert())
        self.assertEqual(self.written(), before)
        self.directory.modify(f"uid=p050,ou=people,{BASE}", "replace: mail", "mail: new@acme.example")
        self.convert()
        after = self.written()
        old, new = (files["users.json"].decode().splitlines() for files in (before, after))
        self.assertEqual(len(old), len(new))
        self.assertEqual(len([line for line, other in zip(old, new) if line != other]), 1)
        self.assertEqual(after["groups.json"], before["groups.json"])

    def test_no_password_leaves_the_directory(self):
        self.assertIn(b"userPassword", self.directory.export())
        self.convert()
        text = b"".join(self.written().values())
        for secret in (b"SSHA", b"c2VjcmV0", b"e1NTSEF9", b"Password", b"1234567"):
            self.assertNotIn(secret, text)

    def test_an_export_that_is_not_complete_is_refused(self):
        limited = self.directory.export("-z", "20", options=())
        self.assertIn(b"result: 4 Size limit exceeded", limited)
        for export in (limited, self.directory.export()[:-30], b""):
            self.roster("convert", "ldif", "-", stdin=export, expect=1)
        self.assertFalse((self.manifests / "directory").exists())
        self.roster("convert", "ldif", "-", stdin=self.directory.export(options=()))


def main():
    global ROSTER
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--roster", required=True, help="the built binary")
    options = parser.parse_args()
    ROSTER = str(pathlib.Path(options.roster).resolve())
    unittest.main(argv=[__file__])


if __name__ == "__main__":
    main()

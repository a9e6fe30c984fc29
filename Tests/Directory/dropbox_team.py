"""A Dropbox team in the simulator, at first with an admin alone."""

import json
import subprocess
import urllib.request

TEAM = {
    "team": {"team_id": "dbtid:directory", "name": "Acme", "num_licensed_users": 200},
    "acting_admin": "admin@acme.example",
    "members": [
        {
            "team_member_id": "dbmid:admin", "email": "admin@acme.example", "given_name": "Ada", "surname": "Admin",
            "status": "active", "role": "team_admin",
        }
    ],
    "groups": [],
}


class DropboxTeam:
    """A simulator with its state in a file; `stop` ends it."""

    def __init__(self, roster, state):
        self.roster, self.state = roster, state
        state.write_text(json.dumps(TEAM))
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [self.roster, "simulator", "--port", "0", "--state", self.state],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        self.origin = self.process.stdout.readline().strip().removeprefix("listening on ")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=10)
        self.process.stdout.close()

    def accept_invitations(self):
        """Everybody who is invited joins."""
        self.stop()
        team = json.loads(self.state.read_text())
        for member in team["members"]:
            if member["status"] == "invited":
                member["status"] = "active"
        self.state.write_text(json.dumps(team))
        self.start()

    def members(self):
        return self.ask("team/members/list_v2")["members"]

    def groups(self):
        """The groups that people manage: not the one of everybody."""
        groups = self.ask("team/groups/list")["groups"]
        return [group for group in groups if group["group_management_type"][".tag"] != "system_managed"]

    def ask(self, route):
        request = urllib.request.Request(
            f"{self.origin}/2/{route}",
            data=b'{"limit": 1000}',
            headers={"Content-Type": "application/json", "Authorization": "Bearer simulator-access-token"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

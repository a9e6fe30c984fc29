"""The whole story of a change, played on this machine with the workflow that `roster init` writes:

a workspace is started from the live team, a branch changes it, the pull request is validated, planned and commented on, the merge is
planned again, approved and applied, and drift is noticed the next morning. Dropbox is the simulator, GitHub is a folder.
"""

import argparse
import json
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import urllib.request

from workflow import Failed, Workflow, git

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACTION = "acme/roster/.github/actions/roster@4f0c1e2a"
MARKER = "<!-- roster:plan -->"


class Story:
    def __init__(self, roster, folder):
        self.roster, self.folder = roster, folder
        self.repository = folder / "repository"
        self.github = folder / "github"
        self.tools = folder / "tools"
        for each in (self.repository, self.github, self.tools):
            each.mkdir()
        (self.tools / "roster").symlink_to(roster)
        gh = self.tools / "gh"
        gh.write_text(f"#!/bin/sh\nexec {sys.executable} {ROOT}/Tests/Story/gh.py \"$@\"\n")
        gh.chmod(gh.stat().st_mode | stat.S_IXUSR)

    # The parts that are played.

    def start_dropbox(self):
        self.dropbox = subprocess.Popen(
            [self.roster, "simulator", "--port", "0"], stdout=subprocess.PIPE, text=True, cwd=self.folder
        )
        self.address = self.dropbox.stdout.readline().strip().removeprefix("listening on ")

    def ask_dropbox(self, route, body):
        request = urllib.request.Request(
            f"{self.address}/2/{route}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": "Bearer simulator-access-token"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def groups(self):
        return {group["group_name"] for group in self.ask_dropbox("team/groups/list", {"limit": 1000})["groups"]}

    def members(self):
        listed = self.ask_dropbox("team/members/list_v2", {"limit": 1000})["members"]
        return {member["profile"]["email"]: member["profile"]["status"][".tag"] for member in listed}

    def workflow(self):
        secret = {"CLIENT_ID": "simulator-client-id", "REFRESH_TOKEN": "simulator-refresh-token"}
        return Workflow(
            self.repository / ".github/workflows/roster.yml",
            folder=pathlib.Path(tempfile.mkdtemp(dir=self.folder)),
            origin=self.repository,
            tools=self.tools,
            secrets={f"ROSTER_{app}_{key}": value for app in ("PLAN", "APPLY") for key, value in secret.items()},
            override={
                "ROSTER_SERVICE_URI": f"{self.address}/2",
                "ROSTER_TOKEN_ENDPOINT": f"{self.address}/oauth2/token",
                "STORY_GITHUB": str(self.github),
            },
            action=ACTION,
        )

    def pull_request(self, workflow, job, *, fork=False):
        event = {
            "event_name": "pull_request",
            "base_ref": "main",
            "event": {
                "pull_request": {
                    "number": 7,
                    "head": {"repo": {"full_name": "stranger/dropbox-team" if fork else "acme/dropbox-team"}},
                },
                "repository": {"private": True},
            },
        }
        refs = {"head": git(self.repository, "rev-parse", "HEAD"), "base": "origin/main"}
        if fork:
            workflow.secrets = {}
        return workflow.run(job, event, refs=refs)

    def on_main(self, workflow, job, event_name, needs=None, inputs=None, *, branch="main", commit=None):
        event = {
            "event_name": event_name,
            "ref": f"refs/heads/{branch}",
            # The event of a schedule says nothing of the repository.
            "event": {} if event_name == "schedule" else {"repository": {"private": True}},
            "inputs": inputs or {},
        }
        return workflow.run(job, event, needs, refs={"head": commit or f"origin/{branch}"})

    def comments(self):
        file = self.github / "comments.json"
        return json.loads(file.read_text()) if file.exists() else []

    def require_reviewers(self, required):
        rules = [{"type": "required_reviewers"}] if required else []
        (self.github / "environment.json").write_text(json.dumps({"protection_rules": rules}))

    def commit(self, message):
        git(self.repository, "add", "--all")
        git(self.repository, "commit", "--quiet", "--message", message)

    # The chapters.

    def start(self):
        git(self.repository, "init", "--quiet")
        subprocess.run(
            [self.roster, "init", "--action", ACTION], cwd=self.repository, check=True, stdout=subprocess.DEVNULL
        )
        subprocess.run(
            [self.roster, "import"], cwd=self.repository, check=True, capture_output=True,
            env={
                "ROSTER_SERVICE_URI": f"{self.address}/2",
                "DROPBOX_ACCESS_TOKEN": "simulator-access-token",
                "PATH": "/usr/bin:/bin",
            },
        )
        assert "janet.jones@acme.example" in (self.repository / "manifests/users.json").read_text()
        for schema, file in [
            ("vendor.github-workflows", self.repository / ".github/workflows/roster.yml"),
            ("vendor.gitlab-ci", self.repository / ".gitlab-ci.yml"),
            ("vendor.github-actions", ROOT / ".github/actions/roster/action.yml"),
        ]:
            check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
            subprocess.run(check, check=True, stdout=subprocess.DEVNULL)
        self.commit("Start the workspace")
        workflow = self.workflow()
        plan = self.on_main(workflow, "plan", "push")
        assert plan.outputs["changes"] == "0", plan.outputs
        needs = {"plan": {"outputs": plan.outputs}}
        assert self.on_main(workflow, "apply", "push", needs) is None, "an empty plan must not ask for approval"

    def branch(self):
        git(self.repository, "switch", "--quiet", "--create", "reorganise")
        connection = (self.repository / "manifests/connection.json").read_text()
        shutil.rmtree(self.repository / "manifests")
        shutil.copytree(ROOT / "manifests", self.repository / "manifests")
        (self.repository / "manifests/connection.json").write_text(connection)
        self.commit("Reorganise")

    def review(self):
        workflow = self.workflow()
        assert self.pull_request(workflow, "validate").failed is False
        job = self.pull_request(workflow, "plan-pull-request")
        [comment] = self.comments()
        assert comment["body"].startswith(MARKER) and "Project Falcon" in comment["body"], comment["body"][:400]
        assert "Project Falcon" in job.summary
        assert set(workflow.artifacts["roster-plan"]) == {"plan.json", "plan.html"}
        # The branch is pushed again: the same comment is rewritten.
        self.pull_request(workflow, "plan-pull-request")
        assert [each["id"] for each in self.comments()] == [comment["id"]]
        # A fork gets no secrets, and its jobs do not run in the place of the others.
        assert self.pull_request(workflow, "plan-pull-request", fork=True) is None

    def review_of_a_fault(self):
        """A fault in a manifest fails the check; nothing is told as if it had been planned, whatever the branch brings."""
        git(self.repository, "switch", "--quiet", "--create", "fault")
        (self.repository / "manifests/groups.json").write_text('{"apiVersion": "roster/v1", "kind": "Groups", "gruops": []}')
        for forged in ("plan.md", "plan.json", "plan.html"):
            (self.repository / forged).write_text(f"{MARKER}\nPlan: no changes")
        self.commit("A fault")
        for job in ("validate", "plan-pull-request"):
            try:
                self.pull_request(self.workflow(), job)
            except Failed as failure:
                assert "gruops" in str(failure), failure
            else:
                raise AssertionError(f"{job} has to fail")
        [comment] = self.comments()
        assert comment["body"].startswith(f"{MARKER}\n**The newest push has no plan here:**"), comment["body"][:400]
        git(self.repository, "switch", "--quiet", "reorganise")

    def snapshot(self):
        workflow = self.workflow()
        # Where everybody may read artifacts, none names the whole team.
        (self.github / "private.json").write_text("false")
        self.on_main(workflow, "plan", "schedule")
        assert "roster-snapshot" not in workflow.artifacts
        (self.github / "private.json").unlink()
        self.on_main(workflow, "plan", "schedule")
        artifact = self.github / "artifacts/roster-snapshot"
        artifact.mkdir(parents=True)
        for name, path in workflow.artifacts["roster-snapshot"].items():
            shutil.copy(path, artifact / name)

    def review_of_a_fork(self):
        job = self.pull_request(self.workflow(), "plan-fork", fork=True)
        assert "Project Falcon" in job.summary, job.log

    def merge_and_apply(self):
        git(self.repository, "switch", "--quiet", "main")
        git(self.repository, "merge", "--quiet", "--ff-only", "reorganise")
        workflow = self.workflow()
        plan = self.on_main(workflow, "plan", "push")
        assert plan.outputs["changes"] != "0" and plan.outputs["confirm_token"].startswith("delete-1-group-"), plan.outputs
        needs = {"plan": {"outputs": plan.outputs}}
        before = self.groups()
        assert "Project Falcon" in before
        # Nobody can tell who has to approve, then nobody has to, and nobody typed the token: nothing is applied.
        for unprotected in (lambda: None, lambda: self.require_reviewers(False)):
            unprotected()
            try:
                self.on_main(workflow, "apply", "push", needs)
            except Failed as failure:
                assert "ended with 3" in str(failure) and "no required reviewers" in str(failure), failure
            else:
                raise AssertionError("a deletion needs a person")
            assert self.groups() == before
        self.require_reviewers(True)
        other_branch = self.on_main(workflow, "apply", "workflow_dispatch", needs, branch="reorganise")
        assert other_branch is None, "only what was merged is applied"
        # Something else is merged before the approval comes: it is planned again, and the old plan is void.
        planned = git(self.repository, "rev-parse", "main")
        (self.repository / "NOTES.md").write_text("Something else\n")
        self.commit("Something else")
        try:
            self.on_main(workflow, "apply", "push", needs, commit=planned)
        except Failed as failure:
            assert "main has moved on" in str(failure), failure
        else:
            raise AssertionError("an old plan must not be applied")
        assert self.groups() == before
        plan = self.on_main(workflow, "plan", "push")
        needs = {"plan": {"outputs": plan.outputs}}
        self.on_main(workflow, "apply", "push", needs)
        assert "Project Falcon" not in self.groups() and "Finance" in self.groups(), self.groups()
        assert {"journal", "result.json"} == set(workflow.artifacts["roster-journal"])
        result = json.loads(workflow.artifacts["roster-journal"]["result.json"].read_text())
        assert result["converged"] is True, result
        plan = self.on_main(workflow, "plan", "push")
        assert plan.outputs["changes"] == "0", plan.outputs

    def drift(self):
        workflow = self.workflow()
        self.on_main(workflow, "plan", "schedule")
        member = next(email for email, status in self.members().items() if email == "janet.smith@acme.example")
        self.ask_dropbox(
            "team/members/set_profile_v2",
            {"user": {".tag": "email", "email": member}, "new_surname": "Somebody"},
        )
        try:
            self.on_main(workflow, "plan", "schedule")
        except Failed as failure:
            assert "ended with 2" in str(failure) and "Somebody" in str(failure), failure
        else:
            raise AssertionError("drift has to be noticed")

    def tell(self):
        try:
            self.start_dropbox()
            for chapter in (
                self.start, self.snapshot, self.branch, self.review, self.review_of_a_fault, self.review_of_a_fork,
                self.merge_and_apply, self.drift,
            ):
                chapter()
                print(f"  {chapter.__name__.replace('_', ' ')}: as told")
        finally:
            self.dropbox.terminate()
            self.dropbox.wait(timeout=10)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--roster", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        Story(arguments.roster.resolve(), pathlib.Path(name)).tell()
    print("8 passed, 0 failed")

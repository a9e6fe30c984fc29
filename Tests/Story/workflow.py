"""Runs the jobs of a GitHub workflow on this machine: its own shell steps, with the runner's part played here."""

import pathlib
import re
import shutil
import subprocess

from ruamel.yaml import YAML


class Failed(Exception):
    """A job ended with a failed step."""


class Expression:
    """The part of GitHub's expressions that the workflow uses: contexts, ==, !=, !, && and ||, hashFiles, always."""

    TOKEN = re.compile(r"\s*('(?:[^']|'')*'|&&|\|\||==|!=|[!(),]|[A-Za-z_][\w.-]*)")

    def __init__(self, contexts, workspace):
        self.contexts = contexts
        self.functions = {
            "always": lambda: True,
            "cancelled": lambda: False,
            "hashFiles": lambda name: "digest" if (workspace / name).exists() else "",
        }

    def value(self, text):
        python, position = "", 0
        while text[position:].strip():
            match = self.TOKEN.match(text, position)
            if not match:
                raise ValueError(f"not understood: {text[position:]}")
            python, position = python + self.translate(match[1], text[match.end():]), match.end()
        return eval(python, {"__builtins__": {}}, {"context": self.context, **self.functions})

    def translate(self, token, rest):
        if token[0] == "'":
            return repr(token[1:-1].replace("''", "'"))
        operators = {"&&": " and ", "||": " or ", "==": "==", "!=": "!=", "!": " not ", "(": "(", ")": ")", ",": ","}
        if token in operators:
            return operators[token]
        return token if rest.lstrip().startswith("(") else f"context({token!r})"

    def context(self, path):
        value = self.contexts
        for name in path.split("."):
            value = value.get(name, "") if isinstance(value, dict) else ""
        return value

    def text(self, template):
        return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(self.value(match[1])), str(template))


class Workflow:
    """A workflow file and the machine that its jobs run on."""

    def __init__(self, file, *, folder, origin, tools, secrets, override, action):
        self.document = YAML(typ="safe").load(file)
        self.folder, self.origin, self.tools = folder, origin, tools
        self.secrets, self.override, self.action = secrets, override, action
        self.artifacts, self.runs = {}, 0

    def run(self, name, event, needs=None, refs=None):
        """Runs a job if its condition holds; returns it with its outputs, or nothing. Raises when it fails."""
        definition = self.document["jobs"][name]
        self.runs += 1
        job = Job(self, name, definition, event, needs or {}, refs or {}, self.folder / f"run-{self.runs}")
        return job.run() if job.holds(definition.get("if", "always()")) else None


class Job:
    """One run of a job."""

    def __init__(self, workflow, name, definition, event, needs, refs, folder):
        self.workflow, self.name, self.definition, self.refs = workflow, name, definition, refs
        self.workspace = folder / "workspace"
        self.workspace.mkdir(parents=True)
        self.files = {key: folder / key for key in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        self.failed, self.log, self.outputs, self.steps, self.sha = False, "", {}, {}, ""
        self.contexts = {
            "github": {"repository": "acme/dropbox-team", "token": "github-token", **event},
            "inputs": event.get("inputs", {}),
            "secrets": workflow.secrets,
            "needs": needs,
            "steps": self.steps,
        }
        self.expression = Expression(self.contexts, self.workspace)

    def holds(self, condition):
        return bool(self.expression.value(condition))

    @property
    def summary(self):
        file = self.files["GITHUB_STEP_SUMMARY"]
        return file.read_text() if file.exists() else ""

    def run(self):
        for step in self.definition["steps"]:
            condition = step.get("if")
            if condition is None and self.failed:
                continue
            goes_on = condition is not None and ("always()" in condition or "cancelled()" in condition)
            if self.failed and not goes_on:
                continue
            if condition is not None and not self.holds(condition):
                continue
            if "uses" in step:
                self.use(step)
            else:
                self.shell(step)
        if self.failed:
            raise Failed(f"{self.name}:\n{self.log}")
        self.outputs = {key: self.expression.text(value) for key, value in self.definition.get("outputs", {}).items()}
        return self

    def use(self, step):
        action, options = step["uses"].split("@")[0], step.get("with", {})
        if action == "actions/checkout":
            git(self.workflow.origin, "clone", "--quiet", self.workflow.origin, self.workspace)
            git(self.workspace, "checkout", "--quiet", "--detach", self.refs.get("base", self.refs["head"]))
            if "base" in self.refs:
                # Of a pull request the merge is checked out.
                git(self.workspace, "merge", "--quiet", "--no-ff", "--no-edit", self.refs["head"])
            self.sha = git(self.workspace, "rev-parse", "HEAD")
        elif action == "actions/upload-artifact":
            found = [self.workspace / path for path in options["path"].split()]
            self.workflow.artifacts[options["name"]] = {path.name: path for path in found if path.exists()}
        elif action == "actions/download-artifact":
            for name, path in self.workflow.artifacts[options["name"]].items():
                shutil.copy(path, self.workspace / name)
        elif step["uses"] != self.workflow.action:
            raise ValueError(f"unknown action: {step['uses']}")

    def shell(self, step):
        environment = {}
        for variables in (self.workflow.document.get("env"), self.definition.get("env"), step.get("env")):
            environment |= {key: self.expression.text(value) for key, value in (variables or {}).items()}
        github = self.contexts["github"]
        environment |= {
            "PATH": f"{self.workflow.tools}:/usr/local/bin:/usr/bin:/bin",
            "GITHUB_ACTIONS": "true",
            "GITHUB_REPOSITORY": github["repository"],
            "GITHUB_SHA": self.sha,
            **{key: str(path) for key, path in self.files.items()},
            **self.workflow.override,
        }
        output = self.files["GITHUB_OUTPUT"]
        output.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace, env=environment, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL,
        )
        self.log += f"[{step.get('name')}] ended with {done.returncode}\n{done.stdout}{done.stderr}"
        self.failed = self.failed or done.returncode != 0
        pairs = [line.split("=", 1) for line in output.read_text().splitlines()]
        if "id" in step:
            self.steps[step["id"]] = {"outputs": dict(pairs)}


def git(folder, *arguments):
    """Runs git in a repository and returns what it prints."""
    identity = ["-c", "user.name=Story", "-c", "user.email=story@acme.example", "-c", "init.defaultBranch=main"]
    command = ["git", *identity, *map(str, arguments)]
    return subprocess.run(command, cwd=pathlib.Path(folder), check=True, capture_output=True, text=True).stdout.strip()

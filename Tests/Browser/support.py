"""Pages of plans in a real browser, and what is seen of them there."""

import contextlib
import copy
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "Tests" / "Conformance"))

from seal import sealed

GOLDEN = ROOT / "Tests" / "Fixtures" / "golden"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1200, "height": 900}
BROWSERS = ("chromium", "google-chrome-stable", "google-chrome")


class Settings:
    """What the command line says."""

    roster = ""
    browser = ""


def find_browser():
    """The path of a browser of the Chromium family, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def golden(name):
    return json.loads((GOLDEN / f"plan-{name}.json").read_text(encoding="utf-8"))


def golden_names():
    return sorted(path.stem.removeprefix("plan-") for path in GOLDEN.glob("plan-*.json"))


def combined():
    """One plan with every kind of change."""
    plan = golden("one-group-deletion")
    changes = {}
    for name in ("creates", "updates", "removals", "one-group-deletion", "temporary-names"):
        for change in golden(name)["changes"]:
            changes.setdefault(change["id"], change)
    plan["changes"] = list(changes.values())
    plan["findings"] = golden("findings-only")["findings"]
    return plan


def with_text(value, text):
    """The plan with every text that comes from outside replaced: names, emails, reasons, places, messages."""
    kept = {"action", "format", "verdict", "severity", "access", "origin"}
    if isinstance(value, dict):
        return {key: item if key in kept else with_text(item, text) for key, item in value.items()}
    if isinstance(value, list):
        return [with_text(item, text) for item in value]
    if not isinstance(value, str):
        return value
    kind, colon, _ = value.partition(":")
    return f"{kind}:{text}" if colon and kind in ("user", "group") else text


def large(count):
    """A plan of so many changes: people created, updated and suspended, and groups with members."""
    plan = golden("updates")
    templates = {change["action"]: change for change in plan["changes"] + combined()["changes"]}
    actions = ["user.create", "user.update", "user.suspend", "group.members"]
    plan["changes"] = []
    for number in range(count):
        change = copy.deepcopy(templates[actions[number % len(actions)]])
        name = f"Department {number}" if change["action"] == "group.members" else f"person.number{number}@acme.example"
        change["resource"] = f"{change['resource'].split(':')[0]}:{name}"
        change["id"] = f"{change['action']}:{name}"
        plan["changes"].append(change)
    return plan


class Visit:
    """A page that is open, and everything that it did that a page of a plan must not do."""

    def __init__(self, page, url):
        self.page = page
        self.faults = []
        note = self.faults.append
        page.on("request", lambda request: request.url == url or note(f"request: {request.url}"))
        page.on("console", lambda message: note(f"console: {message.type} {message.text}"))
        page.on("pageerror", lambda error: note(f"error: {error}"))
        page.on("dialog", lambda dialog: (note(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda popup: note(f"popup: {popup.url}"))
        page.add_init_script(
            "window.violations = [];"
            "addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));"
        )
        page.goto(url)
        self.faults.extend(f"violation: {name}" for name in self.evaluate("window.violations ?? []"))

    def evaluate(self, script, argument=None):
        return self.page.evaluate(script, argument)

    def shown(self, selector=".object h3"):
        """The texts of the elements that a reader sees."""
        return self.evaluate(
            "(selector) => Array.from(document.querySelectorAll(selector))"
            ".filter((element) => element.checkVisibility()).map((element) => element.innerText)",
            selector,
        )

    def count(self):
        return self.page.locator("output").inner_text()

    def search(self, text):
        self.page.get_by_label("Search", exact=True).fill(text)
        self.settle()

    def settle(self):
        """Waits until the filter has been applied: it runs in a timer that was started before this one."""
        self.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 150))")


class BrowserTests(unittest.TestCase):
    """Tests with a browser of their own."""

    @classmethod
    def setUpClass(cls):
        cls.resources = contextlib.ExitStack()
        cls.addClassCleanup(cls.resources.close)
        cls.folder = pathlib.Path(cls.resources.enter_context(tempfile.TemporaryDirectory()))
        playwright = cls.resources.enter_context(sync_playwright())
        cls.browser = playwright.chromium.launch(executable_path=Settings.browser)
        cls.resources.callback(cls.browser.close)

    def render(self, plan):
        """The plan as the tool shows it, in a file."""
        source = self.folder / "plan.json"
        source.write_text(json.dumps(sealed(plan)), encoding="utf-8")
        result = subprocess.run(
            [Settings.roster, "show", str(source), "--format", "html"], capture_output=True, timeout=120, check=False
        )
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        target = self.folder / "plan.html"
        target.write_bytes(result.stdout)
        return target

    def visit(self, plan, viewport=DESKTOP, **options):
        return self.open(self.render(plan), viewport, **options)

    def open(self, file, viewport=DESKTOP, **options):
        context = self.browser.new_context(viewport=viewport, **options)
        self.addCleanup(context.close)
        return Visit(context.new_page(), file.as_uri())

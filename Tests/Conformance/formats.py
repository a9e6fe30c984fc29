"""Reads the formats of pipelines with readers that are not ours.

Markdown goes through a CommonMark parser with GitHub's tables and automatic links, and the HTML that comes out may hold
nothing but the elements that roster writes, whatever the names are. SARIF, Code Quality and widget are held against what
their readers require.

Usage: python Tests/Conformance/formats.py --roster PATH    (needs markdown-it-py, linkify-it-py and jsonschema from PyPI)
"""

import argparse
import copy
import html.parser
import json
import pathlib
import subprocess
import tempfile
import unittest

import jsonschema
import markdown_it

from seal import sealed

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "Tests" / "Fixtures" / "golden"
ARGUMENTS = argparse.Namespace(roster=None)

# What roster writes, and nothing besides. Alignment is what the parser makes of a table's second line.
ELEMENTS = {
    "h2", "h3", "p", "strong", "code", "pre", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "details",
    "summary", "sub",
}
ATTRIBUTES = {("details", "open"), ("th", "style"), ("td", "style")}

# Printable, so that what is shown is the name as it is.
NAMES = [
    "*a* _b_ **c** ~~d~~", "[x](https://evil.example)", "![x](https://evil.example/x.png)", "<https://x.example>",
    "</pre></details><script>alert(1)</script>", "</code></summary><img src=x onerror=alert(1)>", "| a | b |", "# head",
    "#123", "@acme/admins", "joe@evil.com", "www.evil.com", "WWW.evil.com", "https://evil.com/?a=b&c",
    "evil.com", "`code` ``` ~~~", "$a$ :tada:", "GH-1 acme/roster#1", "&lt;b&gt;&#60;b&#62;", "<!-- x --> -->",
    "<!--", "]]>", "<?php ?>", "<!DOCTYPE html>", "- item", "1. item", "> quote", "===", "---", "ftp://x", "mailto:a@b.c",
    "[!NOTE]", "<details open>", "a\u0301 \u540d\u524d \U0001f642", "x`\u0301", "<\u0301b>", "[x]: https://evil.example",
]


class Page(html.parser.HTMLParser):
    """The visible text of a page, and everything in it that roster does not write."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.foreign = []
        self.open = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        if tag not in ELEMENTS:
            self.foreign.append(tag)
        self.foreign += [f"{tag}@{name}" for name, _ in attributes if (tag, name) not in ATTRIBUTES]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.foreign.append(f"/{tag}")

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        if data not in (" ", " roster:plan "):
            self.foreign.append(f"comment {data}")

    def handle_decl(self, declaration):
        self.foreign.append(declaration)

    def handle_pi(self, data):
        self.foreign.append(data)

    def unknown_decl(self, data):
        self.foreign.append(data)


def page(markdown):
    parser = markdown_it.MarkdownIt("commonmark", {"html": True, "linkify": True})
    return Page(parser.enable(["table", "strikethrough", "linkify"]).render(markdown))


def load(name):
    return json.loads((GOLDEN / name).read_text(encoding="utf-8"))


def hostile_plan():
    """A plan in which every name stands wherever a foreign text can."""
    plan = load("plan-one-group-deletion.json")
    deletion = next(change for change in plan["changes"] if change["action"] == "group.delete")
    creation = next(change for change in plan["changes"] if change["action"] == "user.create")
    members = next(change for change in load("plan-updates.json")["changes"] if change["action"] == "group.members")
    plan["changes"], plan["confirmation"]["groups"] = [], []
    for number, name in enumerate(NAMES):
        doomed = copy.deepcopy(deletion)
        doomed.update(id=f"d{number}", target_id=f"g:{number}", resource=f"group:{name}", reason=name)
        created = copy.deepcopy(creation)
        created.update(id=f"c{number}", resource=f"user:{name}", reason=name, after={"email": name, name: name})
        changed = copy.deepcopy(members)
        changed.update(id=f"m{number}", resource=f"group:{name}", reason=name)
        for key in ("add", "remove", "set_access"):
            changed[key] = [{"email": name, "access": "owner"}]
        plan["changes"] += [doomed, created, changed]
        plan["confirmation"]["groups"].append(
            {"name": name, "group_id": f"g:{number}", "member_count": 1, "members": [name]}
        )
        plan["findings"].append({"severity": "warning", "code": name, "message": name, "remedy": name, "file": name})
        plan["gates"].append({"gate": name, "verdict": "refuse", "message": name, "count": 1, "limit": 0})
    plan["team"]["name"] = NAMES[4]
    return plan


class MarkdownTests(unittest.TestCase):
    def test_recorded_pages_hold_nothing_but_our_elements(self):
        paths = sorted(GOLDEN.glob("*.md"))
        self.assertGreaterEqual(len(paths), 12)
        for path in paths:
            with self.subTest(page=path.name):
                shown = page(path.read_text(encoding="utf-8"))
                lists = {"ul", "li"} if path.name.startswith("import-") else set()
                self.assertEqual([element for element in shown.foreign if element not in lists], [])
                self.assertEqual(shown.open, [])

    def test_hostile_names_are_shown_and_do_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = pathlib.Path(folder) / "plan.json"
            plan.write_text(json.dumps(sealed(hostile_plan())), encoding="utf-8")
            command = [ARGUMENTS.roster, "show", str(plan), "--format", "markdown"]
            markdown = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
        shown = page(markdown)
        self.assertEqual(shown.foreign, [])
        self.assertEqual(shown.open, [])
        for name in NAMES:
            with self.subTest(name=name):
                self.assertIn(f'- group "{name}"\n', shown.text)
                self.assertIn(f"    why: {name}\n", shown.text)
                self.assertIn(f"    - {name}\n", shown.text)

    def test_the_reader_sees_what_is_not_ours(self):
        for markdown in ("[x](https://x.example)", "www.evil.com", "joe@evil.com", "<img src=x>", "<!-- x -->", "~~x~~", "<pre a=b></pre>"):
            with self.subTest(markdown=markdown):
                self.assertNotEqual(page(markdown).foreign, [])


TEXT = {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {"text": {"minLength": 1}}}

# The part of SARIF 2.1.0 that roster uses, with nothing else allowed; written from the standard's sections 3.13 to 3.49.
SARIF = {
    "type": "object", "required": ["$schema", "version", "runs"], "additionalProperties": False,
    "properties": {
        "$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": {"minItems": 1, "maxItems": 1, "items": {
            "required": ["tool", "results", "columnKind"], "additionalProperties": False,
            "properties": {
                "columnKind": {"const": "unicodeCodePoints"},
                "tool": {"required": ["driver"], "additionalProperties": False, "properties": {"driver": {
                    "required": ["name", "semanticVersion", "rules"], "additionalProperties": False,
                    "properties": {
                        "name": {"const": "roster"},
                        "semanticVersion": {"pattern": r"^\d+\.\d+\.\d+$"},
                        "rules": {"uniqueItems": True, "items": {
                            "required": ["id", "shortDescription"], "additionalProperties": False,
                            "properties": {"id": {"minLength": 1}, "shortDescription": TEXT, "help": TEXT}}}}}}},
                "results": {"items": {
                    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
                    "additionalProperties": False,
                    "properties": {
                        "ruleId": {"minLength": 1}, "ruleIndex": {"type": "integer", "minimum": 0},
                        "level": {"enum": ["error", "warning", "note"]}, "message": TEXT,
                        "partialFingerprints": {"additionalProperties": {"pattern": "^[0-9a-f]{64}$"}},
                        "locations": {"minItems": 1, "maxItems": 1, "items": {
                            "required": ["physicalLocation"], "additionalProperties": False,
                            "properties": {"physicalLocation": {
                                "required": ["artifactLocation", "region"], "additionalProperties": False,
                                "properties": {
                                    "artifactLocation": {"required": ["uri"], "additionalProperties": False,
                                        "properties": {"uri": {"pattern": r"^(file://)?[A-Za-z0-9._~/%-]+$"}}},
                                    "region": {"required": ["startLine", "startColumn"], "additionalProperties": False,
                                        "properties": {
                                            "startLine": {"type": "integer", "minimum": 1},
                                            "startColumn": {"type": "integer", "minimum": 1}}}}}}}}}}}}}}}}

# GitLab's documentation, "Code Quality report format".
CODE_QUALITY = {
    "type": "array", "items": {
        "required": ["description", "check_name", "fingerprint", "severity", "location"], "additionalProperties": False,
        "properties": {
            "description": {"minLength": 1}, "check_name": {"pattern": "^roster/"},
            "fingerprint": {"pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {"required": ["path", "lines"], "additionalProperties": False, "properties": {
                "path": {"pattern": r"^(?!\./)"},
                "lines": {"required": ["begin"], "additionalProperties": False,
                    "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}}

WIDGET = {
    "type": "object", "required": ["create", "update", "delete"], "additionalProperties": {"type": "integer", "minimum": 0},
    "maxProperties": 3}


class PipelineTests(unittest.TestCase):
    def check(self, pattern, schema, at_least):
        paths = sorted(GOLDEN.glob(pattern))
        self.assertGreaterEqual(len(paths), at_least)
        for path in paths:
            with self.subTest(report=path.name):
                jsonschema.Draft202012Validator(schema).validate(load(path.name))
                yield load(path.name)

    def test_sarif(self):
        for log in self.check("findings-*.sarif.json", SARIF, 3):
            run = log["runs"][0]
            rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
            for result in run["results"]:
                self.assertEqual(rules[result["ruleIndex"]], result["ruleId"])
            prints = [result["partialFingerprints"]["roster/v1"] for result in run["results"]]
            self.assertEqual(len(set(prints)), len(prints))

    def test_code_quality(self):
        for report in self.check("findings-*.codequality.json", CODE_QUALITY, 3):
            self.assertEqual(len({issue["fingerprint"] for issue in report}), len(report))

    def test_widget(self):
        self.assertTrue(list(self.check("widget-*.json", WIDGET, 11)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--roster", required=True)
    ARGUMENTS, rest = parser.parse_known_args()
    unittest.main(argv=["formats.py", *rest])

"""Checks that the reports which the tool writes satisfy their published schemas.

The reports are the golden files of the Swift tests, so they are what the tool writes today.

Usage: python Tests/Conformance/reports.py        (needs jsonschema >= 4.18 from PyPI)
"""

import copy
import json
import pathlib
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "Tests" / "Fixtures" / "golden"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator(kind):
    return jsonschema.Draft202012Validator(load(ROOT / "schemas" / f"{kind}.schema.json"))


def without_each_field(value):
    """The value, each time with one field less, as deep as objects nest outside of lists."""
    for key in value:
        yield key, {name: other for name, other in value.items() if name != key}
        if isinstance(value[key], dict):
            for name, smaller in without_each_field(value[key]):
                yield f"{key}.{name}", {**value, key: smaller}


class ReportTests(unittest.TestCase):
    def test_reports_satisfy_their_schema(self):
        for kind, at_least in (("plan", 10), ("result", 2), ("status", 4), ("check", 3), ("snapshot", 1), ("import", 2)):
            paths = sorted(GOLDEN.glob(f"{kind}-*.json"))
            self.assertGreaterEqual(len(paths), at_least)
            for path in paths:
                with self.subTest(report=path.name):
                    errors = [f"{error.json_path}: {error.message}" for error in validator(kind).iter_errors(load(path))]
                    self.assertEqual(errors, [])

    def test_every_field_is_required(self):
        names = (
            ("plan", "plan-one-group-deletion"), ("result", "result-failures"), ("status", "status-converged"),
            ("check", "check-passed"), ("snapshot", "snapshot-every-field"), ("import", "import-first"),
        )
        for kind, name in names:
            for field, smaller in without_each_field(load(GOLDEN / f"{name}.json")):
                with self.subTest(report=name, field=field):
                    self.assertFalse(validator(kind).is_valid(smaller))

    def test_a_plan_with_a_base_needs_all_that_is_said_of_the_comparison(self):
        report = load(GOLDEN / "plan-with-base.json")
        self.assertEqual({change["origin"] for change in report["changes"]}, {"introduced", "pre-existing"})
        self.assertEqual({gate.get("origin") for gate in report["gates"]}, {None, "introduced", "pre-existing"})
        for path, value in (
            (("changes", 0, "origin"), "elsewhere"), (("gates", 1, "origin"), ""), (("resolved", 0, "reason"), None),
            (("base", "manifests"), None), (("base", "fingerprint"), "0a"),
        ):
            changed = copy.deepcopy(report)
            place = changed
            for step in path[:-1]:
                place = place[step]
            if value is None:
                del place[path[-1]]
            else:
                place[path[-1]] = value
            with self.subTest(path=path):
                self.assertFalse(validator("plan").is_valid(changed))

    def test_a_next_step_belongs_to_warnings_and_failures_alone(self):
        report = load(GOLDEN / "check-failed.json")
        self.assertEqual({check["verdict"] for check in report["checks"]}, {"pass", "warn", "fail", "skip"})
        for position, check in enumerate(report["checks"]):
            changed = copy.deepcopy(report)
            if "next_step" in check:
                del changed["checks"][position]["next_step"]
            else:
                changed["checks"][position]["next_step"] = "do something"
            with self.subTest(check=check["check"]):
                self.assertFalse(validator("check").is_valid(changed))

    def test_memberships_belong_to_group_members_alone(self):
        report = load(GOLDEN / "plan-updates.json")
        for position, change in enumerate(report["changes"]):
            changed = copy.deepcopy(report)
            if change["action"] == "group.members":
                del changed["changes"][position]["add"]
            else:
                changed["changes"][position]["add"] = []
            with self.subTest(action=change["action"]):
                self.assertFalse(validator("plan").is_valid(changed))


if __name__ == "__main__":
    unittest.main()

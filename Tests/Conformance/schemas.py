"""Checks that the JSON Schemas and the tool agree on what a valid manifest is.

The Swift tests run the tool over the same folders of Tests/Fixtures/manifests; here the schemas give their verdict:

    valid               the schema accepts
    invalid             the schema refuses
    invalid-tool-only   faults that no schema can see: broken JSON, duplicate keys, rules across records

Usage: python Tests/Conformance/schemas.py        (needs jsonschema >= 4.18 from PyPI)
"""

import json
import pathlib
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schemas"
FIXTURES = ROOT / "Tests" / "Fixtures" / "manifests"
KINDS = ("Connection", "Policy", "Mapping", "Users", "Groups")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def is_accepted(manifest):
    """What an editor says that picks the schema by `kind`, as the tool does."""
    kind = manifest.get("kind") if isinstance(manifest, dict) else None
    kinds = [kind] if kind in KINDS else KINDS
    schemas = (load(SCHEMAS / f"{name.lower()}.schema.json") for name in kinds)
    return any(jsonschema.Draft202012Validator(schema).is_valid(manifest) for schema in schemas)


class SchemaTests(unittest.TestCase):
    def check_folder(self, name, expected):
        paths = sorted((FIXTURES / name).glob("*.json"))
        self.assertTrue(paths, f"no fixtures in {name}")
        for path in paths:
            with self.subTest(fixture=f"{name}/{path.name}"):
                self.assertEqual(is_accepted(load(path)), expected)

    def test_schemas_are_well_formed(self):
        paths = sorted(SCHEMAS.glob("*.schema.json"))
        self.assertEqual(len(paths), 11)
        for path in paths:
            with self.subTest(schema=path.name):
                schema = load(path)
                jsonschema.Draft202012Validator.check_schema(schema)
                self.assertEqual(schema["$id"], path.name)

    def test_every_property_has_hover_text(self):
        def walk(node, place):
            if isinstance(node, dict):
                for key, value in node.get("properties", {}).items():
                    # Conditions repeat a property with constraints alone; its description stands elsewhere.
                    if not any(word in place for word in ("/if", "/then", "/else", "Of/")):
                        self.assertTrue(
                            "description" in value or place.startswith("/$defs"), f"{place}/{key} has no description"
                        )
                for key, value in node.items():
                    walk(value, f"{place}/{key}")
            elif isinstance(node, list):
                for index, value in enumerate(node):
                    walk(value, f"{place}/{index}")

        for path in sorted(SCHEMAS.glob("*.schema.json")):
            with self.subTest(schema=path.name):
                walk(load(path), "")

    def test_accepts_valid(self):
        self.check_folder("valid", True)

    def test_refuses_invalid(self):
        self.check_folder("invalid", False)

    def test_cannot_see_what_only_the_tool_sees(self):
        for path in sorted((FIXTURES / "invalid-tool-only").glob("*.json")):
            with self.subTest(fixture=path.name):
                try:
                    manifest = load(path)
                except ValueError:
                    continue
                if path.name == "not-a-number.json":
                    continue  # Python reads NaN as a number, which is not an object either way.
                self.assertTrue(is_accepted(manifest), "move the fixture to invalid: the schema sees the fault")

    def test_reference_workspace(self):
        paths = sorted((ROOT / "manifests").rglob("*.json"))
        self.assertTrue(paths)
        for path in paths:
            with self.subTest(manifest=str(path.relative_to(ROOT))):
                manifest = load(path)
                schema = (path.parent / manifest["$schema"]).resolve()
                self.assertEqual(schema, SCHEMAS / f"{manifest['kind'].lower()}.schema.json")
                jsonschema.Draft202012Validator(load(schema)).validate(manifest)


if __name__ == "__main__":
    unittest.main()

"""Keeps the tables of the manifests' reference equal to the JSON Schemas: `--write` rewrites them, without it a
difference fails."""

import argparse
import difflib
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "Sources/roster/Documentation.docc/Manifests.md"
KINDS = ["connection", "users", "groups", "mapping", "policy"]
HEADER = "| field | values | default | meaning |\n| --- | --- | --- | --- |\n"
#: Fields of every manifest and note fields, which the article tells once.
COMMON = {"$schema", "apiVersion", "kind", "description"}


class Tables:
    """The tables of one schema."""

    def __init__(self, schema):
        self.schema = schema

    def text(self):
        rows = self.rows(self.schema, "")
        for name, definition in self.schema.get("$defs", {}).items():
            if name in ("user", "group", "expression", "secret", "filter"):
                rows += self.rows(definition, f"{name}: ")
        return HEADER + "".join(rows)

    def rows(self, schema, path):
        rows = []
        for name, field in schema.get("properties", {}).items():
            if name in COMMON or not isinstance(field, dict) or "description" not in field:
                continue
            target = self.resolve(field)
            default = json.dumps(field["default"]) if "default" in field else ""
            cells = [f"`{path}{name}`", self.values(field), f"`{default}`" if default else "", field["description"]]
            rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n")
            if "properties" in target and "$ref" not in field:
                rows += self.rows(target, f"{path}{name}.")
        return rows

    def resolve(self, field):
        reference = field.get("$ref", "")
        return self.schema["$defs"].get(reference.removeprefix("#/$defs/"), {}) if reference.startswith("#/$defs/") else field

    def values(self, field):
        """The values in a few words."""
        if "const" in field:
            return f"`{json.dumps(field['const'])}`"
        if "enum" in field:
            return ", ".join(f"`{value}`" for value in field["enum"] if value is not None)
        if "$ref" in field:
            name = field["$ref"].rsplit("/", 1)[1]
            inner = self.resolve(field)
            return name if "properties" in inner or not inner else self.values({k: v for k, v in inner.items() if k != "description"})
        for key in ("anyOf", "oneOf"):
            if key in field:
                kinds = [self.values(each) for each in field[key]]
                return " or ".join(dict.fromkeys(kind for kind in kinds if kind != "null"))
        kinds = field.get("type", "record")
        kinds = [kinds] if isinstance(kinds, str) else [kind for kind in kinds if kind != "null"]
        if kinds == ["array"]:
            return f"list of {self.values(field.get('items', {}))}"
        return " or ".join(kinds)


def with_tables(article):
    for kind in KINDS:
        begin, end = f"<!-- {kind}: from the schema -->\n", f"<!-- {kind}: end -->"
        before, rest = article.split(begin, 1)
        _, after = rest.split(end, 1)
        schema = json.loads((ROOT / f"schemas/{kind}.schema.json").read_text())
        article = before + begin + "\n" + Tables(schema).text() + "\n" + end + after
    return article


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    present = ARTICLE.read_text()
    expected = with_tables(present)
    if parser.parse_args().write:
        ARTICLE.write_text(expected)
    elif present != expected:
        sys.stdout.writelines(difflib.unified_diff(present.splitlines(True), expected.splitlines(True), "is", "should be"))
        sys.exit("the manifests' reference differs from the schemas: run manifest_reference.py --write")
    else:
        print(f"the manifests' reference agrees with {len(KINDS)} schemas")

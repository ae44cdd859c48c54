#!/usr/bin/env python3
"""Validate records and expectations against the schema that klartext prints.

    validate.py KLARTEXT ROOT

1. The schema itself is valid JSON Schema 2020-12.
2. Every record of the golden pages and samples is valid, with and without --explain.
3. Every key of every expectation is valid, so that no test can ask for what the schema forbids.
"""
import json
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def records(klartext, root, *options):
    run = subprocess.run([klartext, "--compact", "--quiet", *options, "tests/pages", "samples"], cwd=root,
                         stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):  # 1: some golden pages are no articles
        sys.exit(f"klartext ended with status {run.returncode}")
    return [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]


def problems(validator, name, value):
    for error in validator.iter_errors(value):
        yield f"{name}: /{'/'.join(map(str, error.absolute_path))}: {error.message}"


def expectations(root):
    for path in sorted([*root.glob("tests/pages/*/expected.json"), *root.glob("samples/*.json")]):
        yield path.relative_to(root), json.loads(path.read_text(encoding="utf-8"))


def problems_of_expectations(schema, root):
    count = 0
    for path, expected in expectations(root):
        for key, value in expected.items():
            if key == "error":
                continue
            count += 1
            if key not in schema["properties"]:
                yield f"{path}: no key {key} in a record"
                continue
            validator = Draft202012Validator({**schema["properties"][key], "$defs": schema["$defs"]})
            yield from problems(validator, f"{path}: {key}", value)
    if count == 0:
        yield "no expectations found"


def problems_of_records(schema, klartext, root):
    validator = Draft202012Validator(schema)
    for options in ([], ["--explain"]):
        found = records(klartext, root, *options)
        if not found:
            yield "no records"
        for record in found:
            yield from problems(validator, record["source"], record)


def main():
    klartext, root = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    schema = json.loads(subprocess.run([klartext, "schema"], stdout=subprocess.PIPE, check=True).stdout)
    Draft202012Validator.check_schema(schema)
    found = [*problems_of_expectations(schema, root), *problems_of_records(schema, klartext, root)]
    print("\n".join(found) if found else "all records and expectations are valid")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()

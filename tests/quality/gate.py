#!/usr/bin/env python3
"""Holds the quality of the extraction against floors that only rise.

    gate.py BINARY ROOT [--raise]

Scores BINARY on the annotated pages of ROOT/../shared/corpus with ROOT/../shared/eval/evaluate.py and compares every
figure with floors.json beside this file. A figure below its floor fails; --raise writes back the floors that the
figures have left behind, less SLACK, and never lowers one. Without the corpus the test is skipped (exit status 77).
"""
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
SLACK = 0.002  # what one page more or less changes in the smaller sets
FLOORS = Path(__file__).with_name("floors.json")


def load_evaluator(path):
    spec = importlib.util.spec_from_file_location("evaluate", path)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def figures(binary, evaluate, corpus):
    """{set: {figure: value}} of every annotated set."""
    out = {}
    for folder in sorted(p for p in corpus.iterdir() if (p / "truth.jsonl").exists()):
        with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as sink:
            subprocess.run([binary, "--jobs", "2", str(folder / "pages")], stdout=sink, stderr=subprocess.DEVNULL, check=False)
            row = evaluate.score_file(folder / "truth.jsonl", sink.name).row()
        out[folder.name] = {name: value for name, value in row.items() if isinstance(value, float)}
    return out


def main():
    binary, root = sys.argv[1], Path(sys.argv[2]).resolve()
    shared = root.parent / "shared"
    if not (shared / "corpus").is_dir() or not (shared / "eval" / "evaluate.py").exists():
        print(f"SKIPPED: there are no annotated pages in {shared}; the quality of the extraction was NOT checked")
        return SKIPPED
    floors = json.loads(FLOORS.read_text())
    found = figures(binary, load_evaluator(shared / "eval" / "evaluate.py"), shared / "corpus")
    failed = 0
    for corpus_set, row in found.items():
        for name, value in row.items():
            floor = floors.setdefault(corpus_set, {}).get(name, 0.0)
            verdict = "BELOW" if value < floor else "ok"
            failed += value < floor
            print(f"{corpus_set:8} {name:12} {value:.4f}  floor {floor:.4f}  {verdict}")
            floors[corpus_set][name] = max(floor, round(value - SLACK, 4))
    if "--raise" in sys.argv:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n")
    print(f"{failed} figures below their floor" if failed else "every figure reaches its floor")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Makes thousands of run folders from one real run and times the list of them.

    tests/bench/library.py RUN --runs 5000 [--keep DIR]    # after ./run --build; RUN: a run that was trained

Each copy has a rate, a λ, a seed and a date of its own. Prints the seconds of the first list (no index yet), of another one
(with it), and of one with a filter and an order, each by a process of its own.
"""
import argparse
import datetime
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def make(run, folder, count):
    config = json.loads((run / "config.json").read_text())
    metrics, events = (run / "metrics.csv").read_bytes(), (run / "events.jsonl").read_bytes()
    drawn = random.Random(1)
    begun = datetime.datetime(2026, 1, 1)
    for i in range(count):
        one = folder / f"run-{i:05}"
        one.mkdir(parents=True)
        config["params"]["lr.classifier"] = round(10 ** drawn.uniform(-4, -2), 6)
        config["params"]["lambda"] = [drawn.choice([0.5, 1, 2, 4])]
        config["params"]["seed"] = i
        config["started"] = (begun + datetime.timedelta(minutes=10 * i)).strftime("%Y-%m-%dT%H:%M:%SZ")
        (one / "config.json").write_text(json.dumps(config))
        (one / "metrics.csv").write_bytes(metrics)
        (one / "events.jsonl").write_bytes(events)


def timed(program, folder, *words):
    begun = time.monotonic()
    done = subprocess.run([program, "runs", "--in", folder, *words], capture_output=True, text=True, check=True)
    return time.monotonic() - begun, len(done.stdout.splitlines())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("run", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5000, help="how many (%(default)s)")
    parser.add_argument("--keep", type=pathlib.Path, help="make them there, and leave them")
    parser.add_argument("--cli", type=pathlib.Path, default=ROOT / "build/release/app/sparring-cli")
    args = parser.parse_args()
    folder = args.keep or pathlib.Path(tempfile.mkdtemp(prefix="sparring-library-"))
    try:
        make(args.run, folder, args.runs)
        json_lines = ["--json", "--columns", "name,clean,lr.classifier"]
        for name, words in [("the first list", json_lines), ("with its index", json_lines),
                            ("filter and order", ["lr.classifier<1e-3", "lambda>=1", "--sort=-lr.classifier,seed", *json_lines])]:
            seconds, lines = timed(args.cli, folder, *words)
            print(f"{name:18} {seconds:6.2f} s  {lines} runs", flush=True)
    finally:
        if not args.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())

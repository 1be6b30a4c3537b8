#!/usr/bin/python3
"""Kills trainings at random moments and looks at what they left.

    tests/bench/kills.py --cli build/release/app/sparring-cli --kills 1000 --work FOLDER

Each victim is a `train`, a `train --resume`, a `train --seeds` or an `evaluate`, on a tiny data set of its own; each end is
kill -9, HUP, TERM or Ctrl-C. What must hold after each: no run, or one that is read and goes on; every line of
metrics.csv that was complete is there again, unchanged, once the run has passed its step; after a signal that can be
heard, a checkpoint at the last step and 128 + the signal as exit code. Ends with 1 at the first that does not hold.
"""
import argparse
import collections
import json
import pathlib
import random
import shutil
import signal
import struct
import subprocess
import sys
import time

SIGNALS = [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM, signal.SIGINT]
SMALL = {"data": "data", "batch": 16, "classifier.hidden": 16, "generator.hidden": 16, "discriminator.hidden": 16,
         "teacher.hidden": 16, "latent": 8, "epochs.pretrain": 1, "epochs.gan": 1, "metrics.every": 2,
         "evaluate.every": 10, "samples.every": 50, "checkpoint.every": 25}
LIVES = 6  # of a run, before it is trained to an end and another begins


def write_data(folder, side=12):
    """Each class is a bar at its own height."""
    folder.mkdir(parents=True)
    for name, count in (("train", 256), ("t10k", 50)):
        images = bytearray()
        for i in range(count):
            image = bytearray(side * side)
            image[i % 10 * side:(i % 10 + 1) * side] = b"\xc8" * side
            image[i * 37 % len(image)] = 255
            images += image
        (folder / f"{name}-images-idx3-ubyte").write_bytes(struct.pack(">IIII", 2051, count, side, side) + images)
        labels = bytes(i % 10 for i in range(count))
        (folder / f"{name}-labels-idx1-ubyte").write_bytes(struct.pack(">II", 2049, count) + labels)


def die(what, *more):
    sys.exit("\n".join([f"FAILED: {what}", *map(str, more)]))


class Killer:
    def __init__(self, cli, work, seed):
        self.cli, self.work, self.random = str(cli), work, random.Random(seed)
        self.told = collections.Counter()
        self.seen = {}  # by run: the complete lines of metrics.csv that were ever read
        write_data(work / "data")
        begun = time.monotonic()
        self.run(self.training("timed", "--steps", 2))
        self.longest = 2 * (time.monotonic() - begun)  # so that about half have begun

    def command(self, *words):
        return [self.cli, *map(str, words)]

    def training(self, out, *more):
        sets = [word for key, value in SMALL.items() for word in ("--set", f"{key}={value}")]
        return self.command("train", "--quiet", "--threads", 1, *sets, "--out", out, *more)

    def run(self, words):
        done = subprocess.run(words, cwd=self.work, capture_output=True, text=True)
        if done.returncode:
            die(" ".join(words), done.stdout, done.stderr)
        return done.stdout

    def kill(self, words, what):
        """Starts it and kills it after a moment; by what, and its exit code."""
        process = subprocess.Popen(words, cwd=self.work, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(self.random.uniform(0.02, self.longest))
        by = self.random.choice(SIGNALS)
        process.send_signal(by)
        out, err = process.communicate()
        self.told[f"{what}, {by.name}"] += 1
        if process.returncode not in (0, -by, 128 + by):
            die(f"{' '.join(words)} after {by.name}: exit code {process.returncode}", out, err)
        return by, process.returncode

    def lines(self, run):
        text = (self.work / run / "metrics.csv").read_text()
        return [line for line in text[:text.rfind("\n") + 1].splitlines() if line]

    def checkpoints(self, run):
        return sorted(int(file.stem[5:]) for file in (self.work / run / "checkpoints").glob("step-*.safetensors"))

    def look(self, run, by=None, code=None):
        """Whether there is a run; that it is sound."""
        if not (self.work / run / "config.json").exists():
            return False
        self.run(self.command("export", run, "--format", "csv", "--out", "copy.csv"))
        lines, last = self.lines(run), self.checkpoints(run)[-1]
        steps = [int(line.split(",")[0]) for line in lines[1:]]
        if code == 128 + (by or 0) and steps and last < steps[-1]:
            die(f"{run}: the last checkpoint after {by.name} is of step {last}, the record goes to {steps[-1]}")
        lost = [line for line in self.seen.get(run, []) if int(line.split(",")[0]) <= last and line not in set(lines)]
        if lost:
            die(f"{run}: lines that were there are gone or others", *lost[:5])
        self.seen[run] = lines[1:]
        return True

    def train_on(self, run):
        to = self.checkpoints(run)[-1] + 30
        last = json.loads(self.run(self.command("train", "--json", "--resume", run, "--steps", to)).splitlines()[-1])
        if last.get("steps") != to:
            die(f"{run} was to go on to {to}", last)
        self.look(run)

    def one_run(self, name, kills):
        """A run killed and resumed, and measured between."""
        done = 0
        while done < min(kills, LIVES):
            there = (self.work / name / "config.json").exists()
            if there and self.random.random() < 0.2:
                self.kill(self.command("evaluate", name, "--suite", "quick"), "evaluate")
                self.look(name)
            else:
                words = self.command("train", "--quiet", "--resume", name) if there else self.training(
                    name, "--steps", 1_000_000, "--seed", self.random.randrange(1000))
                by, code = self.kill(words, "resume" if there else "train")
                self.look(name, by, code)
            done += 1
        if self.look(name):
            self.train_on(name)
            self.run(self.command("evaluate", name, "--attack", "fgsm"))
        return done

    def one_folder_of_seeds(self, name, kills):
        """The same --seeds, killed and given again, and at last to its end."""
        words = self.training(name, "--steps", 400, "--seeds", 3)
        done = 0
        for done in range(1, min(kills, LIVES) + 1):
            self.kill(words, "seeds")
            for seed in (1, 2, 3):
                self.look(f"{name}/seed-{seed}")
        self.run(words)
        for seed in (1, 2, 3):
            self.look(f"{name}/seed-{seed}")
            if self.checkpoints(f"{name}/seed-{seed}")[-1] != 400:
                die(f"{name}/seed-{seed} is not complete")
        return done

    def kill_all(self, kills):
        n = 0
        while kills > 0:
            n += 1
            kills -= (self.one_folder_of_seeds if n % 4 == 0 else self.one_run)(f"run{n}", kills)
            shutil.rmtree(self.work / f"run{n}", ignore_errors=True)
            print(f"{sum(self.told.values())} killed", file=sys.stderr)
        for what, count in sorted(self.told.items()):
            print(f"{what}: {count}")
        print(f"{sum(self.told.values())} killed; every run was read and went on, no complete line was lost")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="a new folder, removed at the end")
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1, help="of the moments and the signals")
    options = parser.parse_args()
    Killer(options.cli.resolve(), options.work.resolve(), options.seed).kill_all(options.kills)
    shutil.rmtree(options.work)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Kills sparring-cli at random moments and looks at what that leaves.

    tests/bench/kills.py --kills 1000        # about half an hour; --kills 20 to see it work

The victims are `train`, `train --resume`, `train --seeds` and `evaluate`, with small networks on small data of their own.
Each is ended by kill -9, SIGTERM, SIGHUP or Ctrl-C, somewhere between its start and a few hundred steps. After every kill:

  * there is no run yet, or one that is read;
  * every complete line of metrics.csv that was there before is there again, once the run has passed its step;
  * a signal that the program can hear ends it with 128 + the signal and a checkpoint at its last step;
  * what `evaluate` leaves is whole.

After six kills a run is resumed to an end, and must then be the run that was never killed: a second one of the same seed is
trained in one go, and metrics.csv and the last checkpoint of the two are compared byte by byte. `--seeds` likewise.

Ends with 1 at the first thing that does not hold, and leaves the folder to be looked at.
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
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT]
KILLS_A_RUN = 6
SEEDS = 3  # of a folder of runs
SEED_STEPS = 400  # of each of them
BATCH = 16
PATIENCE = 1800  # seconds that a victim may take to end
SETTINGS = {"data": "data", "batch": BATCH, "lambda": "0,1", "classifier.hidden": 16, "generator.hidden": 16,
            "discriminator.hidden": 16, "teacher.hidden": 16, "latent": 8, "epochs.teacher": 1, "epochs.pretrain": 1,
            "epochs.gan": 2, "metrics.every": 2, "evaluate.every": 10, "samples.every": 50, "checkpoint.every": 25}


def hear_all():
    """In the victim: what was started in the background, or by nohup, passes it on that it ignores these."""
    for by in SIGNALS[1:]:
        signal.signal(by, signal.SIG_DFL)


class Failed(Exception):
    """Something does not hold."""


def write_data(folder, side=12, train=256, test=50):
    """Ten classes: each is a bar at its own height, with one speck."""
    folder.mkdir()
    for name, count in (("train", train), ("t10k", test)):
        images = bytearray()
        for i in range(count):
            image = bytearray(side * side)
            image[i % 10 * side:(i % 10 + 1) * side] = b"\xc8" * side
            image[i * 37 % len(image)] = 255
            images += image
        labels = bytes(i % 10 for i in range(count))
        (folder / f"{name}-images-idx3-ubyte").write_bytes(struct.pack(">IIII", 2051, count, side, side) + images)
        (folder / f"{name}-labels-idx1-ubyte").write_bytes(struct.pack(">II", 2049, count) + labels)


def step_of(line):
    return int(line.split(",")[0])


class Run:
    """A run folder, and the lines of its metrics.csv that were ever seen whole."""

    def __init__(self, folder):
        self.folder = folder
        self.seen = set()

    def exists(self):
        return (self.folder / "config.json").exists()

    def lines(self):
        text = (self.folder / "metrics.csv").read_text()
        return text[:text.rfind("\n") + 1].splitlines()[1:]  # the last may be cut short; the first is a header

    def last_checkpoint(self):
        return max(int(file.stem[len("step-"):]) for file in (self.folder / "checkpoints").glob("step-*.safetensors"))

    def check_lines(self):
        """At the last step of all an evaluation may be still to come."""
        now = self.lines()
        reached = max([step_of(line) for line in now] + [self.last_checkpoint()])
        lost = sorted((line for line in self.seen.difference(now) if step_of(line) < reached), key=step_of)
        if lost:
            raise Failed(f"{self.folder}: {len(lost)} lines of metrics.csv are gone or others now, the first: {lost[0]}")
        self.seen.update(now)

    def check_stopped(self):
        """After a signal that was heard."""
        last = max(map(step_of, self.lines()), default=0)
        if self.last_checkpoint() < last:
            raise Failed(f"{self.folder}: stopped at step {last}, but the last checkpoint is of {self.last_checkpoint()}")

    def check_whole_files(self):
        for file in (self.folder / "evaluations").glob("*.json"):
            json.loads(file.read_text())

    def check_same(self, other):
        """That it is the other run, byte by byte, and that no temporary file is left."""
        step = self.last_checkpoint()
        for name in ("metrics.csv", f"checkpoints/step-{step}.safetensors"):
            if (self.folder / name).read_bytes() != (other.folder / name).read_bytes():
                raise Failed(f"{self.folder / name} is not that of the run that was never killed, {other.folder / name}")
        left = list(self.folder.rglob(".sparring-*.tmp"))
        if left:
            raise Failed(f"{left[0]} is left over")


class Killer:
    def __init__(self, cli, work, seed):
        self.cli, self.work, self.random = str(cli), work, random.Random(seed)
        self.kills = collections.Counter()  # by victim and signal
        self.ends = collections.Counter()   # by how the victims ended
        self.compared = 0  # runs trained to an end and found to be those that were never killed
        self.checked_lines = 0
        write_data(work / "data")
        begun = time.monotonic()
        self.call(*self.training("timed", 1, 2))
        # Half of the moments are before the first step or shortly after it, half while it trains.
        self.longest = 2 * (time.monotonic() - begun)

    def training(self, out, seed, steps):
        """The words of a command that trains."""
        words = ["train", "--quiet", "--threads", 1, "--out", out, "--seed", seed, "--steps", steps]
        for key, value in SETTINGS.items():
            words += ["--set", f"{key}={value}"]
        return words

    def call(self, *words):
        """Must succeed."""
        done = subprocess.run([self.cli, *map(str, words)], cwd=self.work, capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed(f"sparring-cli {' '.join(map(str, words))}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def kill(self, victim, *words):
        """Starts it and ends it after a moment. Whether it heard the signal and stopped by itself."""
        process = subprocess.Popen([self.cli, *map(str, words)], cwd=self.work, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, preexec_fn=hear_all)
        time.sleep(self.random.uniform(0, self.longest))
        by = self.random.choice(SIGNALS)
        process.send_signal(by)
        try:
            out, err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Failed(f"sparring-cli {' '.join(map(str, words))} goes on after {by.name}") from None
        self.kills[victim, by.name] += 1
        end = {-by: "died of the signal", 128 + by: "heard it and stopped", 0: "was done already"}.get(process.returncode)
        if not end:
            raise Failed(f"sparring-cli {' '.join(map(str, words))}, after {by.name}: exit code {process.returncode}\n{out}{err}")
        self.ends[end] += 1
        return process.returncode == 128 + by

    def look(self, run, stopped=False):
        """What must hold after every kill."""
        if not run.exists():
            return
        self.call("export", run.folder, "--format", "csv", "--out", "copy.csv")
        run.check_lines()
        run.check_whole_files()
        if stopped:
            run.check_stopped()
        self.checked_lines += len(run.seen)

    def compare(self, run, seed):
        """The run, which is complete, with one of the same seed that is trained in one go."""
        other = Run(self.work / "straight")
        self.call(*self.training(other.folder, seed, run.last_checkpoint()))
        run.check_same(other)
        shutil.rmtree(other.folder)
        self.compared += 1

    def one_run(self, folder, kills):
        """Begun, and resumed or measured, and killed each time."""
        run, seed = Run(folder), self.random.randrange(1000)
        for _ in range(kills):
            if not run.exists():
                stopped = self.kill("train", *self.training(folder, seed, 1_000_000))
            elif self.random.random() < 0.8:
                stopped = self.kill("train --resume", "train", "--quiet", "--resume", folder)
            else:
                self.kill("evaluate", "evaluate", folder, "--suite", "quick")
                stopped = False
            self.look(run, stopped)
        if run.exists():
            to = run.last_checkpoint() + 30
            self.call("train", "--quiet", "--resume", folder, "--steps", to)
            self.look(run)
            if run.last_checkpoint() != to:
                raise Failed(f"{folder} was to go on to step {to}")
            self.compare(run, seed)

    def one_folder_of_seeds(self, folder, kills):
        """The same command again and again, and at last to its end."""
        first = self.random.randrange(1000)
        words = self.training(folder, first, SEED_STEPS) + ["--seeds", SEEDS]
        runs = [Run(folder / f"seed-{first + i}") for i in range(SEEDS)]
        for _ in range(kills):
            self.kill("train --seeds", *words)
            for run in runs:
                self.look(run)
        self.call(*words)
        for i, run in enumerate(runs):
            self.look(run)
            if run.last_checkpoint() != SEED_STEPS:
                raise Failed(f"{run.folder} is not complete")
            self.compare(run, first + i)

    def kill_all(self, kills):
        number = 0
        while self.done() < kills:
            number += 1
            folder = self.work / f"run-{number}"
            several = self.one_folder_of_seeds if number % 4 == 0 else self.one_run
            several(folder, min(KILLS_A_RUN, kills - self.done()))
            shutil.rmtree(folder, ignore_errors=True)
            print(f"{self.done()} of {kills} killed", file=sys.stderr, flush=True)

    def done(self):
        return sum(self.kills.values())

    def print_figures(self):
        victims = sorted({victim for victim, _ in self.kills})
        print(f"{'':16}" + "".join(f"{by.name:>9}" for by in SIGNALS))
        for victim in victims:
            print(f"{victim:16}" + "".join(f"{self.kills[victim, by.name]:9}" for by in SIGNALS))
        for end, count in sorted(self.ends.items()):
            print(f"{count:6} {end}")
        print(f"{self.compared:6} runs trained to an end afterwards, each equal to one that was never killed")
        print(f"{self.checked_lines:6} times a line of metrics.csv was looked for")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000, help="how many (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments and the signals (%(default)s)")
    parser.add_argument("--cli", type=pathlib.Path, default=ROOT / "build/release/app/sparring-cli",
                        help="the program (%(default)s)")
    parser.add_argument("--work", type=pathlib.Path, help="a folder to make and to work in (default: a temporary one)")
    options = parser.parse_args()
    if options.work:
        options.work.mkdir(parents=True)
    work = (options.work or pathlib.Path(tempfile.mkdtemp(prefix="sparring-kills-"))).resolve()
    begun = time.monotonic()
    try:
        killer = Killer(options.cli.resolve(), work, options.seed)
        killer.kill_all(options.kills)
    except Failed as failed:
        sys.exit(f"FAILED: {failed}\nEverything is left in {work}.")
    shutil.rmtree(work)
    killer.print_figures()
    print(f"{killer.done()} kills in {(time.monotonic() - begun) / 60:.1f} minutes: everything held")


if __name__ == "__main__":
    main()

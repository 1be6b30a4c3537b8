#!/usr/bin/env python3
"""Sets up Slurm on this machine alone and lets it carry out sweeps.

    apt-get install slurm-wlm munge           # and as root, after a build:
    tests/bench/slurm.py

munged, slurmctld and slurmd have all their files in a temporary folder and end with this; nothing of a Slurm that is set up
here is read. Small networks on small data. What is looked at:

  * a sweep with every run to the end, and with halving: the same best run and value as --runner local gives;
  * the program killed (kill -9) and called again: it finds its jobs, and nothing is submitted twice; called again when
    the queue is empty, it finds that all rungs are through;
  * Ctrl-C: the queue is empty, every run that had begun has a checkpoint, and the same command goes on from there;
  * a time limit, and a run that cannot be trained: listed, and the others are not touched.

Ends with 1 at the first thing that does not hold, and leaves the folder.
"""
import argparse
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from kills import Failed, hear_all, write_data

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 300  # seconds for anything
SETTINGS = {"data": "data", "batch": 16, "adversary": "none", "classifier.hidden": 16, "evaluate.every": 0,
            "checkpoint.every": 0}
CONF = """ClusterName=alone
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket={work}/munge.socket
CryptoType=crypto/munge
StateSaveLocation={work}/state
SlurmdSpoolDir={work}/spool
SlurmctldPidFile={work}/slurmctld.pid
SlurmdPidFile={work}/slurmd.pid
SlurmctldLogFile={work}/slurmctld.log
SlurmdLogFile={work}/slurmd.log
SlurmctldPort={port}
SlurmdPort={port1}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=2
OverTimeLimit=0
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus}
PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE
"""


def wait_for(what, holds):
    """Asks a few times a second."""
    until = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > until:
            raise Failed(f"{what}: not within {PATIENCE} seconds")
        time.sleep(0.2)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def require_programs():
    missing = [name for name in ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel") if not shutil.which(name)]
    if missing or os.geteuid() != 0:
        sys.exit(f"not there: {', '.join(missing)} (apt-get install slurm-wlm munge)" if missing else "only root may")


@contextlib.contextmanager
def slurm(work):
    """The three daemons, for as long as this lasts."""
    daemons, home = [], work / "slurm"
    home.mkdir()
    (home / "state").mkdir()
    (home / "spool").mkdir()
    key = home / "munge.key"
    key.write_bytes(os.urandom(128))
    key.chmod(0o400)
    conf = home / "slurm.conf"
    conf.write_text(CONF.format(host=socket.gethostname().split(".")[0], work=home, port=free_port(), port1=free_port(),
                                cpus=os.cpu_count()))
    os.environ["SLURM_CONF"] = str(conf)

    def begin(*words):
        log = open(home / f"{words[0]}.out", "w")
        daemons.append(subprocess.Popen(words, stdout=log, stderr=log, start_new_session=True))

    try:
        begin("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={home}/munge.socket",
              f"--pid-file={home}/munge.pid", f"--log-file={home}/munge.log", f"--seed-file={home}/munge.seed")
        wait_for("munged", (home / "munge.socket").exists)
        begin("slurmctld", "-D")
        begin("slurmd", "-D")
        wait_for("the node", lambda: "idle" in text("sinfo", "--noheader", "--format=%T"))
        yield
    finally:
        for daemon in reversed(daemons):
            daemon.terminate()
            try:
                daemon.wait(30)
            except subprocess.TimeoutExpired:
                daemon.kill()


def text(*words):
    """What a command prints; nothing where it fails."""
    done = subprocess.run(words, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


def queue():
    return text("squeue", "--noheader", "--array", "--format=%F_%K %T").splitlines()


def submitted(sweep):
    """Arrays that were ever submitted for it."""
    return len(list((sweep / "slurm").glob("array-*.sh")))


class Sweeps:
    def __init__(self, cli, work):
        self.cli, self.work = str(cli), work
        write_data(work / "data")

    def words(self, out, *more, steps):
        words = [self.cli, "sweep", "--json", "--out", out, "--steps", steps, "--jobs", 2]
        for key, value in SETTINGS.items():
            words += ["--set", f"{key}={value}"]
        return list(map(str, [*words, *more]))

    def begin(self, words):
        return subprocess.Popen(words, cwd=self.work, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                preexec_fn=hear_all)

    def end(self, process, code=0):
        """The lines it printed."""
        out, err = process.communicate(timeout=PATIENCE)
        if process.returncode != code:
            raise Failed(f"exit code {process.returncode} instead of {code}\n{out}{err}")
        return [json.loads(line) for line in out.splitlines()]

    def sweep(self, *words, **more):
        begun = time.monotonic()
        lines = self.end(self.begin(self.words(*words, **more)))
        print(f"  {words[0]}: {json.dumps(lines[-1])}, {time.monotonic() - begun:.1f} s", flush=True)
        return lines

    def checkpoints(self, sweep):
        """The last step of each run that has begun."""
        return {run.name: max((int(file.stem[len("step-"):]) for file in (run / "checkpoints").glob("*.safetensors")),
                              default=0) for run in sorted((self.work / sweep).glob("run-*"))}

    def same_with_both(self, name, *vary, steps):
        local = self.sweep(f"{name}-local", *vary, steps=steps)[-1]
        there = self.sweep(f"{name}-slurm", *vary, "--runner", "slurm", steps=steps)[-1]
        run = [pathlib.Path(end["best"]).name for end in (local, there)]
        if run[0] != run[1] or local["value"] != there["value"]:
            raise Failed(f"{name}: the best is {run[1]} with {there['value']}, on this machine {run[0]} with {local['value']}")
        print(f"  {submitted(self.work / (name + '-slurm'))} arrays", flush=True)

    def values(self, sweep):
        """By file, run and budget."""
        return {file.name: [(one["budget"], one["value"]) for one in json.loads(file.read_text())]
                for file in sorted((self.work / sweep / "results").glob("*.json"))}

    def plain(self):
        self.same_with_both("plain", "--vary", "lr.classifier=1e-5..1e-2:log:6", "--metric", "fgsm:eps=0.3", steps=400)
        if self.values("plain-local") != self.values("plain-slurm"):
            raise Failed("runs came to other values than on this machine")

    def halving(self):
        self.same_with_both("halving", "--vary", "lr.classifier=1e-6..1e-2:log:9", "--halving", 3,
                            "--metric", "fgsm:eps=0.3", steps=900)

    def killed(self):
        words = self.words("killed", "--vary", "lr.classifier=1e-5..1e-2:log:6", "--runner", "slurm", steps=4000)
        first = self.begin(words)
        first.stdout.readline()
        first.kill()
        first.communicate()
        print(f"  killed; the queue: {queue()}", flush=True)
        if not queue():
            raise Failed("no jobs are left: nothing to be found again")
        lines = self.end(self.begin(words))
        print(f"  called again: {json.dumps(lines[-1])}, {len(lines) - 1} results told", flush=True)
        if submitted(self.work / "killed") != 1 or lines[-1]["failed"] or not lines[-1]["done"]:
            raise Failed("jobs were submitted twice, or failed")

    def alone(self):
        words = self.words("alone", "--vary", "lr.classifier=1e-6..1e-2:log:9", "--halving", 3, "--runner", "slurm",
                           steps=900)
        first = self.begin(words)
        first.stdout.readline()
        first.kill()
        first.communicate()
        wait_for("all rungs without the program", lambda: not queue())
        lines = self.end(self.begin(words))
        print(f"  called again when the queue was empty: {json.dumps(lines[-1])}, {submitted(self.work / 'alone')} arrays",
              flush=True)
        if len(lines) != 1 or not lines[-1]["done"] or submitted(self.work / "alone") != 3:
            raise Failed("something was left to be done")

    def cancelled(self):
        steps = 60_000
        words = self.words("cancelled", "--vary", "lr.classifier=1e-4,1e-3,1e-2,1e-5", "--runner", "slurm", steps=steps)
        first = self.begin(words)
        folder = self.work / "cancelled"
        wait_for("two runs that have begun", lambda: len(list(folder.glob("run-*/metrics.csv"))) == 2)
        begun = time.monotonic()
        first.send_signal(signal.SIGINT)
        lines = self.end(first, 128 + signal.SIGINT)
        took = time.monotonic() - begun
        if queue():
            raise Failed(f"Ctrl-C leaves jobs: {queue()}")
        checkpoints = self.checkpoints("cancelled")
        print(f"  Ctrl-C: {json.dumps(lines[-1])}, {took:.1f} s; the queue is empty, checkpoints at "
              f"{checkpoints}", flush=True)
        if len(checkpoints) != 2 or not all(0 < step < steps for step in checkpoints.values()):
            raise Failed("a run that had begun has no checkpoint of where it was")
        lines = self.end(self.begin(words))
        print(f"  called again: {json.dumps(lines[-1])}", flush=True)

    def failing(self):
        lines = self.sweep("failing", "--vary", "batch=16,4000", "--runner", "slurm", steps=100)
        print(f"  {[line['error'] for line in lines if 'error' in line]}", flush=True)
        if lines[-1]["failed"] != 1:
            raise Failed("one of the two cannot be trained")

    def timed(self):
        """Slurm counts minutes, and asks a job to end one before its time."""
        lines = self.sweep("timed", "--vary", "batch=16,8", "--runner", "slurm", "--time", 2, steps=10_000_000)
        print(f"  {[line['error'] for line in lines if 'error' in line]}, checkpoints at {self.checkpoints('timed')}",
              flush=True)
        if lines[-1]["failed"] != 2 or not all(self.checkpoints("timed").values()):
            raise Failed("both are longer than their time")


def main():
    checks = [name for name in vars(Sweeps) if name in ("plain", "halving", "killed", "alone", "cancelled", "failing", "timed")]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=checks, default=checks, help="of what is looked at")
    parser.add_argument("--cli", type=pathlib.Path, default=ROOT / "build/release/app/sparring-cli",
                        help="the program (%(default)s)")
    options = parser.parse_args()
    require_programs()
    work = pathlib.Path(tempfile.mkdtemp(prefix="sparring-slurm-"))
    try:
        with slurm(work):
            sweeps = Sweeps(options.cli.resolve(), work)
            for name in options.only:
                print(name, flush=True)
                getattr(sweeps, name)()
    except Failed as failed:
        sys.exit(f"FAILED: {failed}\nEverything is left in {work}.")
    shutil.rmtree(work)
    print("everything held")


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""Trains and measures what docs/results.md tells, and writes it.

    tests/bench/results.py --cli build/release/app/sparring-cli --work FOLDER > docs/results.md

Runs that FOLDER holds already are not trained again, so it can be broken off and started anew. Every figure is of all
10,000 test images; over seeds: mean and 95 % interval (Student's t).
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys

STUDENT = {2: 12.706, 3: 4.303, 4: 3.182, 5: 2.776}
USUAL = {"loss.classifier": "cross-entropy", "lr.classifier": 0.001, "adam.beta1": 0.9, "batch": 128,
         "epochs.pretrain": 0, "evaluate.every": 0}

# science: settings, then accuracy in % under ATTACKS of an independent implementation in Python, one seed
ATTACKS = ["noise:sigma=0.2", "noise:sigma=0.4", "fgsm:eps=0.1", "pgd:eps=0.1", "pgd:eps=0.2", "pgd:eps=0.3"]
REFERENCE = {
    "none": ({"adversary": "none", "epochs.joint": 10}, [97.8, 73.5, 39.3, 9.6, 2.6, 0.0, 0.0]),
    "noise σ .2": ({"adversary": "noise", "noise.sigma": 0.2, "epochs.joint": 10},
                   [97.9, 97.1, 92.5, 28.3, 15.2, 0.1, 0.0]),
    "FGSM ε .1": ({"adversary": "fgsm", "epsilon": 0.1, "epochs.joint": 10},
                  [98.1, 97.4, 90.3, 87.7, 84.5, 20.5, 1.3]),
    "PGD-10 ε .1": ({"adversary": "pgd", "epsilon": 0.1, "epochs.joint": 10},
                    [97.9, 97.6, 93.7, 87.5, 85.4, 27.0, 1.5]),
    "PGD-10 ε .2": ({"adversary": "pgd", "epsilon": 0.2, "epochs.joint": 10},
                    [96.2, 95.8, 94.1, 88.0, 87.1, 61.8, 12.7]),
    "PGD-10 ε .3": ({"adversary": "pgd", "epsilon": 0.3, "epochs.joint": 15},
                    [96.0, 93.8, 91.3, 85.5, 83.4, 64.5, 34.9]),
}

# every adversary for the same ten epochs of classifier steps
GAN = {"epochs.gan": 6, "epochs.joint": 10, "adam.beta1": 0.5}
FRONTIER = {
    "none": {"adversary": "none"},
    "noise σ .2": {"adversary": "noise"},
    "gan": {"adversary": "gan", **GAN},
    "cgan": {"adversary": "cgan", **GAN},
    "cgan, β 1": {"adversary": "cgan", "beta": 1, **GAN},
    "atgan": {"adversary": "atgan", **GAN},
    "latent": {"adversary": "latent", **GAN},
    "advgan ε .1": {"adversary": "advgan", "epochs.gan": 1, "lr.generator": 0.001},
    "advgan ε .1, size free": {"adversary": "advgan", "attack.norm": 0, "epochs.gan": 1, "lr.generator": 0.001},
    "gat ε .1, c_g 1": {"adversary": "gat", "epochs.gan": 1, "lr.generator": 0.001},
    "gat ε .1, c_g .1": {"adversary": "gat", "gat.cg": 0.1, "epochs.gan": 1, "lr.generator": 0.001},
    "gat ε .1, c_g 0": {"adversary": "gat", "gat.cg": 0, "epochs.gan": 1, "lr.generator": 0.001},
    "gat ε .15, c_g 0": {"adversary": "gat", "gat.cg": 0, "epsilon": 0.15, "epochs.gan": 1, "lr.generator": 0.001},
    "gat ε .12, c_g 0, wide": {"adversary": "gat", "gat.cg": 0, "epsilon": 0.12, "epochs.gan": 1,
                               "lr.generator": 0.0001, "generator.hidden": 1024},
    "gan-pgd ε .1, 30 % fakes": {"adversary": "gan-pgd", **GAN},
    "fgsm ε .1": {"adversary": "fgsm"},
    "fgsm-rs ε .1": {"adversary": "fgsm-rs"},
    "trades ε .1, λ 4": {"adversary": "trades", "lambda": 4},
    "pgd ε .1, k 10": {"adversary": "pgd"},
}


# the most robust of each kind: their full suite takes minutes
SUSPECTS = {"advgan ε .1", "gat ε .15, c_g 0", "gat ε .12, c_g 0, wide", "gan-pgd ε .1, 30 % fakes", "pgd ε .1, k 10"}


class Lab:
    def __init__(self, cli, work, seeds):
        self.cli, self.work, self.seeds = cli, work, seeds

    def run(self, *words):
        done = subprocess.run([self.cli, *words], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(map(str, words))}: {done.stderr.strip()}")
        return done.stdout

    def train(self, name, seed, preset=None, settings=None):
        folder = self.work / f"{name.replace(' ', '_')}-{seed}"
        note = folder / "done.json"
        if not note.exists():
            print(f"training {folder.name}", file=sys.stderr)
            words = ["train", "--out", folder, "--seed", str(seed), "--json", "--quiet"]
            if preset:
                words += ["--preset", preset]
            for key, value in (settings or {}).items():
                words += ["--set", f"{key}={value}"]
            note.write_text(self.run(*words).splitlines()[-1])
        return folder

    def accuracies(self, folder, attacks, lane=0):
        words = ["evaluate", folder, "--json", "--lane", str(lane)]
        for attack in attacks:
            words += ["--attack", attack]
        report = json.loads(self.run(*words))
        return [100 * report["clean"]] + [100 * entry["accuracy"] for entry in report["attacks"]]

    def alarms(self, folder):
        lanes = json.loads(self.run("evaluate", folder, "--suite", "full", "--json"))["lanes"]
        return ", ".join(check["name"] for check in lanes[0]["checks"] if check["verdict"] == "alarm") or "none"


def spread(values):
    mean = sum(values) / len(values)
    if len(values) < 2:
        return mean, None
    deviation = math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1))
    return mean, STUDENT[len(values)] * deviation / math.sqrt(len(values))


def told(values):
    mean, half = spread(values)
    return f"{mean:.1f}" if half is None else f"{mean:.1f} ± {half:.1f}"


def row(*cells):
    print("| " + " | ".join(cells) + " |")


def header(*cells):
    row(*cells)
    row(*["---"] * len(cells))


def reference(lab):
    print(f"""
## Known settings against an independent implementation

Adam 1e-3, batch 128, cross-entropy, half clean and half adversarial samples, ε growing over the first third; 784-128-64-10.
Mean and interval over {lab.seeds} seeds; in brackets the independent Python figures (one seed).
""")
    header("trained with", "clean", *ATTACKS)
    apart = []
    for name, (settings, known) in REFERENCE.items():
        runs = []
        for seed in range(1, lab.seeds + 1):
            folder = lab.train("reference " + name, seed, settings={**USUAL, "epsilon.ramp": 0.3333, **settings})
            runs.append(lab.accuracies(folder, ATTACKS))
        columns = list(zip(*runs))
        row(name, *[f"{told(values)} ({there})" for values, there in zip(columns, known)])
        apart += [f"{name} under {attack}: {spread(values)[0] - there:+.1f}"
                  for attack, values, there in zip(["clean"] + ATTACKS, columns, known)
                  if abs(spread(values)[0] - there) > 2]
    print("\nMore than 2 points apart: " + ("; ".join(apart) if apart else "none") + ".")


def default(lab):
    attacks = ["noise:sigma=0.2", "fgsm:eps=0.1", "pgd:eps=0.1,restarts=10", "cw:eps=0.1", "square:eps=0.1",
               "transfer:eps=0.1"]
    print(f"""
## The default preset against λ = 0

`seed-repaired` with the lanes λ = 0 and λ = 1: the same batches, the same initial weights, the same generator; {lab.seeds} seeds.
The difference is taken seed by seed.
""")
    header("under", "λ = 0", "λ = 1", "difference", "verdict")
    runs = []
    for seed in range(1, lab.seeds + 1):
        folder = lab.train("default", seed, preset="seed-repaired", settings={"lambda": "0,1"})
        runs.append([lab.accuracies(folder, attacks, lane) for lane in (0, 1)])
    for i, attack in enumerate(["clean"] + attacks):
        without, with_ = [r[0][i] for r in runs], [r[1][i] for r in runs]
        mean, half = spread([b - a for a, b in zip(without, with_)])
        verdict = "no difference beyond chance" if half is None or abs(mean) <= half else "gain" if mean > 0 else "loss"
        row(attack, told(without), told(with_), told([b - a for a, b in zip(without, with_)]), verdict)


def frontier(lab):
    attacks = ["noise:sigma=0.2", "fgsm:eps=0.1", "pgd:eps=0.1,restarts=3", "cw:eps=0.1", "square:eps=0.1"]
    print(f"""
## Every adversary at equal steps of the classifier

Ten joint epochs each (4,680 steps), λ = 1 unless said, cross-entropy, {lab.seeds} seeds; generators had six epochs by themselves
before, those that change digits one. Alarms: of the masking checks, with seed 1, where the full suite was measured.
""")
    header("adversary", "clean", *attacks, "alarms")
    for name, settings in FRONTIER.items():
        folders = [lab.train("frontier " + name, seed, settings={**USUAL, "epochs.joint": 10, **settings})
                   for seed in range(1, lab.seeds + 1)]
        columns = zip(*[lab.accuracies(folder, attacks) for folder in folders])
        row(name, *map(told, columns), lab.alarms(folders[0]) if name in SUSPECTS else "–")


PARTS = {"reference": reference, "default": default, "frontier": frontier}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cli", required=True)
    arguments.add_argument("--work", required=True, type=pathlib.Path, help="where the runs are kept")
    arguments.add_argument("--seeds", type=int, default=3, choices=sorted(STUDENT))
    arguments.add_argument("--only", choices=PARTS, action="append")
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    print("# Results\n\nMade by `tests/bench/results.py`; accuracy in % on MNIST's 10,000 test images.")
    for name in options.only or PARTS:
        PARTS[name](Lab(options.cli, options.work, options.seeds))


if __name__ == "__main__":
    main()

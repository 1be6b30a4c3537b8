#!/usr/bin/python3
"""Attacks exported weights with PyTorch's own autograd, independent of Sparring's code.

    sparring-cli export RUN --format safetensors --out weights.safetensors
    tests/bench/attack.py weights.safetensors --data FOLDER [--run RUN --cli sparring-cli]

Prints accuracy on all test images: clean, FGSM and PGD (cross-entropy of the logits, random start, as Goodfellow 2015
and Madry 2018 describe them). With --run and --cli it also asks `evaluate` and fails where the two differ by more than
one image (clean), 0.1 point (FGSM) or 0.5 point (PGD: its random start is another one).
"""
import argparse
import gzip
import json
import pathlib
import struct
import subprocess
import sys

import numpy as np
import torch


def read_idx(folder, stem):
    for path in (folder / stem, folder / (stem + ".gz"), folder / stem.replace("-idx", ".idx")):
        if path.exists():
            data = (gzip.open if path.suffix == ".gz" else open)(path, "rb").read()
            rank = data[3]
            shape = struct.unpack(">" + "I" * rank, data[4:4 + 4 * rank])
            return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)
    sys.exit(f"{folder} has no {stem}")


def read_safetensors(path):
    data = pathlib.Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8:8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        tensors[name] = torch.from_numpy(np.frombuffer(data[begin:end], np.float32).copy()).reshape(entry["shape"])
    return tensors


def classifier(tensors, lane):
    name = "classifier" if lane == 0 else f"classifier@{lane}"
    layers, number = [], 1
    while f"{name}.fc{number}.weight" in tensors:
        weight = tensors[f"{name}.fc{number}.weight"]
        linear = torch.nn.Linear(weight.shape[1], weight.shape[0])
        linear.load_state_dict({"weight": weight, "bias": tensors[f"{name}.fc{number}.bias"]})
        layers += [linear, torch.nn.ReLU()]
        number += 1
    if not layers:
        sys.exit(f"no {name} in the weights")
    return torch.nn.Sequential(*layers[:-1]).requires_grad_(False)


def slope(net, x, y):
    x = x.clone().requires_grad_(True)
    torch.nn.functional.cross_entropy(net(x), y, reduction="sum").backward()
    return x.grad


def fgsm(net, x, y, eps):
    return (x + eps * slope(net, x, y).sign()).clamp(0, 1)


def pgd(net, x, y, eps, steps, alpha):
    moved = (x + torch.empty_like(x).uniform_(-eps, eps)).clamp(0, 1)
    for _ in range(steps):
        moved = moved + alpha * slope(net, moved, y).sign()
        moved = (x + (moved - x).clamp(-eps, eps)).clamp(0, 1)
    return moved


def right(net, x, y):
    return int((net(x).argmax(1) == y).sum())


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("weights")
    arguments.add_argument("--data", required=True, type=pathlib.Path, help="folder of MNIST's IDX files")
    arguments.add_argument("--lane", type=int, default=0)
    arguments.add_argument("--eps", type=float, default=0.1)
    arguments.add_argument("--steps", type=int, default=40)
    arguments.add_argument("--run", help="the run the weights were exported from")
    arguments.add_argument("--cli", help="sparring-cli, to compare with")
    options = arguments.parse_args()

    torch.manual_seed(1)
    net = classifier(read_safetensors(options.weights), options.lane)
    x = torch.from_numpy(read_idx(options.data, "t10k-images-idx3-ubyte").copy()).reshape(-1, net[0].in_features)
    x = x.float() / 255
    y = torch.from_numpy(read_idx(options.data, "t10k-labels-idx1-ubyte").astype(np.int64))
    n = len(y)
    found = {"clean": 0, "fgsm": 0, "pgd": 0}
    for xs, ys in zip(x.split(1000), y.split(1000)):
        found["clean"] += right(net, xs, ys)
        found["fgsm"] += right(net, fgsm(net, xs, ys, options.eps), ys)
        found["pgd"] += right(net, pgd(net, xs, ys, options.eps, options.steps, 2.5 * options.eps / options.steps), ys)
    print("PyTorch:  " + "  ".join(f"{name} {100 * count / n:.2f} %" for name, count in found.items()))
    if not (options.run and options.cli):
        return
    command = [options.cli, "evaluate", options.run, "--lane", str(options.lane), "--json",
               "--attack", f"fgsm:eps={options.eps}", "--attack", f"pgd:eps={options.eps},steps={options.steps}"]
    report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    theirs = {"clean": report["clean"], "fgsm": report["attacks"][0]["accuracy"], "pgd": report["attacks"][1]["accuracy"]}
    print("Sparring: " + "  ".join(f"{name} {100 * value:.2f} %" for name, value in theirs.items()))
    allowed = {"clean": 1.5 / n, "fgsm": 0.001, "pgd": 0.005}
    apart = [name for name in found if abs(found[name] / n - theirs[name]) > allowed[name]]
    sys.exit("they differ in " + ", ".join(apart) if apart else 0)


if __name__ == "__main__":
    main()

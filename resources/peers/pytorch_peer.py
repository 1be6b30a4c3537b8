"""The benchmark's works in PyTorch, for `sparring-cli bench` to measure beside its own.

Says which PyTorch it is, then obeys lines on stdin: "run N" does N steps and answers with milliseconds a step.
Works: seed-step, default-step, pgd-step, pgd-eval, lanes-8; see core/src/bench/works.cpp for ours.
"""
import argparse
import json
import resource
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

parser = argparse.ArgumentParser()
parser.add_argument("--work", required=True)
parser.add_argument("--threads", type=int, default=0)
parser.add_argument("--batch", type=int, default=128)
parser.add_argument("--device", default="cpu")
parser.add_argument("--chunk", type=int, default=1000)
args = parser.parse_args()
if args.threads:
    torch.set_num_threads(args.threads)
DEVICE, B = args.device, args.batch
X = torch.rand(60000, 784, device=DEVICE)
Y = torch.randint(0, 10, (60000,), device=DEVICE)
ONE_HOT = torch.eye(10, device=DEVICE)


def mlp(*widths, act=nn.ReLU, norm=False):
    layers = []
    for i, (a, b) in enumerate(zip(widths, widths[1:])):
        last = i + 2 == len(widths)
        layers.append(nn.Linear(a, b, bias=last or not norm))
        if not last:
            if norm:
                layers.append(nn.BatchNorm1d(b))
            layers.append(act())
    return nn.Sequential(*layers).to(DEVICE)


def adam(module, lr, betas=(0.9, 0.999)):
    return torch.optim.Adam(module.parameters(), lr, betas)


def squared(logits, labels):
    return ((logits.softmax(1) - ONE_HOT[labels]) ** 2).sum(1).mean()


def update(optimiser, loss):
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    optimiser.step()


def generator_update(optimiser, loss, frozen):
    """The generator's step; what it is judged by gets no gradients of its own."""
    for module in frozen:
        module.requires_grad_(False)
    update(optimiser, loss())
    for module in frozen:
        module.requires_grad_(True)


def seed_step(lambdas):
    # images stay in the generator's range: a little less work than ours, which maps them to [0,1] and back
    classifiers = [mlp(784, 128, 64, 10) for _ in lambdas]
    G = nn.Sequential(mlp(100, 128, 784), nn.Tanh())
    D = nn.Sequential(mlp(784, 1), nn.Sigmoid())
    steps = [adam(c, 1e-4) for c in classifiers]
    g, d = adam(G, 1e-4), adam(D, 1e-4)

    def step(index):
        x, y = X[index], Y[index]
        fake = G(torch.randn(B, 100, device=DEVICE))
        update(d, 0.5 * ((D(x) - 1) ** 2).mean() + 0.5 * (D(fake.detach()) ** 2).mean())
        generator_update(g, lambda: 0.5 * ((D(fake) - 1) ** 2).mean(), [D])
        both = torch.cat((x, fake.detach()))
        for classifier, optimiser, weight in zip(classifiers, steps, lambdas):
            logits = classifier(both)
            own = logits[B:].detach().argmax(1)
            update(optimiser, squared(logits[:B], y) + weight * squared(logits[B:], own))

    return step


def default_step():
    betas = (0.5, 0.999)
    leaky = lambda: nn.LeakyReLU(0.2)
    classifier, teacher = mlp(784, 128, 64, 10), mlp(784, 128, 64, 10).requires_grad_(False)
    G = nn.Sequential(mlp(74, 256, 256, 784, act=leaky, norm=True), nn.Tanh())
    D = mlp(794, 256, 256, 1, act=leaky)
    c, g, d = adam(classifier, 5e-4, betas), adam(G, 5e-4, betas), adam(D, 5e-4, betas)

    def step(index):
        x, y = X[index], Y[index]
        wanted = torch.randint(0, 10, (B,), device=DEVICE)
        code = ONE_HOT[wanted]
        fake = G(torch.cat((torch.randn(B, 64, device=DEVICE), code), 1))
        scores = D(torch.cat((torch.cat((x * 2 - 1, ONE_HOT[y]), 1), torch.cat((fake.detach(), code), 1))))
        update(d, 0.5 * ((scores[:B] - 1) ** 2).mean() + 0.5 * (scores[B:] ** 2).mean())
        image = (fake + 1) / 2
        generator_update(
            g,
            lambda: 0.5 * ((D(torch.cat((fake, code), 1)) - 1) ** 2).mean()
            + 0.3 * F.cross_entropy(teacher(image), wanted),
            [D],
        )
        logits = classifier(torch.cat((x, image.detach())))
        update(c, squared(logits[:B], y) + squared(logits[B:], wanted))

    return step


def climb(classifier, x, y, steps, epsilon=0.1):
    """Projected gradient descent from a random start; gradients of the image alone."""
    classifier.requires_grad_(False)
    low, high = (x - epsilon).clamp_(0, 1), (x + epsilon).clamp_(0, 1)
    at = (x + torch.empty_like(x).uniform_(-epsilon, epsilon)).clamp_(0, 1)
    for _ in range(steps):
        at.requires_grad_(True)
        slope, = torch.autograd.grad(F.cross_entropy(classifier(at), y, reduction="sum"), at)
        with torch.no_grad():
            at = (at + 2.5 * epsilon / steps * slope.sign_()).clamp_(low, high)
    classifier.requires_grad_(True)
    return at


def pgd_step():
    classifier = mlp(784, 128, 64, 10)
    c = adam(classifier, 1e-3)

    def step(index):
        x, y = X[index], Y[index]
        attacked = climb(classifier, x, y, 10)
        logits = classifier(torch.cat((x, attacked)))
        update(c, F.cross_entropy(logits[:B], y) + F.cross_entropy(logits[B:], y))

    return step


def pgd_evaluation():
    classifier = mlp(784, 128, 64, 10)
    x, y = X[:10000], Y[:10000]

    def step(_):
        right = torch.zeros((), device=DEVICE, dtype=torch.long)
        for some, labels in zip(x.split(args.chunk), y.split(args.chunk)):
            attacked = climb(classifier, some, labels, 40)
            with torch.no_grad():
                right += (classifier(attacked).argmax(1) == labels).sum()
        return right.item()

    return step


WORKS = {
    "seed-step": lambda: seed_step([0.5]),
    "lanes-8": lambda: seed_step([0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]),
    "default-step": default_step,
    "pgd-step": pgd_step,
    "pgd-eval": pgd_evaluation,
}
step = WORKS[args.work]()


def finish():
    if DEVICE != "cpu":
        torch.cuda.synchronize()


def run(count):
    order = torch.randperm(60000, device=DEVICE)
    finish()
    start = time.perf_counter()
    for i in range(count):
        first = i * B % (60000 - B)
        step(order[first : first + B])
    finish()
    return (time.perf_counter() - start) / count * 1e3


def say(**words):
    print(json.dumps(words), flush=True)


say(peer="PyTorch " + torch.__version__, threads=torch.get_num_threads())
for line in sys.stdin:
    ms = run(int(line.split()[1]))
    say(ms=ms, peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)

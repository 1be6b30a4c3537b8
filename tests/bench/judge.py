#!/usr/bin/env python3
"""An independent judge of generated digits: a small CNN in PyTorch that shares nothing with Sparring but the data.

Trains itself on MNIST (two epochs, about a minute), then prints for IMAGES (idx3) and LABELS (idx1):
score = exp(E KL(p(y|x) || p(y))) in [1, 10], agreement with the labels, and the smallest class share.

usage: judge.py --data FOLDER_OF_RAW_MNIST IMAGES LABELS
"""
import argparse
import json
import os
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F


def read_idx(path):
    with open(path, 'rb') as f:
        rank = struct.unpack('>I', f.read(4))[0] & 0xff
        shape = struct.unpack('>%dI' % rank, f.read(4 * rank))
        return np.frombuffer(f.read(), np.uint8).reshape(shape)


def images(path):
    return torch.from_numpy(read_idx(path).astype(np.float32) / 255).unsqueeze(1)


def labels(path):
    return torch.from_numpy(read_idx(path).astype(np.int64))


def train(x, y, epochs=2, batch=128):
    net = nn.Sequential(nn.Conv2d(1, 16, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
                        nn.Conv2d(16, 32, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
                        nn.Linear(32 * 49, 128), nn.ReLU(), nn.Dropout(0.3), nn.Linear(128, 10))
    adam = torch.optim.Adam(net.parameters(), 1e-3)
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for i in range(0, len(x) - batch, batch):
            j = order[i:i + batch]
            loss = F.cross_entropy(net(x[j]), y[j])
            adam.zero_grad()
            loss.backward()
            adam.step()
    return net.eval()


def probabilities(net, x):
    with torch.no_grad():
        return torch.cat([F.softmax(net(part), 1) for part in x.split(1000)])


def score(p):
    marginal = p.mean(0, keepdim=True)
    return float((p * (p.clamp_min(1e-12).log() - marginal.clamp_min(1e-12).log())).sum(1).mean().exp())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--data', required=True)
    parser.add_argument('images')
    parser.add_argument('labels')
    a = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(os.cpu_count())
    file = lambda name: os.path.join(a.data, name)
    net = train(images(file('train-images-idx3-ubyte')), labels(file('train-labels-idx1-ubyte')))
    real = probabilities(net, images(file('t10k-images-idx3-ubyte')))
    made = probabilities(net, images(a.images))
    wanted = labels(a.labels)
    verdict = made.argmax(1)
    print(json.dumps(dict(
        judge_accuracy=round(float((real.argmax(1) == labels(file('t10k-labels-idx1-ubyte'))).float().mean()), 4),
        real_score=round(score(real), 3), score=round(score(made), 3), count=len(made),
        agreement=round(float((verdict == wanted).float().mean()), 4),
        smallest_class_share=round(float(torch.bincount(verdict, minlength=10).min()) / len(made), 4))))


if __name__ == '__main__':
    main()

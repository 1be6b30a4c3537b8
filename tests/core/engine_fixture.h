// Small data and networks for the engine's tests.
#pragma once

#include <ATen/ATen.h>
#include <gtest/gtest.h>

#include "sparring/data.h"
#include "train/experiment.h"

namespace sparring::test {

inline std::shared_ptr<const Dataset> smallDigits() {
  static const auto data = syntheticDigits(640, 200, 3);
  return data;
}

/// Tiny networks, batches of 32, phases of one epoch (20 steps), on the processor.
inline Params smallParams(const std::string& adversary = "cgan") {
  Params p;
  p.adversary = adversary;
  p.batch = 32;
  p.device = "cpu";
  p.threads = 2;
  p.latent = 8;
  p.classifierHidden = {24, 16};
  p.generatorHidden = {20, 24};
  p.discriminatorHidden = {16};
  p.teacherHidden = {20};
  p.epochsTeacher = p.epochsPretrain = p.epochsGan = p.epochsJoint = 1;
  p.metricsEvery = 5;
  p.evaluateEvery = 10;
  p.evaluateLimit = 100;
  p.samplesEvery = 10;
  p.checkpointEvery = 0;
  return p;
}

/// A classifier that reads the small digits well enough to be fooled.
inline Experiment& trained() {
  static Experiment experiment = [] {
    auto p = smallParams("none");
    p.lossClassifier = "cross-entropy";
    p.lrClassifier = 3e-3;
    p.evaluateLimit = 0;
    Experiment e(p, smallDigits(), at::kCPU);
    while (e.steps() < 300) e.step(Phase::Pretrain);
    return e;
  }();
  return experiment;
}

/// ‖a - b‖ / ‖b‖
inline double relativeError(const at::Tensor& a, const at::Tensor& b) {
  return ((a - b).norm() / b.norm().clamp_min(1e-12)).item<double>();
}

}  // namespace sparring::test

// The losses since the last point of the curves, summed up where they are made: on the device.
#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sparring/metrics.h"
#include "sparring/phases.h"

namespace sparring {

class LossSums {
 public:
  LossSums(int64_t lanes, at::Device device);

  /// float64 [1] to add a step's loss to: D or G, or a lane's L, λ·L_adv or L_total.
  at::Tensor of(Metric loss, int64_t lane = 0) const;

  /// Who took part in a step that has been added.
  void count(const Learners& learners);

  /// The means over the steps counted, as points of step `at`; then starts anew.
  std::vector<MetricPoint> take(int64_t at);
  /// The first loss that is not finite by now, if any.
  std::optional<Metric> notFinite() const;

  /// As a checkpoint keeps them, and back. read() throws Error where something is missing.
  std::map<std::string, std::string> text() const;
  void read(const std::map<std::string, std::string>& metadata);

 private:
  int64_t lanes_;
  at::Tensor sums_;  ///< float64 [2 + 3·lanes]: D, G, then the three of each lane
  int64_t classifierSteps_ = 0, generatorSteps_ = 0, discriminatorSteps_ = 0;
};

}  // namespace sparring

// What the benchmark measures: each a way of doing one step of something again and again.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "measure/evaluator.h"
#include "networks/networks.h"
#include "sparring/bench.h"
#include "train/experiment.h"

namespace sparring {

/// Made anew for each measurement; owns its networks and data.
struct BenchTask {
  int batch;                   ///< images a step
  int stepsPerRound;           ///< so that a round takes some tenths of a second
  std::function<void()> step;  ///< one; on a card it may still be running
};

struct BenchWorkRow {
  BenchWork work;
  std::string peer;  ///< the peer's name of the same work; empty: none
  std::string base;  ///< the work that this one is compared with, by its key; empty: none
  BenchTask (*make)(std::shared_ptr<const Dataset> data, at::Device device);
};
const std::vector<BenchWorkRow>& benchWorkRows();
/// Throws Error (Usage) naming what is known.
const BenchWorkRow& benchWorkRow(const std::string& key);

}  // namespace sparring

#include <algorithm>
#include <map>
#include <thread>

#include "sparring/data.h"
#include "sparring/forecast.h"
#include "sparring/sweep.h"

namespace sparring {
namespace {

constexpr size_t kTried = 6;  // runs, evenly spread over all

/// How many lengths of a run all runs train together, halving counted.
double lengths(const SweepSpec& spec, size_t runs) {
  const auto budgets = budgetsOf(spec, runs);
  if (budgets.size() == 1) return static_cast<double>(runs);
  double sum = 0;
  auto left = static_cast<double>(runs);
  int64_t before = 0;
  for (const int64_t budget : budgets) {
    sum += left * static_cast<double>(budget - before) / static_cast<double>(budgets.back());
    before = budget;
    left /= static_cast<double>(spec.halving);
  }
  return sum;
}

}  // namespace

int64_t threadsOf(const SweepSpec& spec) {
  if (spec.runner == "slurm") return spec.slurm.cpus;
  const int64_t cores = std::max(1u, std::thread::hardware_concurrency());
  return std::max<int64_t>(1, cores / std::max<int64_t>(1, spec.jobs));
}

double sweepSeconds(const SweepSpec& spec, const std::function<bool()>& stopped) {
  const auto runs = runsOf(spec);
  const size_t tried = std::min(kTried, runs.size());
  std::map<std::string, std::shared_ptr<const Dataset>> data;
  double sum = 0;
  for (size_t i = 0; i < tried; ++i) {
    Params params = runs[i * runs.size() / tried].params;
    params.threads = threadsOf(spec);
    auto& set = data[params.data];
    if (!set) set = loadDataset(params.data);
    sum += forecastOf(params, set, {spec.steps, spec.epochs}, stopped).seconds;
    if (stopped && stopped()) return 0;
  }
  const auto jobs = static_cast<double>(std::clamp<int64_t>(spec.jobs, 1, std::ssize(runs)));
  return sum / static_cast<double>(tried) * lengths(spec, runs.size()) / jobs;
}

}  // namespace sparring

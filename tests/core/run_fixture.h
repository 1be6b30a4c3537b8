// A small run to be written and read.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "io/file.h"
#include "io/runformat.h"
#include "io/runwriter.h"
#include "some_config.h"
#include "temp_folder.h"

namespace sparring::test {

inline const Metric kNoise = accuracyUnder(parseAttack("noise:sigma=0.2")),
                    kFgsm = accuracyUnder(parseAttack("fgsm:eps=0.1"));

class RunFixture : public ::testing::Test {
 protected:
  static RunConfig config(const std::string& started = "2026-01-02T03:04:05Z") {
    RunConfig config = someConfig();
    config.started = started;
    config.params.lambda = {0.25, 1.0};
    config.params.adversary = "fgsm";
    config.params.seed = 99;
    return config;
  }

  static MetricPoint point(int64_t step, double value = 0.5, Metric metric = Metric::L, int16_t lane = 0) {
    return {step, metric, lane, value};
  }

  static void checkpoint(RunWriter& writer, int64_t step) {
    const float weight[] = {static_cast<float>(step)};
    writer.checkpoint(step, {{"w", {1}, weight}}, {{"step", std::to_string(step)}});
  }

  static SampleGrid grid(int64_t step) {
    SampleGrid grid;
    grid.step = step;
    grid.images.kind = {.height = 2, .width = 2};
    grid.columns = 1;
    grid.images.pixels = {1, 2, 3, 4};
    return grid;
  }

  std::string metricsText() const { return readFile(run_ / kMetricsFile); }

  TempFolder folder_;
  const std::filesystem::path run_ = folder_ / "parent" / "run";
};

}  // namespace sparring::test

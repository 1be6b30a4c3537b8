// The quantities a run is described by.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sparring {

enum class Metric : uint8_t {
  L,            ///< classifier loss on original samples
  LambdaLAdv,   ///< lambda times the loss on adversarial samples
  LTotal,       ///< the sum that is minimised
  D,            ///< discriminator loss
  G,            ///< generator loss
  Clean,        ///< accuracy on test images, in [0,1]
  Noise,        ///< accuracy under Gaussian noise
  Fgsm,         ///< accuracy under FGSM built against the model itself
};

struct MetricRow {
  Metric metric;
  std::string key;    ///< in metrics.csv: "L", "lambda_L_adv", "L_total", "D", "G", "clean", "noise", "fgsm"
  std::string label;  ///< for legends; symbols, not translated, except accuracies (context "metrics")
  bool accuracy;      ///< in [0,1] on the accuracy plot; else a loss
  bool perLane;       ///< one value a classifier lane
};

/// All metrics in legend order.
const std::vector<MetricRow>& metricTable();
const MetricRow& metricRow(Metric metric);

/// One value at one step. Losses are means over the steps since the previous point of the same series.
struct MetricPoint {
  int64_t step = 0;
  Metric metric = Metric::L;
  int16_t lane = 0;
  double value = 0;

  bool operator==(const MetricPoint&) const = default;
};

}  // namespace sparring

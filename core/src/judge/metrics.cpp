#include "sparring/metrics.h"

#include "sparring/error.h"

namespace sparring {

const std::vector<MetricRow>& metricTable() {
  // In the order of the enumeration: metricRow() indexes by it.
  static const std::vector<MetricRow> table = {
      // metric, key, label, accuracy, perLane
      {Metric::L, "L", "L", false, true},
      {Metric::LambdaLAdv, "lambda_L_adv", "λ·L_adv", false, true},
      {Metric::LTotal, "L_total", "L_total", false, true},
      {Metric::D, "D", "D", false, false},
      {Metric::G, "G", "G", false, false},
      {Metric::Clean, "clean", QT_TRANSLATE_NOOP("metrics", "Clean accuracy"), true, true},
      {Metric::Noise, "noise", QT_TRANSLATE_NOOP("metrics", "Accuracy under noise"), true, true},
      {Metric::Fgsm, "fgsm", QT_TRANSLATE_NOOP("metrics", "Accuracy under FGSM"), true, true},
  };
  return table;
}

const MetricRow& metricRow(Metric metric) { return metricTable()[static_cast<size_t>(metric)]; }

}  // namespace sparring

#include "sparring/assessment.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sparring {

double Share::value() const {
  return count > 0 ? static_cast<double>(right) / static_cast<double>(count) : std::numeric_limits<double>::quiet_NaN();
}

Share::Interval Share::interval() const {
  if (count == 0) return {};
  constexpr double z = 1.959964;  // of 95 %
  const auto n = static_cast<double>(count);
  const double p = value(), scale = 1 / (1 + z * z / n);
  const double centre = scale * (p + z * z / (2 * n));
  const double half = scale * z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

double Calibration::error() const {
  double sum = 0;
  int64_t count = 0;
  for (const auto& bin : bins) {
    if (bin.share.count == 0) continue;
    sum += static_cast<double>(bin.share.count) * std::abs(bin.share.value() - bin.confidence);
    count += bin.share.count;
  }
  return count > 0 ? sum / static_cast<double>(count) : 0;
}

Share LaneAssessment::ofClass(int digit) const {
  const auto& row = confusion[static_cast<size_t>(digit)];
  Share share{row[static_cast<size_t>(digit)], 0};
  for (const int64_t n : row) share.count += n;
  return share;
}

const Curve* LaneAssessment::curve(const std::string& attack) const {
  const auto found = std::ranges::find_if(curves, [&](const Curve& c) { return c.attack.name == attack; });
  return found == curves.end() ? nullptr : &*found;
}

Suite Suite::full() {
  Suite suite;
  suite.probes = {
      {parseAttack("fgsm"), "eps", {0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4}},
      {parseAttack("pgd:restarts=10"), "eps", {0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5}},
      {parseAttack("noise"), "sigma", {0.08, 0.12, 0.18, 0.26, 0.38}},
  };
  return suite;
}

Suite Suite::quick() {
  Suite suite;
  suite.limit = 1000;
  suite.threads = 1;
  suite.probes = {
      {parseAttack("fgsm"), "eps", {0.05, 0.1, 0.2, 0.3}},
      {parseAttack("pgd:steps=20"), "eps", {0.05, 0.1, 0.2, 0.3}},
      {parseAttack("noise"), "sigma", {0.08, 0.18, 0.38}},
  };
  return suite;
}

}  // namespace sparring

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

Share Outcomes::share(size_t lane) const {
  const auto& images = right[lane];
  return {std::ranges::count(images, true), static_cast<int64_t>(images.size())};
}

Difference difference(const Share& a, const Share& b) {
  const auto [aLow, aHigh] = a.interval();
  const auto [bLow, bHigh] = b.interval();
  const double value = a.value() - b.value();
  return {value, value - std::hypot(a.value() - aLow, bHigh - b.value()),
          value + std::hypot(aHigh - a.value(), b.value() - bLow)};
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

Share LaneAssessment::ofClass(int c) const {
  const auto& row = confusion[static_cast<size_t>(c)];
  Share share{row[static_cast<size_t>(c)], 0};
  for (const int64_t n : row) share.count += n;
  return share;
}

const Curve* LaneAssessment::curve(const std::string& attack) const {
  const auto found = std::ranges::find_if(curves, [&](const Curve& c) { return c.attack.name == attack; });
  return found == curves.end() ? nullptr : &*found;
}

Probe Probe::at(const AttackSpec& attack) {
  const auto& key = attackInfo(attack.name).strength().key;
  return {attack, key, {attack.values.at(key)}};
}

Suite Suite::full() {
  Suite suite;
  suite.own = true;
  for (const auto& info : attacks()) {
    if (info.suite.strengths.empty()) continue;
    auto attack = parseAttack(info.name);
    for (const auto& [key, value] : info.suite.settings) attack.values[key] = value;
    suite.probes.push_back({attack, info.strength().key, info.suite.strengths, info.suite.images});
  }
  std::ranges::stable_sort(suite.probes, {}, [](const auto& probe) { return attackInfo(probe.attack.name).knows; });
  return suite;
}

Suite Suite::quick() {
  Suite suite;
  suite.own = true;
  suite.limit = 1000;
  suite.threads = 1;
  suite.probes = {
      {parseAttack("fgsm"), "eps", {0.05, 0.1, 0.2, 0.3}},
      {parseAttack("fgsm-mse"), "eps", {0.05, 0.1}},
      {parseAttack("pgd:steps=20"), "eps", {0.05, 0.1, 0.2, 0.3, 0.5}},
      {parseAttack("noise"), "sigma", {0.08, 0.18, 0.38}},
  };
  return suite;
}

}  // namespace sparring

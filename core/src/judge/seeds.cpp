#include "sparring/seeds.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace sparring {

namespace {

// Student's t at 97.5 %, by degrees of freedom from 1; beyond the table nearly the normal's.
double quantile(size_t freedom) {
  constexpr double kTable[] = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                               2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
                               2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
  return freedom <= std::size(kTable) ? kTable[freedom - 1] : 1.96 + 2.4 / static_cast<double>(freedom);
}

bool measuredAlike(const LaneAssessment& a, const LaneAssessment& b) {
  return a.lane == b.lane && a.lambda == b.lambda &&
         std::ranges::equal(a.curves, b.curves, [](const Curve& one, const Curve& other) {
           return one.attack == other.attack && one.key == other.key &&
                  std::ranges::equal(one.points, other.points, {}, &Curve::Point::strength, &Curve::Point::strength);
         });
}

// One that was cut short, or looked at other images, would count as a seed that went badly.
bool measuredAlike(const Assessment& a, const Assessment& b) {
  return a.step == b.step && a.count == b.count &&
         std::ranges::equal(a.lanes, b.lanes,
                            [](const auto& one, const auto& other) { return measuredAlike(one, other); });
}

}  // namespace

Spread spreadOf(std::vector<double> values, double least, double most) {
  Spread spread{{}, 0, least, most};
  const auto n = static_cast<double>(values.size());
  spread.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  if (values.size() > 1) {
    double squares = 0;
    for (const double value : values) squares += (value - spread.mean) * (value - spread.mean);
    const double half = quantile(values.size() - 1) * std::sqrt(squares / (n - 1) / n);
    spread.low = std::max(least, spread.mean - half);
    spread.high = std::min(most, spread.mean + half);
  }
  spread.values = std::move(values);
  return spread;
}

std::vector<LaneOverSeeds> overSeeds(const std::vector<Assessment>& runs) {
  for (const auto& run : runs)
    if (!measuredAlike(run, runs.front()))
      throw Error(
          {QT_TRANSLATE_NOOP("core", "These runs were not measured alike."), {}},
          {QT_TRANSLATE_NOOP("core", "Take finished runs that differ in their seed alone, and one suite for all."), {}},
          Error::Kind::Usage);
  const auto spread = [&](auto figure) {
    std::vector<double> values;
    for (const auto& run : runs) values.push_back(figure(run).value());
    return spreadOf(std::move(values));
  };
  std::vector<LaneOverSeeds> lanes;
  for (size_t k = 0; k < runs.front().lanes.size(); ++k) {
    const auto& first = runs.front().lanes[k];
    LaneOverSeeds lane{first.lane, first.lambda, spread([&](const Assessment& run) { return run.lanes[k].clean; }), {}};
    for (size_t c = 0; c < first.curves.size(); ++c) {
      LaneOverSeeds::Curve curve{first.curves[c].attack, first.curves[c].key, {}};
      for (size_t i = 0; i < first.curves[c].points.size(); ++i)
        curve.points.push_back({first.curves[c].points[i].strength,
                                spread([&](const Assessment& run) { return run.lanes[k].curves[c].points[i].share; })});
      lane.curves.push_back(std::move(curve));
    }
    lanes.push_back(std::move(lane));
  }
  return lanes;
}

}  // namespace sparring

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/text.h"
#include "sparring/sweep.h"

namespace sparring {

namespace {

constexpr size_t kLeastPairs = 4;          // the interval divides by n − 3
constexpr double kNormal95 = 1.959963985;  // two-sided
constexpr double kNormal95One = 1.644853627;

/// From 1 upwards, the mean of their places for equal values.
std::vector<double> ranksOf(const std::vector<double>& values) {
  std::vector<size_t> order(values.size());
  std::iota(order.begin(), order.end(), size_t(0));
  std::ranges::sort(order, {}, [&](size_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    for (size_t i = begin; i < end; ++i) ranks[order[i]] = static_cast<double>(begin + 1 + end) / 2;
  }
  return ranks;
}

double meanOf(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// The sum of the squares of what is left without the mean.
double spreadOf(const std::vector<double>& values) {
  const double mean = meanOf(values);
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum;
}

/// What 95 % of a χ² of so many degrees of freedom stay below (Wilson and Hilferty 1931, PNAS 17:684).
double chiSquare95(double degrees) {
  const double part = 2 / (9 * degrees);
  return degrees * std::pow(1 - part + kNormal95One * std::sqrt(part), 3);
}

}  // namespace

std::optional<RankCorrelation> rankCorrelation(const std::vector<double>& x, const std::vector<double>& y) {
  if (x.size() < kLeastPairs) return {};
  const auto a = ranksOf(x), b = ranksOf(y);
  const double spread = std::sqrt(spreadOf(a) * spreadOf(b)), mean = meanOf(a);
  if (!(spread > 0)) return {};
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean) * (b[i] - mean);
  RankCorrelation found{std::clamp(sum / spread, -1.0, 1.0), -1, 1, x.size()};
  const auto n = static_cast<double>(x.size());
  const double next = 1 - 12 / (n * (n * n - 1));  // two neighbours the other way round
  const double within = std::clamp(found.rho, -next, next);
  const double half = kNormal95 * std::sqrt((1 + within * within / 2) / (n - 3));
  found.low = within > found.rho ? -1 : std::tanh(std::atanh(within) - half);
  found.high = within < found.rho ? 1 : std::tanh(std::atanh(within) + half);
  return found;
}

std::optional<GroupSpread> groupSpread(const std::vector<std::string>& group, const std::vector<double>& y) {
  const auto ranks = ranksOf(y);
  std::map<std::string, std::vector<double>> groups;
  for (size_t i = 0; i < y.size(); ++i) groups[group[i]].push_back(ranks[i]);
  if (y.size() < kLeastPairs || groups.size() < 2 || groups.size() == y.size()) return {};
  const double all = spreadOf(ranks);
  if (!(all > 0)) return {};
  double within = 0;
  for (const auto& [name, one] : groups) within += spreadOf(one);
  const double degrees = static_cast<double>(groups.size()) - 1;
  return GroupSpread{1 - within / all, std::min(1.0, chiSquare95(degrees) / (static_cast<double>(y.size()) - 1)),
                     y.size()};
}

double Influence::size() const {
  if (order) return std::abs(order->rho);
  return groups ? std::sqrt(groups->eta2) : 0;
}

std::string variedValue(const SweepRun& run, size_t d) { return run.settings[d].substr(run.settings[d].find('=') + 1); }

std::vector<Influence> influencesOf(const SweepSpec& spec, const std::vector<SweepRun>& runs,
                                    const SweepResults& results, int64_t budget) {
  std::vector<size_t> first;  // a run of each combination that came to something, and what that was
  std::vector<double> values;
  const auto seeds = static_cast<size_t>(std::max<int64_t>(1, spec.seeds));
  for (size_t begin = 0; begin < runs.size(); begin += seeds) {
    double sum = 0, count = 0;
    for (size_t run = begin; run < std::min(begin + seeds, runs.size()); ++run)
      if (const auto at = std::ranges::find(results[run], budget, &SweepResult::budget);
          at != results[run].end() && std::isfinite(at->value)) {
        sum += at->value;
        ++count;
      }
    if (count == 0) continue;
    first.push_back(begin);
    values.push_back(sum / count);
  }
  std::vector<Influence> all;
  for (size_t d = 0; d < spec.vary.size(); ++d) {
    Influence one{spec.vary[d].key, {}, {}};
    std::vector<std::string> texts;
    std::vector<double> numbers;
    for (const size_t run : first) {
      texts.push_back(variedValue(runs[run], d));
      if (const auto number = parseReal(texts.back())) numbers.push_back(*number);
    }
    if (numbers.size() == texts.size())
      one.order = rankCorrelation(numbers, values);
    else
      one.groups = groupSpread(texts, values);
    all.push_back(std::move(one));
  }
  std::ranges::stable_sort(all, std::greater(), &Influence::size);
  return all;
}

}  // namespace sparring

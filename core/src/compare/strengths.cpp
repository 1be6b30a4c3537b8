#include "compare/strengths.h"

#include <algorithm>

#include "compare/comparisontext.h"
#include "sparring/evaluations.h"

namespace sparring {
namespace {

constexpr int64_t kImages = 2000;  // of a curve: seconds a run, within about two points

/// Those of the full suite, and that of the attack itself.
std::vector<double> strengthsAround(const AttackSpec& attack) {
  const AttackInfo& info = attackInfo(attack.name);
  const double own = attack.values.at(info.strength().key);
  std::vector<double> all = info.suite.strengths;
  if (all.empty()) all = {0.25 * own, 0.5 * own, 0.75 * own};
  const bool falling = all.front() > all.back();  // as contrast is: the less the stronger
  if (std::ranges::find(all, own) == all.end()) all.push_back(own);
  if (falling)
    std::ranges::sort(all, std::greater());
  else
    std::ranges::sort(all);
  return all;
}

}  // namespace

AttackSpec StrengthPlan::at(double strength) const {
  AttackSpec spec = attack;
  spec.values[attackInfo(attack.name).strength().key] = strength;
  return spec;
}

std::vector<StrengthPlan> strengthPlans(const std::vector<std::string>& metrics, int64_t limit) {
  std::vector<StrengthPlan> plans;
  for (const std::string& text : metrics) {
    const auto metric = metricOf(text, {});
    const auto attack = metric ? metricRow(*metric).attack : std::nullopt;
    if (!attack) continue;
    StrengthPlan plan{text, *attack, strengthsAround(*attack), false, kImages};
    plan.fromClean = plan.strengths.front() > 0 && plan.strengths.front() <= plan.strengths.back();
    for (const int64_t other : {limit, attackInfo(attack->name).suite.images})
      if (other > 0) plan.limit = std::min(plan.limit, other);
    plans.push_back(std::move(plan));
  }
  return plans;
}

std::vector<Outcomes> strengthOutcomes(const StrengthPlan& plan, const std::filesystem::path& folder,
                                       const Model& model, const Dataset& data, uint64_t seed,
                                       const std::function<bool(int64_t, int64_t)>& progress) {
  const auto count = static_cast<int64_t>(plan.strengths.size()) + (plan.fromClean ? 1 : 0);
  std::vector<Outcomes> all;
  const auto add = [&](const std::optional<AttackSpec>& attack) {
    const auto before = static_cast<int64_t>(all.size());
    all.push_back(outcomesCached(folder, model, data, attack, plan.limit, seed, [&](int64_t done, int64_t total) {
      return progress(before * total + done, count * total);
    }));
  };
  if (plan.fromClean) add({});
  for (const double strength : plan.strengths) add(plan.at(strength));
  return all;
}

ComparedCurve curveOf(const StrengthPlan& plan) {
  ComparedCurve curve{plan.metric, plan.attack, {}, 0, {}};
  if (plan.fromClean) curve.strengths.push_back(0);
  curve.strengths.insert(curve.strengths.end(), plan.strengths.begin(), plan.strengths.end());
  return curve;
}

ComparisonChart strengthChart(const ComparedRuns& runs, const ComparedCurve& curve, const Translated& tr) {
  const AttackInfo::Value& strength = attackInfo(curve.attack.name).strength();
  Chart chart{
      tr({QT_TRANSLATE_NOOP("core", "Accuracy against strength: %1"), {curve.attack.name}}),
      strength.symbol.empty() ? strength.key : strength.symbol,
      {},
      {},
      false,
      true,
      tr({QT_TRANSLATE_NOOP("core", "On %1 test images, with 95 % intervals"), {std::to_string(curve.images)}})};
  for (size_t row = 0; row < curve.rows.size(); ++row) {
    ChartSeries& series = chart.series.emplace_back(ChartSeries{runs.rows[row].title, {}});
    for (size_t i = 0; i < curve.strengths.size(); ++i) {
      const auto& figure = curve.rows[row][i];
      series.points.push_back({curve.strengths[i], figure.value, 0, 0, figure.low, figure.high});
    }
    if (curve.strengths.front() > curve.strengths.back()) std::ranges::reverse(series.points);
  }
  return {fileNameOf("strength-" + curve.metric), std::move(chart)};
}

}  // namespace sparring

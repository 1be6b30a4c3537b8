#include "sparring/metrics.h"

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <stdexcept>

#include "sparring/error.h"

namespace sparring {

namespace {

using Unit = MetricRow::Unit;
using Role = MetricRow::Role;

/// The accuracies under attack that were asked for in this process. Rows stay where they are.
class Accuracies {
 public:
  Metric of(const AttackSpec& attack) {
    const std::string key = attack.written();
    const std::lock_guard lock(mutex_);
    if (const auto known = byKey_.find(key); known != byKey_.end()) return known->second;
    const auto metric = static_cast<Metric>(metricTable().size() + rows_.size());
    const bool blind = attackInfo(attack.name).knows == AttackInfo::Knows::Nothing;
    rows_.push_back({metric, key, key, Unit::Share, blind ? Role::Corrupted : Role::Adversarial, true, attack});
    return byKey_[key] = metric;
  }

  const MetricRow& row(Metric metric) {
    const std::lock_guard lock(mutex_);
    return rows_.at(static_cast<size_t>(metric) - metricTable().size());
  }

 private:
  std::mutex mutex_;
  std::deque<MetricRow> rows_;
  std::map<std::string, Metric> byKey_;
};

Accuracies& accuracies() {
  static Accuracies all;
  return all;
}

}  // namespace

const std::vector<MetricRow>& metricTable() {
  // In the order of the enumeration: metricRow() indexes by it.
  static const std::vector<MetricRow> table = {
      // metric, key, label, unit, role, perLane
      {Metric::L, "L", "L", Unit::Loss, Role::Original, true},
      {Metric::LambdaLAdv, "lambda_L_adv", "λ·L_adv", Unit::Loss, Role::Adversarial, true},
      {Metric::LTotal, "L_total", "L_total", Unit::Loss, Role::Sum, true},
      {Metric::D, "D", "D", Unit::Loss, Role::Discriminator, false},
      {Metric::G, "G", "G", Unit::Loss, Role::Generator, false},
      {Metric::GradientRatio, "gradient.ratio", "‖λ∇L_adv‖ / ‖∇L‖", Unit::Number, Role::Adversarial, true},
      {Metric::GradientCosine, "gradient.cosine", "cos(∇L, ∇L_adv)", Unit::Number, Role::Sum, true},
      {Metric::Clean, "clean", QT_TRANSLATE_NOOP("metrics", "Clean accuracy"), Unit::Share, Role::Original, true},
  };
  return table;
}

Metric accuracyUnder(const AttackSpec& attack) { return accuracies().of(attack); }

const MetricRow& metricRow(Metric metric) {
  const auto i = static_cast<size_t>(metric);
  return i < metricTable().size() ? metricTable()[i] : accuracies().row(metric);
}

std::vector<Metric> accuraciesUnder(const std::vector<AttackSpec>& attacks) {
  std::vector<Metric> metrics{Metric::Clean};
  for (const AttackSpec& attack : attacks) metrics.push_back(accuracyUnder(attack));
  return metrics;
}

std::vector<Metric> accuraciesUnder(const std::string& attacks) { return accuraciesUnder(parseAttacks(attacks)); }

Metric mainAttackOf(const std::vector<Metric>& accuracies) {
  Metric first = Metric::Clean;
  for (const Metric metric : accuracies) {
    const auto& attack = metricRow(metric).attack;
    if (!attack) continue;
    if (attackInfo(attack->name).knows == AttackInfo::Knows::Gradient) return metric;
    if (first == Metric::Clean) first = metric;
  }
  return first;
}

bool hasNamesake(Metric metric, const std::vector<Metric>& among) {
  const auto& attack = metricRow(metric).attack;
  return attack && std::any_of(among.begin(), among.end(), [&](Metric other) {
           const auto& others = metricRow(other).attack;
           return other != metric && others && others->name == attack->name;
         });
}

std::string metricKey(Metric metric, const std::vector<Metric>& among) {
  const MetricRow& row = metricRow(metric);
  return row.attack && !hasNamesake(metric, among) ? row.attack->name : row.key;
}

std::optional<Metric> metricOf(const std::string& key, const std::vector<Metric>& among) {
  for (const MetricRow& row : metricTable())
    if (row.key == key) return row.metric;
  for (const Metric metric : among)
    if (metricKey(metric, among) == key) return metric;
  try {
    return accuracyUnder(parseAttack(key));
  } catch (const Error&) {  // a metric of another version
    return {};
  }
}

bool isAccuracy(const std::string& key) {
  const auto metric = metricOf(key, {});
  return metric && isAccuracy(*metric);
}

}  // namespace sparring

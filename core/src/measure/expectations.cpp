#include "sparring/expectations.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace sparring {

namespace {

std::string percent(double share) { return numberText(std::round(1000 * share) / 10); }

// The attack with its strength; the rest is as usual.
std::string whatOf(const Expectation& expected) {
  const auto& [kind, attack] = expected.against;
  if (kind != Against::Kind::Attack) return expected.against.text();
  const auto& key = attackInfo(attack.name).strength().key;
  return AttackSpec{attack.name, {{key, attack.values.at(key)}}}.text();
}

Message titleOf(const Expectation& expected) {
  const std::vector<std::string> places{whatOf(expected), percent(expected.min), percent(expected.max)};
  if (expected.max >= 1) return {QT_TRANSLATE_NOOP("core", "Expected: %1 at least %2 % right."), places};
  if (expected.min <= 0) return {QT_TRANSLATE_NOOP("core", "Expected: %1 at most %3 % right."), places};
  return {QT_TRANSLATE_NOOP("core", "Expected: %1 between %2 % and %3 % right."), places};
}

Check compared(const Expectation& expected, double accuracy, double lambda) {
  Check check;
  check.name = whatOf(expected);
  check.title = titleOf(expected);
  const bool met = accuracy >= expected.min && accuracy <= expected.max;
  check.verdict = met ? Check::Verdict::Pass : Check::Verdict::Alarm;
  check.finding = {met ? QT_TRANSLATE_NOOP("core", "Measured with λ = %2: %1 %, as expected.")
                       : QT_TRANSLATE_NOOP("core", "Measured with λ = %2: %1 %, not as expected."),
                   {percent(accuracy), numberText(lambda)}};
  check.meaning = {QT_TRANSLATE_NOOP("core",
                                     "The preset was measured with this outcome. Another one means another machine's "
                                     "rounding at its worst, other data, or a fault worth reporting."),
                   {}};
  return check;
}

}  // namespace

bool follows(const Params& params, const Preset& preset) {
  return std::ranges::all_of(paramTable(), [&](const ParamRow& row) {
    return !row.recipe || paramText(params, row) == paramText(preset.params, row);
  });
}

std::vector<Check> checkExpectations(const Preset& preset, const Model& model, const Dataset& data,
                                     const std::function<bool(int64_t, int64_t)>& progress) {
  Suite suite;
  suite.seed = static_cast<uint64_t>(model.params().seed);
  for (const auto& expected : preset.expectations) {
    suite.own |= expected.against.kind == Against::Kind::Own;
    if (expected.against.kind == Against::Kind::Attack) suite.probes.push_back(Probe::at(expected.against.attack));
  }
  const auto found = model.assess(data, suite, {progress, {}});
  std::vector<Check> checks;
  size_t curve = 0;
  for (const auto& expected : preset.expectations) {
    const auto kind = expected.against.kind;
    const bool attacked = kind == Against::Kind::Attack;
    for (const auto& lane : found.lanes) {
      if (expected.lambda && *expected.lambda != lane.lambda) continue;
      const Share& share = attacked                     ? lane.curves[curve].points.front().share
                           : kind == Against::Kind::Own ? lane.own
                                                        : lane.clean;
      checks.push_back(compared(expected, share.value(), lane.lambda));
    }
    if (attacked) ++curve;
  }
  return checks;
}

}  // namespace sparring

#include <algorithm>
#include <set>

#include "base/text.h"
#include "sparring/error.h"
#include "sparring/presets.h"
#include "sparring/sweep.h"
#include "sweep/points.h"
#include "sweep/values.h"

namespace sparring {

namespace {

constexpr size_t kMostRuns = 10'000;

using Combination = std::vector<std::string>;  // a value for each variation

void requireFew(size_t runs) {
  if (runs <= kMostRuns) return;
  throw Error({QT_TRANSLATE_NOOP("core", "The sweep would have more than %1 runs."), {std::to_string(kMostRuns)}},
              {QT_TRANSLATE_NOOP("core", "Vary fewer parameters, or draw some: --strategy sobol --runs N."), {}},
              Error::Kind::Usage);
}

// The last varies fastest.
std::vector<Combination> grid(const std::vector<Variation>& vary) {
  std::vector<Combination> all = {{}};
  for (const Variation& variation : vary) {
    const auto values = gridOf(variation);
    requireFew(all.size() * values.size());
    std::vector<Combination> more;
    for (const Combination& one : all)
      for (const std::string& value : values) {
        more.push_back(one);
        more.back().push_back(value);
      }
    all = std::move(more);
  }
  return all;
}

std::vector<Combination> drawn(const SweepSpec& spec) {
  if (!spec.runs)
    throw Error({QT_TRANSLATE_NOOP("core", "The strategy %1 needs a number of runs."), {spec.strategy}},
                {QT_TRANSLATE_NOOP("core", "Give it: --runs 20."), {}}, Error::Kind::Usage);
  requireFew(static_cast<size_t>(std::max<int64_t>(*spec.runs, 0)));
  const auto dimensions = std::ssize(spec.vary);
  const auto points =
      spec.strategy == "random" ? randomPoints(*spec.runs, dimensions) : sobolPoints(*spec.runs, dimensions);
  std::vector<Combination> all;
  std::set<Combination> seen;  // whole numbers and choices may come twice
  for (const auto& point : points) {
    Combination one;
    for (size_t d = 0; d < point.size(); ++d) one.push_back(valueAt(spec.vary[d], point[d]));
    if (seen.insert(one).second) all.push_back(std::move(one));
  }
  return all;
}

std::vector<Combination> combinations(const SweepSpec& spec) {
  if (spec.vary.empty())
    throw Error(
        {QT_TRANSLATE_NOOP("core", "The sweep varies nothing."), {}},
        {QT_TRANSLATE_NOOP("core", "Give something to vary, for example --vary lr.classifier=1e-4..1e-2:log:5."), {}},
        Error::Kind::Usage);
  std::set<std::string> keys;
  for (const Variation& variation : spec.vary)
    if (!keys.insert(variation.key).second)
      throw Error({QT_TRANSLATE_NOOP("core", "The sweep varies %1 twice."), {variation.key}},
                  {QT_TRANSLATE_NOOP("core", "Put all its values into one."), {}}, Error::Kind::Usage);
  if (spec.strategy == "grid") return grid(spec.vary);
  if (spec.strategy == "random" || spec.strategy == "sobol") return drawn(spec);
  throw Error({QT_TRANSLATE_NOOP("core", "There is no strategy \"%1\"."), {spec.strategy}},
              {QT_TRANSLATE_NOOP("core", "There are grid, random and sobol."), {}}, Error::Kind::Usage);
}

/// All of one length, so that names sort.
std::string numbered(size_t number, size_t most) {
  std::string text = std::to_string(number);
  text.insert(0, std::max(std::to_string(most).size(), size_t(2)) - text.size(), '0');
  return text;
}

}  // namespace

SweepMetric sweepMetric(const std::string& text) {
  if (const auto metric = metricOf(text, {})) {
    if (metricRow(*metric).unit == MetricRow::Unit::Number)
      throw Error({QT_TRANSLATE_NOOP("core", "No run is better for more or less of %1."), {text}},
                  {QT_TRANSLATE_NOOP("core", "Name an accuracy as its attack is written, or a loss."), {}},
                  Error::Kind::Usage);
    return {*metric, isAccuracy(*metric)};
  }
  return {accuracyUnder(parseAttack(text)), true};
}

std::vector<SweepRun> runsOf(const SweepSpec& spec) {
  sweepMetric(spec.metric);
  Params base = spec.preset.empty() ? presets().front().params : preset(spec.preset).params;
  base.snapshotKeep = 0;  // of many runs they would fill the disk; who wants them sets it
  for (const std::string& setting : spec.settings) setParam(base, setting);
  const auto all = combinations(spec);
  requireFew(all.size() * static_cast<size_t>(spec.seeds));
  std::vector<SweepRun> runs;
  for (size_t i = 0; i < all.size(); ++i) {
    SweepRun run{"run-" + numbered(i + 1, all.size()), {}, base};
    for (size_t d = 0; d < spec.vary.size(); ++d) {
      run.settings.push_back(spec.vary[d].key + "=" + all[i][d]);
      setParam(run.params, spec.vary[d].key, all[i][d]);
    }
    validate(run.params);
    for (int64_t seed = 0; seed < spec.seeds; ++seed) {
      SweepRun& one = runs.emplace_back(run);
      if (spec.seeds == 1) continue;
      setParam(one.params, "seed", std::to_string(run.params.seed + seed));
      one.name += "-seed-" + std::to_string(one.params.seed);
    }
  }
  return runs;
}

}  // namespace sparring

#include "sparring/compare.h"

#include <algorithm>
#include <cmath>

#include "base/refuse.h"
#include "base/text.h"
#include "compare/strengths.h"
#include "io/runformat.h"
#include "sparring/evaluations.h"
#include "sparring/library.h"
#include "sparring/run.h"

namespace sparring {
namespace fs = std::filesystem;

namespace {

constexpr size_t kMost = 12;
constexpr char kUsualAttack[] = "pgd:eps=0.1";

using Watch = std::function<bool(const std::string&, int64_t, int64_t)>;

Metric checkedMetric(const std::string& text) {
  if (const auto metric = metricOf(text, {})) return *metric;
  parseAttack(text);  // says what it does not understand
  refuse({QT_TRANSLATE_NOOP("core", "There is no metric \"%1\"."), {text}},
         {QT_TRANSLATE_NOOP("core", "Take clean, an attack such as pgd:eps=0.1, or a loss by name.")});
}

/// One run of a contender, as far as it is measured.
struct Measured {
  fs::path folder;
  RunRecord record;
  Params params;  ///< at its step
  int64_t step = 0;
  std::vector<std::optional<Outcomes>> outcomes;  ///< by metric; none of losses
  std::vector<std::vector<Outcomes>> strengths;   ///< by plan, by strength
  int lane = 0;
};

double lossAt(const RunRecord& record, Metric metric, int lane, int64_t step) {
  const int16_t of = metricRow(metric).perLane ? static_cast<int16_t>(lane) : int16_t{0};
  double value = std::nan("");
  for (const MetricPoint& point : record.points)
    if (point.metric == metric && point.lane == of && point.step <= step) value = point.value;
  return value;
}

/// What is measured of every run.
struct Measures {
  std::vector<Metric> metrics;
  int64_t limit = 0;
  std::vector<StrengthPlan> plans;
};

Measured measured(const fs::path& folder, const Contender& contender, const Measures& what, const Dataset& data,
                  const Watch& watch) {
  Measured run{folder, withPast(readRun(folder), folder), {}, 0, {}, {}, 0};
  requireSame(data, run.record.config.dataSha256);
  const Model model = Model::load(folder, contender.step);
  run.step = model.step();
  run.params = model.params();
  const auto seed = static_cast<uint64_t>(run.params.seed);
  const auto progress = [&](const std::string& of) {
    return [&watch, name = runTitle(folder) + ", " + of](int64_t done, int64_t total) {
      return !watch || watch(name, done, total);
    };
  };
  for (const Metric metric : what.metrics) {
    if (!isAccuracy(metric)) {
      run.outcomes.emplace_back();
      continue;
    }
    run.outcomes.push_back(outcomesCached(folder, model, data, metricRow(metric).attack, what.limit, seed,
                                          progress(metricRow(metric).key)));
  }
  for (const StrengthPlan& plan : what.plans)
    run.strengths.push_back(strengthOutcomes(plan, folder, model, data, seed, progress(plan.metric)));
  if (contender.lane && *contender.lane >= model.lanes())
    refuse(
        {QT_TRANSLATE_NOOP("core", "There is no lane %1 in %2."), {std::to_string(*contender.lane), folder.string()}},
        {QT_TRANSLATE_NOOP("core", "The run has lanes 0 to %1."), {std::to_string(model.lanes() - 1)}});
  return run;
}

/// The same classifier of all runs of a contender: the one asked for, else that which they together have right most
/// often under the main attack.
void chooseLane(const Contender& contender, const std::vector<Metric>& metrics, std::vector<Measured>& runs) {
  size_t lane = static_cast<size_t>(contender.lane.value_or(0));
  const auto main = static_cast<size_t>(std::ranges::find(metrics, mainAttackOf(metrics)) - metrics.begin());
  if (!contender.lane && main < metrics.size() && runs.front().outcomes[main]) {
    const auto right = [&](size_t of) {
      int64_t sum = 0;
      for (const Measured& run : runs) sum += run.outcomes[main]->share(of).right;
      return sum;
    };
    size_t lanes = runs.front().params.lambda.size();
    for (const Measured& run : runs) lanes = std::min(lanes, run.params.lambda.size());
    for (size_t other = 1; other < lanes; ++other)
      if (right(other) > right(lane)) lane = other;
  }
  for (Measured& run : runs) run.lane = static_cast<int>(lane);
}

/// Where each half of an interval lies from its value, put together as of independent figures.
Difference difference(const ComparedFigure& a, const ComparedFigure& b) {
  const double value = a.value - b.value;
  return {value, value - std::hypot(a.value - a.low, b.high - b.value),
          value + std::hypot(a.high - a.value, b.value - b.low)};
}

ComparedFigure figureOf(const std::vector<Measured>& runs, size_t i, Metric metric) {
  ComparedFigure figure;
  for (const Measured& run : runs)
    figure.runs.push_back(run.outcomes[i] ? run.outcomes[i]->share(static_cast<size_t>(run.lane)).value()
                                          : lossAt(run.record, metric, run.lane, run.step));
  const Spread spread = spreadOf(figure.runs);
  figure.value = spread.mean;
  figure.low = figure.high = spread.mean;
  if (runs.size() > 1 && isAccuracy(metric)) {
    figure.low = spread.low;
    figure.high = spread.high;
  } else if (runs.size() == 1 && runs[0].outcomes[i]) {
    figure.share = runs[0].outcomes[i]->share(static_cast<size_t>(runs[0].lane));
    figure.low = figure.share->interval().low;
    figure.high = figure.share->interval().high;
  }
  if (runs.size() == 1) figure.runs.clear();
  return figure;
}

ComparedCurve::Point pointOf(const std::vector<Measured>& runs, size_t plan, size_t strength) {
  std::vector<double> values;
  for (const Measured& run : runs)
    values.push_back(run.strengths[plan][strength].share(static_cast<size_t>(run.lane)).value());
  if (values.size() == 1) {
    const Share share = runs.front().strengths[plan][strength].share(static_cast<size_t>(runs.front().lane));
    return {share.value(), share.interval().low, share.interval().high};
  }
  const Spread spread = spreadOf(std::move(values));
  return {spread.mean, spread.low, spread.high};
}

ComparedCurve measuredCurve(const StrengthPlan& plan, size_t place, const std::vector<std::vector<Measured>>& all) {
  ComparedCurve curve = curveOf(plan);
  curve.images = all.front().front().strengths[place].front().count();
  for (const auto& runs : all) {
    auto& points = curve.rows.emplace_back();
    for (size_t i = 0; i < curve.strengths.size(); ++i) points.push_back(pointOf(runs, place, i));
  }
  return curve;
}

void holdAgainst(const ComparedFigure& baseline, const std::vector<Measured>& base, const std::vector<Measured>& runs,
                 size_t i, ComparedFigure& figure) {
  if (!base[0].outcomes[i]) {
    figure.difference = {figure.value - baseline.value, 0, 0};
    return;
  }
  if (runs.size() == 1 && base.size() == 1) {
    const Paired paired = Paired::of(base[0].outcomes[i]->right[static_cast<size_t>(base[0].lane)],
                                     runs[0].outcomes[i]->right[static_cast<size_t>(runs[0].lane)]);
    figure.difference = paired.difference();
    figure.p = paired.chance();
    figure.gained = paired.second;
    figure.lost = paired.first;
  } else {
    figure.difference = difference(figure, baseline);
  }
  using Kind = ComparedFigure::Kind;
  figure.kind = figure.difference.low > 0 ? Kind::Better : figure.difference.high < 0 ? Kind::Worse : Kind::Chance;
}

/// Of several runs: what their names begin with, else their folder's.
std::string meanTitle(const std::vector<Measured>& runs) {
  std::string common = runTitle(runs.front().folder);
  for (const Measured& run : runs) {
    const std::string title = runTitle(run.folder);
    const auto differ = std::ranges::mismatch(common, title).in1;
    common.erase(differ, common.end());
  }
  while (!common.empty() && std::string_view("-_ .").find(common.back()) != std::string_view::npos) common.pop_back();
  if (common.empty()) common = runTitle(runs.front().folder.parent_path());
  return common + " (" + std::to_string(runs.size()) + ")";
}

bool varies(const std::vector<ComparedRow>& rows, auto member) {
  return std::ranges::any_of(rows, [&](const ComparedRow& row) { return row.*member != rows.front().*member; });
}

/// Rows of one title are told apart by what differs between them, in the end by their number.
void tellApart(std::vector<ComparedRow>& rows) {
  const bool lanes = varies(rows, &ComparedRow::lambda), steps = varies(rows, &ComparedRow::step);
  const auto same = [&](const std::string& title) { return std::ranges::count(rows, title, &ComparedRow::title) > 1; };
  std::vector<std::string> titles;
  for (const ComparedRow& row : rows) {
    titles.push_back(row.title);
    if (!same(row.title)) continue;
    if (lanes) titles.back() += " λ=" + numberText(row.lambda);
    if (steps) titles.back() += "@" + std::to_string(row.step);
  }
  for (size_t i = 0; i < rows.size(); ++i) rows[i].title = titles[i];
  for (size_t i = 0; i < rows.size(); ++i)
    if (same(titles[i])) rows[i].title = titles[i] + " (" + std::to_string(i + 1) + ")";
}

}  // namespace

Contender contenderOf(const std::string& text) {
  std::error_code ec;
  fs::path path = text;
  Contender contender;
  if (const auto parts = splitList(text); parts.size() > 1 && !fs::exists(path, ec)) {
    for (const std::string& part : parts) {
      const Contender one = contenderOf(part);
      contender.runs.insert(contender.runs.end(), one.runs.begin(), one.runs.end());
    }
    return contender;
  }
  if (const size_t at = text.rfind('@'); at != std::string::npos && !fs::exists(path, ec)) {
    const auto step = parseInteger(text.substr(at + 1));
    if (!step || *step < 0)
      refuse({QT_TRANSLATE_NOOP("core", "\"%1\" names no step."), {text}},
             {QT_TRANSLATE_NOOP("core", "Write RUN or RUN@STEP.")});
    contender.step = *step;
    path = text.substr(0, at);
  }
  if (fs::exists(path / "config.json", ec)) {
    contender.runs = {path};
    return contender;
  }
  for (const LibraryRun& run : Library(path).list())
    if (!run.problem) contender.runs.push_back(run.folder);
  std::ranges::sort(contender.runs);
  if (contender.runs.empty())
    throw Error({QT_TRANSLATE_NOOP("core", "There is no run in %1."), {path.string()}},
                {QT_TRANSLATE_NOOP("core", "Name a run's folder, or a folder of runs.")});
  return contender;
}

std::vector<std::string> usualMetrics(const std::vector<Contender>& contenders) {
  std::vector<std::string> metrics = {"clean"};
  for (const Contender& contender : contenders) {
    const std::filesystem::path& run = contender.runs.front();
    const Metric main = mainAttackOf(accuraciesOf(readConfig(run).params, readEvents(run, "\"edit\"")));
    const auto& attack = metricRow(main).attack;
    if (!attack || attackInfo(attack->name).knows != AttackInfo::Knows::Gradient) continue;
    metrics.push_back(metricRow(main).key);
    return metrics;
  }
  metrics.emplace_back(kUsualAttack);
  return metrics;
}

ComparedRuns compareRuns(const std::vector<Contender>& contenders, const CompareOptions& options, const Watch& watch) {
  if (contenders.size() < 2 || contenders.size() > kMost)
    refuse({QT_TRANSLATE_NOOP("core", "%1 runs or lanes cannot be compared."), {std::to_string(contenders.size())}},
           {QT_TRANSLATE_NOOP("core", "Choose 2 to 12.")});
  ComparedRuns compared;
  compared.metrics = options.metrics.empty() ? usualMetrics(contenders) : options.metrics;
  compared.baseline = options.baseline;
  Measures what{{}, options.limit, {}};
  for (const std::string& text : compared.metrics) what.metrics.push_back(checkedMetric(text));
  if (options.strengths) what.plans = strengthPlans(compared.metrics, options.limit);
  const std::vector<Metric>& metrics = what.metrics;

  const RunConfig first = readConfig(contenders.front().runs.front());
  for (const Contender& contender : contenders)
    for (const fs::path& run : contender.runs)
      if (readConfig(run).dataSha256 != first.dataSha256)
        refuse({QT_TRANSLATE_NOOP("core", "%1 and %2 were trained on different data."),
                {contenders.front().runs.front().string(), run.string()}},
               {QT_TRANSLATE_NOOP("core", "Only runs on the same data set can be compared.")});
  const auto data = (options.data ? options.data : loadSame)(first.dataName, first.dataSha256);
  compared.data = first.dataName;

  std::vector<std::vector<Measured>> all;
  std::vector<LibraryRun> settings;
  for (const Contender& contender : contenders) {
    auto& runs = all.emplace_back();
    for (const fs::path& run : contender.runs) runs.push_back(measured(run, contender, what, *data, watch));
    chooseLane(contender, metrics, runs);
    settings.emplace_back().params = runs.front().params;
    for (const auto& outcomes : runs.front().outcomes)
      if (outcomes) compared.images = outcomes->count();
  }
  compared.parameters = differingParameters(settings);
  std::erase_if(compared.parameters, [](const std::string& key) {  // a row has its own λ
    return paramRow(key).member == Member(&Params::lambda);
  });
  for (size_t row = 0; row < contenders.size(); ++row) {
    const Measured& run = all[row].front();
    ComparedRow shown{all[row].size() > 1 ? meanTitle(all[row]) : runTitle(run.folder),
                      contenders[row].runs,
                      run.step,
                      run.lane,
                      run.params.lambda[static_cast<size_t>(run.lane)],
                      {},
                      {}};
    for (const std::string& key : compared.parameters) shown.values.push_back(valueOf(settings[row], key).text);
    for (size_t i = 0; i < metrics.size(); ++i) shown.figures.push_back(figureOf(all[row], i, metrics[i]));
    compared.rows.push_back(std::move(shown));
  }
  for (size_t row = 0; row < compared.rows.size(); ++row)
    for (size_t i = 0; i < metrics.size(); ++i) {
      ComparedFigure& figure = compared.rows[row].figures[i];
      const size_t base = compared.baseline;
      if (row == base)
        figure.kind = ComparedFigure::Kind::Baseline;
      else
        holdAgainst(compared.rows[base].figures[i], all[base], all[row], i, figure);
    }
  for (size_t i = 0; i < what.plans.size(); ++i) compared.curves.push_back(measuredCurve(what.plans[i], i, all));
  tellApart(compared.rows);
  return compared;
}

Message sentenceOf(const ComparedRuns& runs, size_t row, size_t metric) {
  const ComparedFigure& figure = runs.rows[row].figures[metric];
  const ComparedFigure& base = runs.rows[runs.baseline].figures[metric];
  const std::vector<std::string> words = {runs.rows[row].title,
                                          runs.metrics[metric],
                                          percentText(figure.value),
                                          percentText(base.value),
                                          percentText(std::abs(figure.difference.value)),
                                          percentText(figure.difference.low),
                                          percentText(figure.difference.high)};
  using Kind = ComparedFigure::Kind;
  switch (figure.kind) {
    case Kind::Baseline:
      return {QT_TRANSLATE_NOOP("core", "%1, %2: %3 % right, the baseline."), words};
    case Kind::Better:
      return {QT_TRANSLATE_NOOP("core",
                                "%1, %2: %3 % right instead of %4 %, a gain of %5 points (95 % interval %6 to %7)."),
              words};
    case Kind::Worse:
      return {QT_TRANSLATE_NOOP("core",
                                "%1, %2: %3 % right instead of %4 %, a loss of %5 points (95 % interval %6 to %7)."),
              words};
    case Kind::Chance:
      return {QT_TRANSLATE_NOOP(
                  "core", "%1, %2: %3 % right, the baseline %4 %: within chance (95 % interval %6 to %7 points)."),
              words};
    default:
      return {QT_TRANSLATE_NOOP("core", "%1, %2: %3, the baseline %4; a loss has no interval."),
              {words[0], words[1], numberText(figure.value), numberText(base.value)}};
  }
}

}  // namespace sparring

// Conditions of lessons: read, and held against a run's figures.
#include <algorithm>
#include <map>

#include "base/comparison.h"
#include "base/text.h"
#include "sparring/error.h"
#include "sparring/lesson.h"
#include "sparring/phases.h"

namespace sparring {

namespace {

using Reached = Condition::Standing::State;

const std::vector<std::string> kSigns = {">=", "<=", "!=", ">", "<", "="};
constexpr size_t kLongestCondition = 1000;  // bytes

[[noreturn]] void refuse(const char* cause, std::vector<std::string> args, const char* hint,
                         std::vector<std::string> hintArgs = {}) {
  throw Error({cause, std::move(args)}, {hint, std::move(hintArgs)}, Error::Kind::Usage);
}

bool isParameterKey(const std::string& key) {
  return std::ranges::any_of(paramTable(), [&](const ParamRow& row) { return row.key == key; });
}

bool isLossKey(const std::string& key) {
  return std::ranges::any_of(metricTable(),
                             [&](const MetricRow& row) { return !isAccuracy(row.metric) && row.key == key; });
}

bool isSubject(const std::string& padded) {
  const std::string key(trimmed(padded));
  return key == "step" || key == "lanes" || key == "phase" || isAccuracy(key) || isLossKey(key) || isParameterKey(key);
}

std::string nearestSubject(const std::string& key) {
  std::vector<std::string> all = {"finished", "step", "lanes", "phase"};
  for (const MetricRow& row : metricTable()) all.push_back(row.key);
  for (const AttackInfo& attack : attacks()) all.push_back(attack.name);
  for (const ParamRow& row : paramTable()) all.push_back(row.key);
  return nearest(key, all);
}

/// Takes "[λ=1]" off the end of `text`.
std::optional<double> takeLambda(std::string& text) {
  if (!text.ends_with(']')) return {};
  const size_t open = text.rfind('[');
  if (open == text.npos) return {};
  const std::string inside = text.substr(open + 1, text.size() - open - 2);
  for (const std::string name : {"λ", "lambda"}) {
    if (!inside.starts_with(name)) continue;
    std::string_view rest = trimmed(std::string_view(inside).substr(name.size()));
    if (!rest.starts_with('=')) continue;
    const auto lambda = parseReal(trimmed(rest.substr(1)));
    if (!lambda || *lambda < 0) break;
    text = trimmed(std::string_view(text).substr(0, open));
    return lambda;
  }
  refuse(QT_TRANSLATE_NOOP("core", "\"%1\" names no classifier."), {text.substr(open)},
         QT_TRANSLATE_NOOP("core", "Write it as in clean > 90 % [λ=1]."));
}

/// Whether an accuracy's attack is what `key` says of it: its name, and the settings that are written there.
bool says(const std::string& key, const AttackSpec& attack) {
  const AttackSpec asked = parseAttack(key);
  if (asked.name != attack.name) return false;
  return std::ranges::all_of(asked.values, [&](const auto& value) {
    const bool written = key.find(value.first + "=", asked.name.size()) != key.npos;
    const auto own = attack.values.find(value.first);
    return !written || (own != attack.values.end() && own->second == value.second);
  });
}

/// Which of the metrics that there are points of is meant.
bool isMeant(const std::string& key, Metric metric) {
  const MetricRow& row = metricRow(metric);
  if (row.attack && isAccuracy(key) && key != "clean") return says(key, *row.attack);
  return row.key == key;
}

int laneOf(const std::vector<double>& lambdas, std::optional<double> lambda) {
  if (!lambda) return lambdas.empty() ? 0 : usualLane(lambdas);
  const auto found = std::ranges::find(lambdas, *lambda);
  return found == lambdas.end() ? -1 : static_cast<int>(found - lambdas.begin());
}

/// The newest value of what `key` means, of that lane; a series that is not by lane has lane 0 alone.
std::optional<double> newest(std::span<const MetricPoint> points, const std::string& key, int lane) {
  std::map<Metric, bool> asked;  // there are few of them and many points
  std::optional<Metric> meant;   // the first of several that it may mean
  for (auto point = points.rbegin(); point != points.rend(); ++point) {
    auto known = asked.find(point->metric);
    if (known == asked.end()) known = asked.emplace(point->metric, isMeant(key, point->metric)).first;
    if (!known->second || (meant && point->metric != *meant)) continue;
    meant = point->metric;
    if (point->lane == lane || !metricRow(point->metric).perLane) return point->value;
  }
  return {};
}

}  // namespace

Condition Condition::parse(const std::string& written) {
  Condition condition;
  condition.text_ = trimmed(written);
  if (condition.text_.size() > kLongestCondition || !isUtf8(condition.text_))
    refuse(QT_TRANSLATE_NOOP("core", "This is nothing to wait for."), {},
           QT_TRANSLATE_NOOP("core", "Write it as in step >= 500, phase = joint, finished or clean > 90 %."));
  if (condition.text_ == "finished") return condition;
  std::string text = condition.text_;
  condition.lambda_ = takeLambda(text);
  const auto comparison = comparisonIn(text, text.size(), kSigns, isSubject);
  if (!comparison)
    refuse(QT_TRANSLATE_NOOP("core", "\"%1\" is nothing to wait for."), {condition.text_},
           QT_TRANSLATE_NOOP("core", "Write it as in step >= 500, phase = joint, finished or clean > 90 %."));
  condition.key_ = trimmed(comparison->key);
  condition.sign_ = comparison->sign;
  condition.value_ = trimmed(comparison->value);
  const std::string &key = condition.key_, &value = condition.value_;
  if (!comparison->known) {
    const std::string near = nearestSubject(key);
    if (!near.empty())
      refuse(QT_TRANSLATE_NOOP("core", "There is no \"%1\" to wait for."), {key},
             QT_TRANSLATE_NOOP("core", "Did you mean \"%1\"?"), {near});
    refuse(QT_TRANSLATE_NOOP("core", "There is no \"%1\" to wait for."), {key},
           QT_TRANSLATE_NOOP("core",
                             "There are: finished, step, lanes, phase, and accuracies, losses and parameters by their "
                             "keys."));
  }
  if (isAccuracy(key) && key != "clean") (void)parseAttack(key);  // throws where its settings are none
  if (condition.lambda_ && !isAccuracy(key) && !isLossKey(key))
    refuse(QT_TRANSLATE_NOOP("core", "\"%1\" is not told by classifier."), {key},
           QT_TRANSLATE_NOOP("core", "Leave [λ=…] out: only accuracies and losses have it."));
  if (key == "phase") {
    condition.subject_ = Subject::Phase;
    const auto phase = phaseNamed(value);
    if (!phase)
      refuse(QT_TRANSLATE_NOOP("core", "There is no phase \"%1\"."), {value},
             QT_TRANSLATE_NOOP("core", "There are: teacher, pretrain, gan, joint."));
    condition.limit_ = static_cast<double>(*phase);
    return condition;
  }
  condition.subject_ = key == "step"                       ? Subject::Step
                       : key == "lanes"                    ? Subject::Lanes
                       : isAccuracy(key) || isLossKey(key) ? Subject::Figure
                                                           : Subject::Parameter;
  const auto number = numberOrShare(value);
  const bool equal = condition.sign_ == "=" || condition.sign_ == "!=";
  if (condition.subject_ == Subject::Parameter && equal) {
    Params probe;
    setParam(probe, key, value);  // throws where it is no value of that parameter
    condition.value_ = paramText(probe, paramRow(key));
    return condition;
  }
  if (!number)
    refuse(QT_TRANSLATE_NOOP("core", "\"%1\" is no number to compare with."), {value},
           QT_TRANSLATE_NOOP("core", "Write it as in step >= 500 or clean > 90 %."));
  condition.limit_ = *number;
  if (condition.share() && (*number < 0 || *number > 1))
    refuse(QT_TRANSLATE_NOOP("core", "An accuracy is never %1."), {value},
           QT_TRANSLATE_NOOP("core", "Write %1 % or a share from 0 to 1."), {value});
  return condition;
}

bool Condition::share() const { return subject_ == Subject::Figure && isAccuracy(key_); }

std::optional<Phase> Condition::phase() const {
  if (subject_ != Subject::Phase) return {};
  return static_cast<Phase>(static_cast<int>(limit_));
}

bool Condition::parameterHolds(const Params& params) const {
  const std::string now = paramText(params, paramRow(key_));
  if (sign_ == "=") return now == value_;
  if (sign_ == "!=") return now != value_;
  // of a list one number is enough, as for a filter of runs
  return std::ranges::any_of(splitList(now), [&](const std::string& one) {
    const auto number = parseReal(one);
    return number && compares(*number, *relationOf(sign_), limit_);
  });
}

Condition::Standing Condition::figureStanding(const LessonFigures& figures) const {
  const int lane = laneOf(figures.lambdas, lambda_);
  if (lane < 0) return {Reached::NoLane};
  auto value = newest(figures.points, key_, lane);
  if (!value) value = newest(figures.measured, key_, lane);
  if (!value) return {Reached::Unknown};
  return {compares(*value, *relationOf(sign_), limit_) ? Reached::Met : Reached::Waiting, value};
}

Condition::Standing Condition::standing(const LessonFigures& figures) const {
  if (subject_ == Subject::Parameter) return {parameterHolds(figures.params) ? Reached::Met : Reached::Waiting};
  if (!figures.begun) return {Reached::NoRun};
  if (subject_ == Subject::Finished) return {figures.finished ? Reached::Met : Reached::Waiting};
  if (subject_ == Subject::Figure) return figureStanding(figures);
  const double now = subject_ == Subject::Step    ? static_cast<double>(figures.step)
                     : subject_ == Subject::Lanes ? static_cast<double>(figures.lambdas.size())
                                                  : static_cast<double>(figures.phase);
  return {compares(now, *relationOf(sign_), limit_) ? Reached::Met : Reached::Waiting, now};
}

LessonFigures lessonFigures(const RunRecord& record) {
  LessonFigures figures;
  figures.begun = true;
  figures.finished = true;
  figures.params = record.config.params;
  for (const Event& event : record.events) {
    if (event.kind == Event::Kind::Phase) figures.phase = phaseNamed(event.key).value_or(figures.phase);
    if (event.kind == Event::Kind::Edit && isParameterKey(event.key)) setParam(figures.params, event.key, event.value);
    figures.step = std::max(figures.step, event.step);
  }
  figures.lambdas = figures.params.lambda;
  figures.points = record.points;
  for (const MetricPoint& point : record.points) figures.step = std::max(figures.step, point.step);
  for (const int64_t step : record.checkpoints) figures.step = std::max(figures.step, step);
  return figures;
}

}  // namespace sparring

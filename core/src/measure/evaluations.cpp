#include "sparring/evaluations.h"

#include <nlohmann/json.hpp>

#include "base/confidence.h"
#include "base/text.h"
#include "base/wholenumber.h"
#include "io/file.h"
#include "io/runformat.h"
#include "judge/masking.h"

namespace sparring {

namespace {

using Json = nlohmann::ordered_json;

// Part of the name of what is stored: to be raised with every change of what an attack does.
constexpr int kAttacksVersion = 2;

[[noreturn]] void refuse() { throw Error({QT_TRANSLATE_NOOP("core", "This is not the text of an evaluation."), {}}); }

Json shareJson(const Share& share) {
  const auto [low, high] = share.interval();
  return {{"right", share.right}, {"count", share.count}, {"accuracy", share.value()}, {"low", low}, {"high", high}};
}

Share shareOf(const Json& json) {
  const Share share{wholeNumber<int64_t>(json.at("right")), wholeNumber<int64_t>(json.at("count"))};
  if (share.right < 0 || share.right > share.count) refuse();
  return share;
}

Json curveJson(const Curve& curve) {
  Json json = {{"attack", curve.attack.name}, {"values", curve.attack.values}, {"key", curve.key}};
  json["points"] = Json::array();
  for (size_t i = 0; i < curve.points.size(); ++i) {
    Json point = {{"strength", curve.points[i].strength}};
    point.update(shareJson(curve.points[i].share));
    if (i < curve.whiteBox.size()) point["white_box"] = shareJson(curve.whiteBox[i]);
    json["points"].push_back(std::move(point));
  }
  return json;
}

Curve curveOf(const Json& json) {
  Curve curve;
  curve.attack.name = attackInfo(json.at("attack")).name;
  curve.attack.values = json.at("values").get<std::map<std::string, double>>();
  curve.key = json.at("key");
  if (parseAttack(curve.attack.text()) != curve.attack || !curve.attack.values.contains(curve.key)) refuse();
  for (const auto& point : json.at("points")) {
    curve.points.push_back({point.at("strength"), shareOf(point)});
    if (point.contains("white_box")) curve.whiteBox.push_back(shareOf(point.at("white_box")));
  }
  if (!curve.whiteBox.empty() && curve.whiteBox.size() != curve.points.size()) refuse();
  return curve;
}

Json calibrationJson(const Calibration& calibration) {
  Json json = {{"error", calibration.error()}, {"bins", Json::array()}};
  for (const auto& bin : calibration.bins)
    json["bins"].push_back({{"right", bin.share.right}, {"count", bin.share.count}, {"confidence", bin.confidence}});
  return json;
}

Calibration calibrationOf(const Json& json) {
  Calibration calibration;
  const auto& bins = json.at("bins");
  if (bins.size() != calibration.bins.size()) refuse();
  for (size_t i = 0; i < bins.size(); ++i) {
    calibration.bins[i] = {shareOf(bins[i]), bins[i].at("confidence")};
    if (!isConfidence(calibration.bins[i].confidence)) refuse();
  }
  return calibration;
}

Json checkJson(const Check& check) {
  const char* verdict = check.verdict == Check::Verdict::Pass    ? "pass"
                        : check.verdict == Check::Verdict::Alarm ? "alarm"
                                                                 : "unknown";
  return {{"name", check.name},
          {"verdict", verdict},
          {"title", check.title.str()},
          {"finding", check.finding.str()},
          {"meaning", check.meaning.str()}};
}

Json laneJson(const LaneAssessment& lane) {
  Json json = {{"lane", lane.lane},
               {"lambda", lane.lambda},
               {"loss", lane.loss},
               {"clean", shareJson(lane.clean)},
               {"own", shareJson(lane.own)},
               {"opponent", lane.opponent},
               {"confusion", lane.confusion},
               {"verdicts", lane.verdicts},
               {"calibration", calibrationJson(lane.calibration)},
               {"curves", Json::array()},
               {"checks", Json::array()}};
  for (const auto& curve : lane.curves) json["curves"].push_back(curveJson(curve));
  for (const auto& check : lane.checks) json["checks"].push_back(checkJson(check));
  return json;
}

// Its classes add up to `clean`: whoever looks at one divides by what the row holds.
std::vector<std::vector<int64_t>> confusionOf(const Json& json, const Share& clean) {
  std::vector<std::vector<int64_t>> rows;
  for (const auto& row : json) rows.push_back(wholeNumbers<int64_t>(row));
  if (rows.size() < 2 || rows.size() > 256) refuse();
  Share all;
  for (size_t c = 0; c < rows.size(); ++c) {
    if (rows[c].size() != rows.size()) refuse();
    for (const int64_t n : rows[c]) {
      if (n < 0 || n > clean.count - all.count) refuse();
      all.count += n;
    }
    all.right += rows[c][c];
  }
  if (all != clean) refuse();
  return rows;
}

// Versions before knew ten classes, and wrote a digit for each verdict into one text.
std::vector<uint8_t> verdictsOf(const Json& json, int classes) {
  std::vector<uint8_t> verdicts;
  const auto add = [&](int verdict) {
    if (verdict < 0 || verdict >= classes) refuse();
    verdicts.push_back(static_cast<uint8_t>(verdict));
  };
  if (json.is_string())
    for (const char c : json.get<std::string>()) add(c - '0');
  else
    for (const int verdict : wholeNumbers<int>(json)) add(verdict);
  return verdicts;
}

LaneAssessment laneOf(const Json& json) {
  LaneAssessment lane;
  lane.lane = static_cast<int>(wholeNumber<unsigned short>(json.at("lane")));
  lane.lambda = json.at("lambda");
  lane.loss = json.at("loss");
  lane.clean = shareOf(json.at("clean"));
  lane.own = shareOf(json.at("own"));
  lane.opponent = json.at("opponent");
  lane.confusion = confusionOf(json.at("confusion"), lane.clean);
  lane.verdicts = verdictsOf(json.at("verdicts"), lane.classes());
  if (static_cast<int64_t>(lane.verdicts.size()) != lane.clean.count) refuse();
  lane.calibration = calibrationOf(json.at("calibration"));
  for (const auto& curve : json.at("curves")) lane.curves.push_back(curveOf(curve));
  lane.checks = maskingChecks(lane);
  return lane;
}

// Versions before looked at the first images where they looked at some.
std::string limitText(int64_t limit) { return limit > 0 ? "even " + std::to_string(limit) : "0"; }

// All that decides the figures, beside the model. Threads do not.
std::string keyOf(const Dataset& data, const Suite& suite) {
  std::string text = "attacks " + std::to_string(kAttacksVersion) + "; data " + data.sha256 + "; limit " +
                     limitText(suite.limit) + "; seed " + std::to_string(suite.seed) + "; lane " +
                     (suite.lane ? std::to_string(*suite.lane) : "all") + (suite.own ? "; own" : "");
  for (const auto& probe : suite.probes) {
    text += "; " + probe.attack.text() + " " + probe.key;
    for (const double strength : probe.strengths) text.append(1, ' ').append(numberText(strength));
    text += " of " + limitText(probe.limit);
  }
  return sha256(text.data(), text.size());
}

std::string keyOf(const Dataset& data, const std::optional<AttackSpec>& attack, int64_t limit, uint64_t seed) {
  const std::string text = "outcomes; attacks " + std::to_string(kAttacksVersion) + "; data " + data.sha256 +
                           "; limit " + limitText(limit) + "; seed " + std::to_string(seed) + "; " +
                           (attack ? attack->text() : "clean");
  return sha256(text.data(), text.size());
}

/// A character "0" or "1" an image.
Json outcomesJson(const Outcomes& outcomes, const std::string& model) {
  Json json = {{"model", model}, {"right", Json::array()}};
  for (const auto& lane : outcomes.right) {
    std::string text;
    for (const bool right : lane) text += right ? '1' : '0';
    json["right"].push_back(std::move(text));
  }
  return json;
}

/// Nothing where the text is none of these, or of another model.
std::optional<Outcomes> outcomesOf(const std::string& text, const std::string& model, int lanes) {
  try {
    const Json json = Json::parse(text);
    if (json.at("model") != model) return {};
    Outcomes outcomes;
    for (const Json& lane : json.at("right")) {
      auto& right = outcomes.right.emplace_back();
      for (const char c : lane.get<std::string>()) {
        if (c != '0' && c != '1') return {};
        right.push_back(c == '1');
      }
      if (right.size() != outcomes.right.front().size() || right.empty()) return {};
    }
    return static_cast<int>(outcomes.right.size()) == lanes ? std::optional(outcomes) : std::nullopt;
  } catch (const Json::exception&) {
    return {};
  }
}

std::filesystem::path pathOf(const std::filesystem::path& run, const std::string& model, const std::string& key) {
  return run / kEvaluationsFolder / (model.substr(0, 16) + "-" + key.substr(0, 16) + ".json");
}

/// A cache that cannot be written costs time, not the result.
void keep(const std::filesystem::path& path, const std::string& text) {
  try {
    std::error_code problem;
    std::filesystem::create_directories(path.parent_path(), problem);
    writeFile(path, text);
  } catch (const Error&) {
  }
}

}  // namespace

std::string assessmentToJson(const Assessment& assessment) {
  Json json = {{"step", assessment.step},
               {"model", assessment.model},
               {"count", assessment.count},
               {"seed", assessment.seed},
               {"lanes", Json::array()}};
  for (const auto& lane : assessment.lanes) json["lanes"].push_back(laneJson(lane));
  return json.dump() + "\n";
}

Assessment assessmentFromJson(const std::string& text) {
  try {
    const auto json = Json::parse(text);
    Assessment assessment;
    assessment.step = wholeNumber<int64_t>(json.at("step"));
    assessment.model = json.at("model");
    assessment.count = wholeNumber<int64_t>(json.at("count"));
    assessment.seed = wholeNumber<uint64_t>(json.at("seed"));
    for (const auto& lane : json.at("lanes")) assessment.lanes.push_back(laneOf(lane));
    if (assessment.lanes.empty()) refuse();
    return assessment;
  } catch (const Json::exception&) {
    refuse();
  }
}

std::optional<Assessment> storedAssessment(const std::filesystem::path& run, const Model& model, const Dataset& data,
                                           const Suite& suite) {
  const auto hash = model.hash();
  const auto path = pathOf(run, hash, keyOf(data, suite));
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return {};
  try {
    auto found = assessmentFromJson(readFile(path));
    if (found.model != hash) return {};
    found.step = model.step();  // the same weights may stand at a later step too
    return found;
  } catch (const Error&) {
    return {};
  }
}

Assessment assessCached(const std::filesystem::path& run, const Model& model, const Dataset& data, const Suite& suite,
                        const AssessmentWatch& watch) {
  if (auto found = storedAssessment(run, model, data, suite)) return *found;
  auto measured = model.assess(data, suite, watch);
  keep(pathOf(run, measured.model, keyOf(data, suite)), assessmentToJson(measured));
  return measured;
}

Outcomes outcomesCached(const std::filesystem::path& run, const Model& model, const Dataset& data,
                        const std::optional<AttackSpec>& attack, int64_t limit, uint64_t seed,
                        const std::function<bool(int64_t, int64_t)>& progress) {
  const auto hash = model.hash();
  const auto path = pathOf(run, hash, keyOf(data, attack, limit, seed));
  try {
    if (isFile(path))
      if (auto found = outcomesOf(readFile(path), hash, model.lanes())) return *found;
  } catch (const Error&) {  // measured again
  }
  auto measured = model.outcomes(data, attack, limit, seed, progress);
  keep(path, outcomesJson(measured, hash).dump() + "\n");
  return measured;
}

}  // namespace sparring

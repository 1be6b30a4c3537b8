// Evaluations as JSON. Accuracies in [0,1].
#include <cstdio>

#include <nlohmann/json.hpp>

#include "cli_evaluate_view.h"
#include "cli_json.h"
#include "sparring/evaluations.h"

namespace sparring::cli {
namespace {

using Json = nlohmann::ordered_json;

void addAttack(Json& object, const AttackSpec& attack) {
  object["name"] = attack.name;
  for (const auto& [key, value] : attack.values) object[key] = value;
}

void addAgainst(Json& object, const Against& against) {
  if (against.kind == Against::Kind::Attack) return addAttack(object, against.attack);
  object["name"] = against.kind == Against::Kind::Own ? against.text() : "";
}

void addLane(Json& object, const LaneAssessment& lane) {
  const auto [low, high] = lane.clean.interval();
  object["clean"] = lane.clean.value();
  object["clean_low"] = low;
  object["clean_high"] = high;
  object["attacks"] = Json::array();
  for (const auto& curve : lane.curves) {
    const auto& share = curve.points.front().share;
    const auto [from, to] = share.interval();
    Json entry;
    addAttack(entry, curve.attack);
    entry["accuracy"] = share.value();
    entry["low"] = from;
    entry["high"] = to;
    object["attacks"].push_back(entry);
  }
  object["lane"] = lane.lane;
  object["lambda"] = lane.lambda;
}

Json attacksJson(const Evaluation& evaluation) {
  const auto& assessment = evaluation.assessment;
  Json object;
  if (evaluation.allLanes) {
    object["lanes"] = Json::array();
    for (const auto& lane : assessment.lanes) addLane(object["lanes"].emplace_back(), lane);
  } else {
    addLane(object, assessment.lanes.front());
  }
  object["count"] = assessment.count;
  object["step"] = assessment.step;
  return object;
}

Json comparisonJson(const Comparison& comparison) {
  static constexpr const char* kKinds[] = {"gain", "cost", "equal", "doubt"};  // in the order of Finding::Kind
  Json json = {{"lane", comparison.lane},
               {"baseline", comparison.baseline},
               {"verdict", verdictOf(comparison.findings).str()},
               {"findings", Json::array()}};
  for (const auto& finding : comparison.findings) {
    Json entry = {{"kind", kKinds[static_cast<size_t>(finding.kind)]}};
    addAgainst(entry, finding.against);
    if (finding.kind != Finding::Kind::Doubt) {
      entry["accuracy"] = finding.trained.value();
      entry["baseline"] = finding.baseline.value();
      entry["difference"] = finding.difference;
      entry["low"] = finding.low;
      entry["high"] = finding.high;
    }
    entry["sentence"] = finding.sentence.str();
    json["findings"].push_back(entry);
  }
  return json;
}

Json spreadJson(const Spread& spread) {
  return {{"mean", spread.mean}, {"low", spread.low}, {"high", spread.high}, {"values", spread.values}};
}

}  // namespace

void printJson(const Evaluation& evaluation) {
  Json object = evaluation.suite ? Json::parse(assessmentToJson(evaluation.assessment)) : attacksJson(evaluation);
  for (const auto& comparison : evaluation.comparisons) object["comparisons"].push_back(comparisonJson(comparison));
  printJsonLine(object);
}

void printJson(const SeedsEvaluation& evaluation) {
  Json object = {{"runs", Json::array()}, {"lanes", Json::array()}};
  for (const auto& run : evaluation.runs) object["runs"].push_back(run.string());
  for (const auto& one : evaluation.leftOut)
    object["left_out"].push_back({{"run", one.run.string()}, {"why", one.why}});
  for (const auto& lane : evaluation.lanes) {
    Json& entry = object["lanes"].emplace_back();
    entry = {
        {"lane", lane.lane}, {"lambda", lane.lambda}, {"clean", spreadJson(lane.clean)}, {"attacks", Json::array()}};
    for (const auto& curve : lane.curves)
      for (const auto& [strength, accuracy] : curve.points) {
        AttackSpec attack = curve.attack;
        attack.values[curve.key] = strength;
        Json& point = entry["attacks"].emplace_back();
        addAttack(point, attack);
        point.update(spreadJson(accuracy));
      }
  }
  printJsonLine(object);
}

}  // namespace sparring::cli

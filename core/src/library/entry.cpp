#include "library/entry.h"

#include <nlohmann/json.hpp>

#include "base/wholenumber.h"
#include "io/file.h"

namespace sparring {

namespace {

using Json = nlohmann::json;

constexpr int kForm = 1;  // raise it with every change to what an entry holds

Json valuesJson(const std::vector<RunSummary::Accuracy>& values) {
  Json list = Json::array();
  for (const auto& one : values) list.push_back({metricRow(one.metric).key, one.value ? Json(*one.value) : Json()});
  return list;
}

std::vector<RunSummary::Accuracy> valuesFrom(const Json& list) {
  std::vector<RunSummary::Accuracy> values;
  for (const Json& one : list) {
    const auto metric = metricOf(one.at(0).get<std::string>(), {});
    if (metric) values.push_back({*metric, one.at(1).is_null() ? std::nullopt : std::optional<double>(one.at(1))});
  }
  return values;
}

/// Only what differs from the defaults: entries are read by the thousand.
Json paramsJson(const Params& params) {
  static const Params usual;
  Json object = Json::object();
  for (const ParamRow& row : paramTable())
    if (const std::string text = paramText(params, row); text != paramText(usual, row)) object[row.key] = text;
  return object;
}

}  // namespace

std::string entryVersion() {
  const std::string defaults = paramsToJson({});
  return std::to_string(kForm) + " " + sha256(defaults.data(), defaults.size());
}

std::string entryText(const LibraryRun& run) {
  Json json = {{"preset", run.preset},
               {"started", run.started},
               {"data", run.dataName},
               {"params", paramsJson(run.params)},
               {"began", run.began},
               {"step", run.lastStep},
               {"lane", run.lane},
               {"accuracies", valuesJson(run.accuracies)},
               {"losses", valuesJson(run.losses)},
               {"tested", run.tested},
               {"labels", {run.labels.name, run.labels.note, run.labels.star, run.labels.tags}}};
  if (run.parent) json["parent"] = {run.parent->run.string(), run.parent->step};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool entryInto(LibraryRun& run, const std::string& text) {
  try {
    const Json json = Json::parse(text);
    run.preset = json.at("preset");
    run.started = json.at("started");
    run.dataName = json.at("data");
    run.params = {};
    for (const auto& [key, value] : json.at("params").items()) setParam(run.params, key, value.get<std::string>());
    run.began = json.at("began").get<std::vector<double>>();
    run.lastStep = wholeNumber<int64_t>(json.at("step"));
    run.lane = wholeNumber<int>(json.at("lane"));
    run.accuracies = valuesFrom(json.at("accuracies"));
    run.losses = valuesFrom(json.at("losses"));
    run.tested = wholeNumber<int64_t>(json.at("tested"));
    const Json& labels = json.at("labels");
    run.labels = {labels.at(0), labels.at(1), labels.at(2), labels.at(3).get<std::vector<std::string>>()};
    if (json.contains("parent"))
      run.parent = {json.at("parent").at(0).get<std::string>(), wholeNumber<int64_t>(json.at("parent").at(1))};
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace sparring

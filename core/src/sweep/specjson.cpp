#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/wholenumber.h"
#include "sparring/error.h"
#include "sparring/nearest.h"
#include "sparring/sweep.h"

namespace sparring {

namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t kMost = 1'000'000'000'000;

const std::vector<std::string> kKeys = {"preset",  "set",  "vary",   "metric", "strategy", "runs",  "seeds",
                                        "halving", "jobs", "runner", "slurm",  "steps",    "epochs"};
const std::vector<std::string> kSlurmKeys = {"partition", "time", "cpus", "lines"};
constexpr int64_t kMostCpus = 1024;

/// Within [min, max]. Throws Json::exception.
int64_t numberOf(const Json& json, int64_t min, int64_t max = kMost) {
  const auto number = wholeNumber<int64_t>(json);
  return number < min || number > max ? Json().get<int64_t>() : number;  // throws: null is no number
}

/// Throws Error (Usage) for the first key that is none of `keys`.
void requireKeys(const Json& json, const std::vector<std::string>& keys, const std::string& before = {}) {
  for (const auto& [key, value] : json.items())
    if (std::ranges::find(keys, key) == keys.end())
      throw Error({QT_TRANSLATE_NOOP("core", "A sweep has no \"%1\"."), {before + key}},
                  {QT_TRANSLATE_NOOP("core", "Did you mean %1?"), {before + nearest(key, keys)}}, Error::Kind::Usage);
}

SlurmRequest requestOf(const Json& json) {
  requireKeys(json, kSlurmKeys, "slurm.");
  SlurmRequest request;
  request.partition = json.value("partition", "");
  request.time = json.value("time", "");
  if (json.contains("cpus")) request.cpus = numberOf(json["cpus"], 1, kMostCpus);
  request.lines = json.value("lines", request.lines);
  return request;
}

}  // namespace

SweepSpec sweepFromJson(const std::string& text) {
  SweepSpec spec;
  std::vector<std::string> vary;
  try {
    const Json json = Json::parse(text);
    requireKeys(json, kKeys);
    spec.preset = json.value("preset", "");
    spec.settings = json.value("set", spec.settings);
    vary = json.value("vary", vary);
    spec.metric = json.value("metric", spec.metric);
    spec.strategy = json.value("strategy", spec.strategy);
    if (json.contains("runs")) spec.runs = numberOf(json["runs"], 1);
    if (json.contains("seeds")) spec.seeds = numberOf(json["seeds"], 1);
    if (json.contains("halving")) spec.halving = numberOf(json["halving"], 0);
    if (json.contains("jobs")) spec.jobs = numberOf(json["jobs"], 1);
    spec.runner = json.value("runner", spec.runner);
    if (json.contains("slurm")) spec.slurm = requestOf(json["slurm"]);
    if (json.contains("steps")) spec.steps = numberOf(json["steps"], 1);
    if (json.contains("epochs")) spec.epochs = numberOf(json["epochs"], 1);
  } catch (const Json::exception&) {
    throw Error(
        {QT_TRANSLATE_NOOP("core", "This is not the specification of a sweep."), {}},
        {QT_TRANSLATE_NOOP("core",
                           "It is JSON with some of: preset, set, vary, metric, strategy, runs, seeds, halving, jobs, "
                           "runner, slurm, steps, epochs."),
         {}},
        Error::Kind::Usage);
  }
  for (const std::string& one : vary) spec.vary.push_back(parseVariation(one));
  return spec;
}

std::string sweepToJson(const SweepSpec& spec) {
  Json json;
  json["preset"] = spec.preset;
  json["set"] = spec.settings;
  json["vary"] = Json::array();
  for (const Variation& one : spec.vary) json["vary"].push_back(variationText(one));
  json["metric"] = spec.metric;
  json["strategy"] = spec.strategy;
  if (spec.runs) json["runs"] = *spec.runs;
  json["seeds"] = spec.seeds;
  json["halving"] = spec.halving;
  json["jobs"] = spec.jobs;
  json["runner"] = spec.runner;
  if (spec.slurm != SlurmRequest{})
    json["slurm"] = {{"partition", spec.slurm.partition},
                     {"time", spec.slurm.time},
                     {"cpus", spec.slurm.cpus},
                     {"lines", spec.slurm.lines}};
  if (spec.steps) json["steps"] = *spec.steps;
  if (spec.epochs) json["epochs"] = *spec.epochs;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sparring

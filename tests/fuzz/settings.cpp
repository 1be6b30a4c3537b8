// What people and older versions write of parameters and attacks.
#include <algorithm>
#include <cmath>

#include "checks.h"
#include "sparring/attack.h"
#include "sparring/params.h"
#include "sparring/presets.h"
#include "sparring/sweep.h"
#include "sweep/slurmarray.h"
#include "targets.h"

namespace sparring::fuzz {

namespace {

/// What stands between the line feeds.
template <class Work>
void forEachLine(std::string_view bytes, Work work) {
  while (!bytes.empty()) {
    const std::string line(bytes.substr(0, bytes.find('\n')));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    work(line);
  }
}

// Each value as text, given to another set of parameters, is the same value.
void requireReadable(const Params& params) {
  Params other;
  for (const ParamRow& row : paramTable()) setParam(other, row.key, paramText(params, row));
  require(other == params, "a value as text is another value");
}

// ---- settings in a file

void feedSettings(std::string_view bytes) {
  const std::string text(bytes);
  std::vector<std::string> unknown;
  const auto params = taken([&] { return paramsFromJson(text); });
  const auto lenient = taken([&] { return paramsFromJson(text, {}, &unknown); });
  require(!params || (lenient == params && unknown.empty()), "to know every key changes the others");
  if (!lenient) return;
  requireReadable(*lenient);
  require(paramsFromJson(paramsToJson(*lenient)) == *lenient, "written and read again they are others");
  taken([&] {
    validate(*lenient);
    return true;
  });
}

// ---- key=value

// A line each, one after the other, as --set takes them and as the window edits a running training.
void feedParams(std::string_view bytes) {
  Params params;
  const Params began = params;
  forEachLine(bytes, [&](const std::string& line) {
    const Params before = params;
    const bool set = taken([&] {
                       setParam(params, line);
                       return true;
                     }).has_value();
    if (!set) require(params == before, "what was refused has changed something");
    const size_t equals = line.find('=');
    if (equals == line.npos) return;
    const std::string key = line.substr(0, equals), value = line.substr(equals + 1);
    const auto edited = taken([&] { return editedLive(before, key, value); });
    require(!edited || (set && *edited == params), "an edit that is no assignment");
    for (const char* list : {"lambda", "gan.coding"}) (void)decimalComma(paramRow(list), value);
  });
  requireReadable(params);
  taken([&] {
    validate(params);
    return true;
  });
}

// ---- attacks

void feedAttacks(std::string_view bytes) {
  const std::string text(bytes);
  if (const auto attack = taken([&] { return parseAttack(text); })) {
    require(parseAttack(attack->written()) == *attack, "as a person would write it, it is another");
    require(parseAttack(attack->text()) == *attack, "in full it is another");
    for (const auto& [key, value] : attack->values) require(!std::signbit(value), "an attack with a negative number");
    require(parseAgainst(text) == Against{Against::Kind::Attack, *attack}, "it is nothing to be measured against");
  }
  if (const auto against = taken([&] { return parseAgainst(text); }))
    require(parseAgainst(against->text()) == *against, "what it is measured against is another");
  const auto list = taken([&] { return parseAttacks(text); });
  if (!list) return;
  const std::string written = attacksText(*list);
  require(parseAttacks(written) == *list, "written and read again the list is another");
  for (size_t i = 0; i < list->size(); ++i)
    for (size_t k = 0; k < i; ++k) {
      require(!((*list)[i] == (*list)[k]), "an attack stands twice");
      require((*list)[i].written() != (*list)[k].written(), "two attacks are written alike");
    }
}

// ---- what a sweep varies

// A line each, as --vary takes them; or, from a brace on, a whole specification.
void feedSweeps(std::string_view bytes) {
  const std::string text(bytes);
  if (text.starts_with('{')) {
    const auto spec = taken([&] { return sweepFromJson(text); });
    if (spec)
      require(sweepFromJson(sweepToJson(*spec)) == *spec, "written and read again the specification is another");
    return;
  }
  forEachLine(bytes, [](const std::string& line) {
    const auto variation = taken([&] { return parseVariation(line); });
    if (!variation) return;
    require(parseVariation(variationText(*variation)) == *variation, "written and read again it varies otherwise");
    require(variation->values.empty() == variation->span.has_value(), "it has values and a range, or neither");
  });
}

// ---- what Slurm's commands say, and which tasks an array has

void feedSlurm(std::string_view bytes) {
  const std::string text(bytes);
  const auto tasks = parseTaskLines(text);
  require(parseTaskLines(taskLines(tasks)) == tasks, "written and read again the tasks are others");
  for (const SlurmTask& task : tasks) placeOf(task.work, task.budget);
  for (const SlurmState& one : parseQueue(text))
    require(parseQueue(one.id + "|" + one.name + "|" + std::to_string(one.task) + "|" + one.state) == std::vector{one},
            "written and read again the state is another");
  for (const SlurmState& one : parseAccounting(text))
    require(one.id.find('_') == one.id.npos, "a task's number is taken for the job's");
  const std::string id = submittedId(text);
  require(id.find_first_not_of("0123456789") == id.npos, "what sbatch is given is no number");
}

std::vector<std::string> attackWords() {
  std::vector<std::string> words = {"own", "clean", ":", ",", "=", "-0", "nan", "inf", "1e-320"};
  for (const auto& info : attacks()) {
    words.push_back(info.name);
    for (const auto& value : info.values)
      if (std::ranges::find(words, value.key + "=") == words.end()) words.push_back(value.key + "=");
  }
  return words;
}

std::vector<std::string> keys() {
  std::vector<std::string> words;
  for (const auto& row : paramTable()) words.push_back(row.key);
  return words;
}

}  // namespace

Target settingsTarget() {
  std::vector<std::string> seeds = {
      R"({"lambda": [0, 0.5], "batch": 128, "adversary": "pgd", "label.agree": true})",
      R"({"params": {"classifier.hidden": [64, 32], "evaluate.noise": 0.1, "lr.classifier": 1e-3, "data": "synthetic"}})"};
  for (const char* name : {"seed-repaired", "atgan19"}) seeds.push_back(paramsToJson(preset(name).params));
  std::vector<std::string> words = {"true", "null",       "[]", "1e300", "-0.0", "1e-320", "18446744073709551615",
                                    "1.5",  "\"\\u0000\""};
  for (const auto& key : keys()) words.push_back('"' + key + "\":");
  return {"settings", feedSettings, seeds, words};
}

Target paramsTarget() {
  std::vector<std::string> seeds = {"lambda=0,0.5\nbatch=1e3\nadversary=pgd\nevaluate.noise=0.3",
                                    "evaluate.attacks=fgsm,pgd:eps=0.1,steps=5"};
  for (const auto& row : paramTable()) seeds.push_back(row.key + "=" + paramText({}, row));
  std::vector<std::string> words = attackWords();
  for (const auto& key : keys()) words.push_back(key + "=");
  return {"params", feedParams, seeds, words};
}

Target sweepsTarget() {
  SweepSpec spec;
  spec.settings = {"batch=64"};
  spec.vary = {parseVariation("lr.classifier=1e-4..1e-2:log:6"), parseVariation("classifier.hidden=64/256,128")};
  spec.metric = "pgd:eps=0.1";
  spec.epochs = 2;
  spec.runner = "slurm";
  spec.slurm = {"gpu", "1:00:00", 4, {"account=physics"}};
  std::vector<std::string> words = {"..", ":log",  ":lin", ":6",  ",",    "/",
                                    "=",  "1e300", "-0",   "nan", "null", "\"vary\":"};
  for (const auto& key : keys()) words.push_back(key + "=");
  return {"sweeps",
          feedSweeps,
          {sweepToJson(spec), "lr.classifier=1e-4..1e-2:log:6\nbatch=32,64",
           "lambda=0/0,1/0.5..2:lin:4\nadversary=fgsm,gan", "seed=1..9:9\nlabel.agree=true,false"},
          words};
}

Target slurmTarget() {
  return {"slurm",
          feedSlurm,
          {taskLines({{"run-01", 0}, {"best-2-to-9", 9}}), "41|sparring-0-1|0|COMPLETED\n41|sparring-0-1|11|PENDING\n",
           "41_0|sparring-0-1|CANCELLED by 1000\n41_[1-3]|sparring-0-1|PENDING\n", "4711;cluster\n"},
          {"|", "_", "best-", "-to-", "run-01 ", ";", "18446744073709551616"}};
}

Target attacksTarget() {
  return {"attacks",
          feedAttacks,
          {"fgsm", "pgd:eps=0.1,steps=40,alpha=2.5,restarts=10", "noise:sigma=0.2,fgsm:eps=0.1,fgsm:eps=0.3", "clean"},
          attackWords()};
}

}  // namespace sparring::fuzz

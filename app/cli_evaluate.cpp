// sparring-cli evaluate: accuracy of a run's classifier, clean and under attack.
#include <cmath>
#include <cstdio>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli_common.h"
#include "cli_terminal.h"
#include "sparring/model.h"

namespace sparring::cli {
namespace {

struct EvaluateOptions {
  std::filesystem::path run;
  std::vector<std::string> attacks;
  std::optional<int64_t> limit, lane, step;
  bool json = false;
};

std::vector<AttackSpec> attacksOf(const EvaluateOptions& options) {
  std::vector<AttackSpec> specs;
  for (const std::string& text : options.attacks) specs.push_back(parseAttack(text));
  if (specs.empty()) specs = {parseAttack("noise:sigma=0.2"), parseAttack("fgsm:eps=0.1")};
  return specs;
}

void printJson(const EvaluationReport& report, int64_t step) {
  nlohmann::ordered_json object = {{"clean", report.clean}, {"attacks", nlohmann::ordered_json::array()}};
  for (const AttackResult& result : report.results) {
    nlohmann::ordered_json entry = {{"name", result.attack.name}};
    for (const auto& [key, value] : result.attack.values) entry[key] = value;
    entry["accuracy"] = result.accuracy;
    object["attacks"].push_back(entry);
  }
  object["count"] = report.count;
  object["lane"] = report.lane;
  object["step"] = step;
  std::puts(object.dump().c_str());
}

void printRow(const std::string& name, double accuracy, int64_t count) {
  const long long right = std::llround(accuracy * static_cast<double>(count));
  std::printf("%-24s %6.2f %%  %lld of %lld\n", name.c_str(), 100 * accuracy, right, static_cast<long long>(count));
}

void printTable(const EvaluationReport& report, const Model& model) {
  std::printf("step %lld", static_cast<long long>(model.step()));
  if (model.lanes() > 1) std::printf(", lane %d of %d", report.lane, model.lanes());
  std::printf(", accuracy on %lld test images\n", static_cast<long long>(report.count));
  printRow("clean", report.clean, report.count);
  for (const AttackResult& result : report.results) printRow(result.attack.text(), result.accuracy, report.count);
}

int evaluate(const EvaluateOptions& options) {
  const std::vector<AttackSpec> attacks = attacksOf(options);
  const Model model = Model::load(options.run, options.step);
  const int lane = static_cast<int>(options.lane.value_or(0));
  if (lane >= model.lanes()) {
    throw usage("--lane: " + std::to_string(lane) + " is not there, the run has lanes 0 to " +
                    std::to_string(model.lanes() - 1) + ".",
                "Lane 0 is the first value of lambda.");
  }
  const std::shared_ptr<const Dataset> data = loadDataOf(readRun(options.run).config, options.run);
  StatusLine line(stderr);
  const bool shown = isTerminal(stderr);
  const auto progress = [&](int64_t done, int64_t total) {
    if (shown) line.drawTask("evaluating", done, total);
    return true;
  };
  const uint64_t seed = static_cast<uint64_t>(model.params().seed);
  const EvaluationReport report = model.evaluate(data->test, attacks, options.limit.value_or(0), lane, seed, progress);
  line.clear();
  options.json ? printJson(report, model.step()) : printTable(report, model);
  return kDone;
}

std::string knownAttacks() {
  std::string text;
  for (const AttackInfo& attack : sparring::attacks()) {
    text += (text.empty() ? "" : "; ") + attack.name;
    for (const AttackInfo::Value& value : attack.values) text += ":" + value.key + "=…";
  }
  return text;
}

}  // namespace

void addEvaluate(CLI::App& app, Action& action) {
  auto options = std::make_shared<EvaluateOptions>();
  CLI::App* command = addCommand(app, "evaluate", "Measures a run's classifier, clean and under attack");
  addPath(command, "RUN", options->run, "DIR", "The run's folder")->required();
  command
      ->add_option("--attack", options->attacks,
                   "Repeatable; without it noise:sigma=0.2 and fgsm:eps=0.1. Known: " + knownAttacks())
      ->type_name("NAME[:key=value,...]")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
  addNumber(command, "--limit", options->limit, 1, 1'000'000'000, "Use only the first N test images");
  addNumber(command, "--lane", options->lane, 0, 1000, "The classifier to measure, where lambda is a list");
  addNumber(command, "--step", options->step, 0, 1'000'000'000'000, "The checkpoint of that step (default: the last)");
  command->add_flag("--json", options->json, "One JSON object, accuracies in [0,1]");
  command->callback([options, &action] { action = [options] { return evaluate(*options); }; });
}

}  // namespace sparring::cli

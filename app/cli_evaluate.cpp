// sparring-cli evaluate: how right a run's classifiers are, clean and under attack, and what that is worth.
#include <algorithm>
#include <cstdio>
#include <iterator>
#include <utility>
#include <vector>

#include "cli_common.h"
#include "cli_evaluate_view.h"
#include "cli_signals.h"
#include "cli_terminal.h"
#include "sparring/evaluations.h"

namespace sparring::cli {
namespace {

struct EvaluateOptions {
  std::filesystem::path run, baseline;
  std::vector<std::string> attacks;
  std::string suite, data;
  std::optional<std::string> device;
  std::optional<int64_t> limit, lane, step;

  Model load(const std::filesystem::path& folder, std::optional<int64_t> at = {}) const {
    return Model::load(folder, at, device.value_or(kUsualDevice));
  }
  bool allLanes = false;
  bool json = false;
};

void checkCombination(const EvaluateOptions& options) {
  if (!options.suite.empty() && options.suite != "full" && options.suite != "quick")
    throw usage("--suite: there is no suite '" + options.suite + "'.", "Known: full, quick.");
  if (!options.suite.empty() && !options.attacks.empty())
    throw usage("evaluate: --suite and --attack exclude each other.", "A suite has its attacks.");
}

std::vector<Probe> probesOf(const EvaluateOptions& options) {
  std::vector<std::string> texts = options.attacks;
  if (texts.empty()) texts = {"noise:sigma=0.2", "fgsm:eps=0.1"};
  std::vector<Probe> probes;
  for (const std::string& text : texts) probes.push_back(Probe::at(parseAttack(text)));
  return probes;
}

Suite suiteOf(const EvaluateOptions& options, const Params& params) {
  Suite suite = options.suite == "full" ? Suite::full() : options.suite == "quick" ? Suite::quick() : Suite();
  if (options.suite.empty()) {
    suite.probes = probesOf(options);
    suite.seed = static_cast<uint64_t>(params.seed);
  }
  if (options.limit) suite.limit = *options.limit;
  suite.threads = static_cast<int>(params.threads);
  return suite;
}

/// Which classifiers: one by its number, or all. A suite measures all where nothing is said.
bool measuresAll(const EvaluateOptions& options) {
  return options.allLanes || (!options.suite.empty() && !options.lane);
}

void chooseLane(Suite& suite, const Model& model, std::optional<int64_t> lane) {
  if (lane && *lane >= model.lanes())
    throw usage("--lane: " + std::to_string(*lane) + " is not there, the run has lanes 0 to " +
                    std::to_string(model.lanes() - 1) + ".",
                "Lane 0 is the first value of lambda.");
  if (lane && model.lanes() > 1) suite.lane = static_cast<int>(*lane);
}

/// Throws Error where the user cancels.
Assessment measure(const std::filesystem::path& run, const Model& model, const Dataset& data, const Suite& suite,
                   bool keep) {
  StatusLine line(stderr);
  const bool shown = isTerminal(stderr);
  AssessmentWatch watch;
  watch.progress = [&](int64_t done, int64_t total) {
    if (shown) line.drawTask("evaluating " + run.filename().string(), done, total);
    return !stopRequested();
  };
  return keep ? assessCached(run, model, data, suite, watch) : model.assess(data, suite, watch);
}

std::vector<Comparison> compared(const LaneAssessment& baseline, const std::string& name,
                                 const Assessment& assessment) {
  std::vector<Comparison> list;
  for (const auto& lane : assessment.lanes)
    if (&lane != &baseline) list.push_back({lane.lane, name, findings(baseline, lane)});
  return list;
}

/// Beside the first lane of another run; without one, beside the lane that trained without an opponent.
std::vector<Comparison> comparisons(const EvaluateOptions& options, const Assessment& assessment, const Dataset& data,
                                    Suite suite) {
  if (options.baseline.empty()) {
    const auto& lanes = assessment.lanes;
    const auto plain = std::ranges::find(lanes, 0.0, &LaneAssessment::lambda);
    if (plain == lanes.end()) return {};
    return compared(*plain, "lane " + std::to_string(plain->lane) + ", lambda 0", assessment);
  }
  const RunConfig config = openRun(options.baseline);
  const Model model = options.load(options.baseline);
  if (config.dataSha256 != data.sha256)
    throw usage("--baseline: " + options.baseline.string() + " was trained on other data.",
                "Only runs on the same data set can be compared.");
  suite.lane.reset();
  chooseLane(suite, model, 0);
  const auto other = measure(options.baseline, model, data, suite, !options.suite.empty());
  return compared(other.lanes.front(), options.baseline.string(), assessment);
}

Evaluation evaluateRun(const EvaluateOptions& options) {
  const RunConfig config = openRun(options.run);
  const Model model = options.load(options.run, options.step);
  Suite suite = suiteOf(options, model.params());
  if (!measuresAll(options)) chooseLane(suite, model, options.lane.value_or(0));
  const auto data = loadDataOf(config, options.data);
  Evaluation evaluation{options.run, model.step(), !options.suite.empty(), measuresAll(options), {}, data->kind(), {}};
  evaluation.assessment = measure(options.run, model, *data, suite, evaluation.suite);
  evaluation.comparisons = comparisons(options, evaluation.assessment, *data, suite);
  return evaluation;
}

/// One of the runs in a folder.
struct Member {
  std::filesystem::path run;
  Params settings;  ///< without the seed
  int64_t seed = 0;
  int64_t step = 0;  ///< of its last checkpoint

  bool isLike(const Member& other) const { return step == other.step && settings == other.settings; }
};

/// Throws Error where it cannot be measured.
Member readMember(const std::filesystem::path& folder) {
  const RunRecord run = readRun(folder);
  if (run.checkpoints.empty()) throw Error({"it has no checkpoint."});
  Member member{folder, run.config.params, run.config.params.seed, run.checkpoints.back()};
  member.settings.seed = 0;
  return member;
}

/// Runs in a folder that is none itself, in the order of their seeds, and those that cannot be read; nothing where
/// `folder` is a run or nothing.
std::vector<Member> membersOf(const std::filesystem::path& folder, std::vector<LeftOut>& out) {
  std::error_code ignored;
  if (std::filesystem::exists(folder / "config.json", ignored)) return {};
  std::vector<Member> members;
  for (const auto& summary : listRuns(folder)) {
    try {
      members.push_back(readMember(summary.folder));
    } catch (const Error& error) {
      out.push_back({summary.folder, error.cause().str()});
    }
  }
  std::ranges::sort(members, {}, [](const Member& member) { return std::pair(member.seed, member.run); });
  return members;
}

std::string difference(const Member& odd, const Member& usual) {
  if (odd.settings != usual.settings) return "it differs from " + usual.run.string() + " in more than its seed.";
  return "it stands at step " + std::to_string(odd.step) + ", the others at " + std::to_string(usual.step) + ".";
}

/// Leaves those that most are like, before anything is measured: twenty minutes later is too late to learn that one is
/// odd. Throws Error (Usage) where there are no such most.
void keepAlike(std::vector<Member>& members, std::vector<LeftOut>& out) {
  const auto alike = [&](const Member& one) {
    return std::ranges::count_if(members, [&](const Member& other) { return one.isLike(other); });
  };
  const Member usual = *std::ranges::max_element(members, {}, alike);
  const char* hint = "`sparring-cli train --seeds 3 --out DIR` makes a folder of runs to be evaluated together.";
  for (const Member& member : members)
    if (!member.isLike(usual) && alike(member) == alike(usual))
      throw usage(member.run.string() + ": " + difference(member, usual), hint);
  std::erase_if(members, [&](const Member& member) {
    if (member.isLike(usual)) return false;
    out.push_back({member.run, difference(member, usual)});
    return true;
  });
  // twice the same figures would pass for an agreement of two runs
  const auto twin = std::ranges::adjacent_find(members, {}, &Member::seed);
  if (twin != members.end())
    throw usage(twin->run.string() + " and " + std::next(twin)->run.string() + " have the same seed.", hint);
}

void warnOf(const LeftOut& one) {
  std::fprintf(stderr, "warning: %s is left out: %s\n", one.run.c_str(), one.why.c_str());
}

SeedsEvaluation evaluateSeeds(EvaluateOptions options, std::vector<Member> members, std::vector<LeftOut> out) {
  if (!options.baseline.empty() || options.step)
    throw usage("evaluate: --baseline and --step are for one run.", "Name one of the runs in the folder.");
  if (!members.empty()) keepAlike(members, out);
  for (const LeftOut& one : out) warnOf(one);
  SeedsEvaluation evaluation;
  std::vector<Assessment> assessments;
  for (const Member& member : members) {
    options.run = member.run;
    try {
      assessments.push_back(evaluateRun(options).assessment);
      evaluation.runs.push_back(member.run);
    } catch (const Error& error) {
      if (stopRequested() || error.kind() == Error::Kind::Usage || members.size() == 1) throw;
      warnOf(out.emplace_back(LeftOut{member.run, error.cause().str()}));
    }
  }
  evaluation.leftOut = std::move(out);
  if (assessments.empty())
    throw Error({"None of the runs in this folder could be measured.", {}},
                {"`evaluate` of one of them says more.", {}});
  evaluation.lanes = overSeeds(assessments);
  return evaluation;
}

int evaluate(const EvaluateOptions& options) {
  checkCombination(options);
  probesOf(options);  // bad usage before anything is loaded
  catchStopSignals();
  const auto print = [&](const auto& evaluation) {
    options.json ? printJson(evaluation) : printText(evaluation);
    return kDone;
  };
  std::vector<LeftOut> out;
  auto members = membersOf(options.run, out);
  if (members.empty() && out.empty()) return print(evaluateRun(options));
  return print(evaluateSeeds(options, std::move(members), std::move(out)));
}

std::string knownAttacks() {
  std::string text;
  for (const AttackInfo& attack : sparring::attacks()) {
    text += (text.empty() ? "" : "; ") + attack.name;
    for (size_t i = 0; i < attack.values.size(); ++i) text += (i == 0 ? ":" : ",") + attack.values[i].key + "=…";
  }
  return text;
}

void addLane(Command& command, EvaluateOptions& options) {
  const auto read = [&options](const std::string& text) {
    options.allLanes = text == "all";
    options.lane.reset();
    if (!options.allLanes) options.lane = wholeNumber("--lane", text, 0, 1000);
  };
  command.text("--lane", read, "N|all",
               "The classifier to measure, where lambda is a list, or all of them (default: 0; "
               "with --suite all)");
}

}  // namespace

void addEvaluate(Command& program) {
  auto options = std::make_shared<EvaluateOptions>();
  Command command = program.add("evaluate", "Measures a run's classifier, clean and under attack");
  command.path("RUN", options->run, "DIR", "The run's folder, or a folder of runs that differ in their seed: mean",
               Need::Required);
  command.repeated("--attack", options->attacks, "NAME[:key=value,...]",
                   "Repeatable; without it noise:sigma=0.2 and fgsm:eps=0.1. Known: " + knownAttacks());
  command.text("--suite", options->suite, "full|quick",
               "Every attack and corruption at many strengths, classes, calibration and the masking alarm: full (about "
               "a minute a classifier) or quick; kept in the run's folder");
  command.path("--baseline", options->baseline, "DIR",
               "Another run, whose first classifier this one is compared with (default: the one with lambda 0)");
  command.number("--limit", options->limit, 1, 1'000'000'000,
                 "Use only N test images, evenly spread over the test set");
  addLane(command, *options);
  command.number("--step", options->step, 0, 1'000'000'000'000, "The checkpoint of that step (default: the last)");
  addDeviceOption(command, options->device, kUsualDevice);
  addDataOption(command, options->data);
  command.flag("--json", options->json, "One JSON object, accuracies in [0,1]");
  command.footer("Ctrl-C ends at once; nothing is written then. docs/evaluation.md explains every figure.");
  command.runs([options] { return evaluate(*options); });
}

}  // namespace sparring::cli

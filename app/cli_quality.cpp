// sparring-cli quality: how good a run's generated images are, beside real ones.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli_common.h"
#include "cli_json.h"
#include "cli_signals.h"
#include "cli_terminal.h"
#include "sparring/model.h"

namespace sparring::cli {
namespace {

constexpr int64_t kUsualCount = 5000;

struct QualityOptions {
  std::filesystem::path run;
  std::string data;
  std::optional<std::string> device;
  std::optional<int64_t> count, seed, step;
  bool quick = false, json = false;
};

/// A figure, and the same of real images.
struct Row {
  std::string key, title;
  double value, real;
  const char* format;
};

std::vector<Row> rowsOf(const GeneratorQuality& q) {
  std::vector<Row> rows = {{"score", "score, 1 to " + std::to_string(q.classes.size()), q.score, q.realScore, "%.2f"},
                           {"confidence", "judge's mean confidence", q.confidence, q.realConfidence, "%.3f"}};
  if (q.agreement >= 0)
    rows.push_back({"agreement", "read as the class asked for", q.agreement, q.realAgreement, "%.3f"});
  rows.push_back({"spread", "distance within a class", q.spread, q.realSpread, "%.2f"});
  if (!q.full) return rows;
  rows.insert(rows.end(), {{"frechet", "Fréchet distance", q.frechet, q.realFrechet, "%.2f"},
                           {"precision", "precision", q.precision, q.realPrecision, "%.3f"},
                           {"recall", "recall", q.recall, q.realRecall, "%.3f"},
                           {"density", "density", q.density, q.realDensity, "%.3f"},
                           {"coverage", "coverage", q.coverage, q.realCoverage, "%.3f"},
                           {"memorisation", "distance to training images", q.memorisation, 1, "%.2f"}});
  return rows;
}

const char* verdictText(Check::Verdict verdict) {
  switch (verdict) {
    case Check::Verdict::Pass:
      return "pass";
    case Check::Verdict::Alarm:
      return "alarm";
    default:
      return "unknown";
  }
}

void printJson(const GeneratorQuality& quality) {
  nlohmann::ordered_json object = {{"step", quality.step}, {"count", quality.count}};
  for (const Row& row : rowsOf(quality)) object[row.key] = {{"value", row.value}, {"real", row.real}};
  object["classes"] = quality.classes;
  for (const Check& check : quality.checks) {
    object["checks"].push_back({{"name", check.name},
                                {"verdict", verdictText(check.verdict)},
                                {"finding", check.finding.str()},
                                {"meaning", check.meaning.str()}});
  }
  printJsonLine(object);
}

void printClasses(const GeneratorQuality& quality) {
  const bool numbers = quality.kind.names.empty();
  const std::string title = numbers ? "read as 0 to " + std::to_string(quality.classes.size() - 1) : "read as";
  std::printf("%-27s", title.c_str());
  for (size_t c = 0; c < quality.classes.size(); ++c) {
    const std::string name = numbers ? "" : (c ? ", " : " ") + quality.kind.nameOf(static_cast<int>(c));
    std::printf("%s %lld", name.c_str(), static_cast<long long>(quality.classes[c]));
  }
  std::printf("\n\n");
}

void printTable(const GeneratorQuality& quality) {
  const auto column = [](double value, const char* format) {
    char text[32];
    std::snprintf(text, sizeof text, std::isnan(value) ? "-" : format, value);
    return std::string(static_cast<size_t>(std::max(0, 11 - textWidth(text))), ' ') + text;
  };
  std::printf("step %lld, %lld %s\n", static_cast<long long>(quality.step), static_cast<long long>(quality.count),
              quality.kind.digits ? "digits" : "images");
  std::printf("%-28s%11s%11s\n", "", "generated", "real");
  for (const Row& row : rowsOf(quality)) {
    const std::string gap(static_cast<size_t>(28 - textWidth(row.title)), ' ');
    std::printf("%s%s%s%s\n", row.title.c_str(), gap.c_str(), column(row.value, row.format).c_str(),
                column(row.real, row.format).c_str());
  }
  printClasses(quality);
  std::string told;  // several alarms often have one reason
  for (const Check& check : quality.checks) {
    std::printf("%-8s %s: %s\n", verdictText(check.verdict), check.title.str().c_str(), check.finding.str().c_str());
    if (check.verdict != Check::Verdict::Alarm || check.meaning.str() == told) continue;
    told = check.meaning.str();
    std::printf("         %s\n", told.c_str());
  }
}

int quality(const QualityOptions& options) {
  const RunConfig config = openRun(options.run);
  const Model model = Model::load(options.run, options.step, options.device.value_or(kUsualDevice));
  const std::shared_ptr<const Dataset> data = loadDataOf(config, options.data);
  const int64_t most = std::min(data->test.count(), data->train.count());
  const int64_t count = options.count.value_or(std::min(kUsualCount, most));
  const uint64_t seed = static_cast<uint64_t>(options.seed.value_or(model.params().seed));
  catchStopSignals();
  StatusLine line(stderr);
  const bool shown = isTerminal(stderr);
  const auto progress = [&](int64_t done, int64_t total) {
    if (shown) line.drawTask("measuring", done, total);
    return !stopRequested();
  };
  const GeneratorQuality found = model.quality(*data, count, !options.quick, progress, seed);
  line.clear();
  options.json ? printJson(found) : printTable(found);
  return kDone;
}

}  // namespace

void addQuality(Command& program) {
  auto options = std::make_shared<QualityOptions>();
  Command command = program.add("quality", "Measures how good a run's generated images are");
  command.path("RUN", options->run, "DIR", "The run's folder", Need::Required);
  command.number("--count", options->count, 10, 10'000'000,
                 "How many images (default: 5000). Compare only figures of the same count");
  command.number("--seed", options->seed, 0, INT64_MAX, "Of the latents (default: the run's)");
  command.number("--step", options->step, 0, 1'000'000'000'000, "The checkpoint of that step (default: the last)");
  command.flag("--quick", options->quick, "Only what takes no comparison with the training images");
  addDeviceOption(command, options->device, kUsualDevice);
  addDataOption(command, options->data);
  command.flag("--json", options->json, "One JSON object");
  command.footer("Ctrl-C cancels. docs/quality.md tells what each figure means.");
  command.runs([options] { return quality(*options); });
}

}  // namespace sparring::cli

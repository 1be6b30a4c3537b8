// sparring-cli generate: images from a run's generator, as a picture or as arrays.
#include <algorithm>
#include <cstdio>

#include "cli_common.h"
#include "sparring/export.h"
#include "sparring/model.h"

namespace sparring::cli {
namespace {

struct GenerateOptions {
  std::filesystem::path run, out, labels;
  std::optional<int64_t> count, seed, step;
};

int generate(const GenerateOptions& options) {
  checkGeneratedName(options.out);  // before the work, not after it
  checkExportTarget(options.out);
  if (!options.labels.empty()) checkExportTarget(options.labels);
  openRun(options.run);
  const Model model = Model::load(options.run, options.step);
  const uint64_t seed = static_cast<uint64_t>(options.seed.value_or(model.params().seed));
  constexpr int64_t kFew = 256;
  checkGeneratedCount(model.generate(std::min(*options.count, kFew), seed), *options.count, options.out);
  const GeneratedSet set = model.generate(*options.count, seed);
  writeGenerated(set, options.out);
  std::printf("%lld images of step %lld: %s\n", static_cast<long long>(*options.count),
              static_cast<long long>(model.step()), options.out.string().c_str());
  if (!options.labels.empty()) {
    writeGeneratedLabels(set, options.labels);
    std::printf("labels (%s): %s\n", set.conditional ? "the class asked for" : "the teacher's verdict",
                options.labels.string().c_str());
  }
  return kDone;
}

}  // namespace

void addGenerate(Command& program) {
  auto options = std::make_shared<GenerateOptions>();
  Command command = program.add("generate", "Draws images with a run's generator");
  command.path("RUN", options->run, "DIR", "The run's folder", Need::Required);
  command.number("--count", options->count, 1, 10'000'000, "How many images", Need::Required);
  command.path(
      "--out", options->out, "FILE",
      "FILE.png: tiles, a column a class, or ten a row; FILE.idx: IDX images; FILE.npz: arrays `images` and `labels`",
      Need::Required);
  command.path("--labels", options->labels, "FILE.idx", "Also write the labels as IDX");
  command.number("--seed", options->seed, 0, INT64_MAX, "Of the latents (default: the run's)");
  command.number("--step", options->step, 0, 1'000'000'000'000, "The checkpoint of that step (default: the last)");
  command.runs([options] { return generate(*options); });
}

}  // namespace sparring::cli

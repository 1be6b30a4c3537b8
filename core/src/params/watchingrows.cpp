// How closely a run is watched; what it reads, and on what machine. None of it is part of a preset's promise.
#include "params/rows.h"
#include "sparring/attack.h"

namespace sparring {

namespace {

constexpr const char* kSteps = QT_TRANSLATE_NOOP("params", "steps");

}  // namespace

std::vector<ParamRow> watchingRows() {
  return {
      {.key = "metrics.every",
       .label = QT_TRANSLATE_NOOP("params", "Loss point every"),
       .help = QT_TRANSLATE_NOOP("params", "Steps averaged into one point of the loss curves."),
       .unit = kSteps,
       .member = &Params::metricsEvery,
       .range = {1, 100000},
       .recipe = false},
      {.key = "evaluate.every",
       .label = QT_TRANSLATE_NOOP("params", "Test every"),
       .help = QT_TRANSLATE_NOOP("params", "Steps between looks at the test set; 0: one at the end."),
       .unit = kSteps,
       .member = &Params::evaluateEvery,
       .range = {0, 1000000},
       .apply = Apply::Live,
       .recipe = false},
      {.key = "evaluate.limit",
       .label = QT_TRANSLATE_NOOP("params", "Test images"),
       .help = QT_TRANSLATE_NOOP(
           "params", "So many test images, evenly spread over the test set, are used while training; 0: all."),
       .member = &Params::evaluateLimit,
       .range = {0, 1000000},
       .apply = Apply::Live,
       .recipe = false},
      {.key = "evaluate.attacks",
       .label = QT_TRANSLATE_NOOP("params", "Test attacks"),
       .help = QT_TRANSLATE_NOOP(
           "params",
           "Attacks and corruptions that have an accuracy of their own beside the clean one: "
           "NAME:key=value, between commas, as `evaluate --attack` takes them. The first that sees the "
           "gradient makes the pairs shown. Each costs time at every test: PGD with 20 steps some 20 "
           "times what FGSM costs, square more; transfer trains another classifier first."),
       .member = &Params::evaluateAttacks,
       .apply = Apply::Live,
       .read = [](const std::string& text) { return attacksText(parseAttacks(text)); },
       .recipe = false},
      {.key = "samples.every",
       .label = QT_TRANSLATE_NOOP("params", "Pictures every"),
       .help = QT_TRANSLATE_NOOP("params", "Steps between two looks at the generated digits; 0: never."),
       .unit = kSteps,
       .member = &Params::samplesEvery,
       .range = {0, 1000000},
       .apply = Apply::Live,
       .recipe = false},
      {.key = "checkpoint.every",
       .label = QT_TRANSLATE_NOOP("params", "Checkpoint every"),
       .help = QT_TRANSLATE_NOOP("params", "Steps between two checkpoints of a run with a folder; 0: only at its end."),
       .unit = kSteps,
       .member = &Params::checkpointEvery,
       .range = {0, 10000000},
       .apply = Apply::Live,
       .recipe = false},
      {.key = "snapshot.every",
       .label = QT_TRANSLATE_NOOP("params", "Snapshot every"),
       .help = QT_TRANSLATE_NOOP("params",
                                 "Steps between two snapshots of the weights, by which every page can look back at a "
                                 "step; 0: as many as are kept, spread over the run."),
       .unit = kSteps,
       .member = &Params::snapshotEvery,
       .range = {0, 10000000},
       .apply = Apply::Live,
       .recipe = false},
      {.key = "snapshot.keep",
       .label = QT_TRANSLATE_NOOP("params", "Snapshots kept"),
       .help = QT_TRANSLATE_NOOP("params",
                                 "At most so many snapshots; beyond, the oldest are thinned. Each takes two bytes a "
                                 "weight: a hundred of the usual networks some 180 MB. 0: none are written."),
       .member = &Params::snapshotKeep,
       .range = {0, 10000},
       .apply = Apply::Live,
       .recipe = false},
  };
}

std::vector<ParamRow> dataRows() {
  return {
      {.key = "data",
       .label = QT_TRANSLATE_NOOP("params", "Data"),
       .help =
           QT_TRANSLATE_NOOP("params",
                             "mnist, fashion-mnist, synthetic; emnist-balanced (or another split) and cifar-10 where "
                             "you have copied their files; or a folder of such files of your own."),
       .member = &Params::data,
       .folder = true,
       .recipe = false},
      {.key = "seed",
       .label = QT_TRANSLATE_NOOP("params", "Seed"),
       .help = QT_TRANSLATE_NOOP("params", "The same seed, threads and build give the same run, bit for bit."),
       .member = &Params::seed,
       .range = {0, 2147483647},
       .recipe = false},
      {.key = "device",
       .label = QT_TRANSLATE_NOOP("params", "Device"),
       .help = QT_TRANSLATE_NOOP("params", "Auto takes a CUDA card where there is one."),
       .member = &Params::device,
       .choices = {{"auto", QT_TRANSLATE_NOOP("params", "automatic")},
                   {"cpu", QT_TRANSLATE_NOOP("params", "processor")},
                   {"cuda", QT_TRANSLATE_NOOP("params", "CUDA card")}},
       .recipe = false},
      {.key = "threads",
       .label = QT_TRANSLATE_NOOP("params", "Threads"),
       .help = QT_TRANSLATE_NOOP("params", "Processor threads of a step; 0: as many as there are cores."),
       .member = &Params::threads,
       .range = {0, 256},
       .recipe = false},
  };
}

}  // namespace sparring

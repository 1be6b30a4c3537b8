// How closely a run is watched; what it reads, and on what machine. None of it is part of a preset's promise.
#include "params/rows.h"

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
       .help = QT_TRANSLATE_NOOP("params", "Steps between looks at the test set; 0: never."),
       .unit = kSteps,
       .member = &Params::evaluateEvery,
       .range = {0, 1000000},
       .apply = Apply::Live,
       .recipe = false},
      {.key = "evaluate.limit",
       .label = QT_TRANSLATE_NOOP("params", "Test images"),
       .help = QT_TRANSLATE_NOOP("params", "The first so many test images are used while training; 0: all."),
       .member = &Params::evaluateLimit,
       .range = {0, 1000000},
       .apply = Apply::Live,
       .recipe = false},
      {.key = "evaluate.noise",
       .label = QT_TRANSLATE_NOOP("params", "Test noise σ"),
       .help = QT_TRANSLATE_NOOP("params", "Standard deviation of the Gaussian noise in the noise accuracy."),
       .unit = kPixels,
       .member = &Params::evaluateNoise,
       .range = {0, 1},
       .apply = Apply::Live,
       .recipe = false},
      {.key = "evaluate.epsilon",
       .label = QT_TRANSLATE_NOOP("params", "Test ε"),
       .help = QT_TRANSLATE_NOOP("params", "Size of the FGSM step in the FGSM accuracy and in the pairs shown."),
       .unit = kPixels,
       .member = &Params::evaluateEpsilon,
       .range = {0, 1},
       .apply = Apply::Live,
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
  };
}

std::vector<ParamRow> dataRows() {
  return {
      {.key = "data",
       .label = QT_TRANSLATE_NOOP("params", "Data"),
       .help = QT_TRANSLATE_NOOP("params",
                                 "mnist, fashion-mnist, synthetic, or a folder of four IDX files with square images."),
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

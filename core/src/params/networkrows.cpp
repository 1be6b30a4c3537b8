// How large the networks are, and how they are built.
#include "params/conditions.h"
#include "params/rows.h"
#include "sparring/adversaries.h"

namespace sparring {

namespace {

constexpr const char* kUnits = QT_TRANSLATE_NOOP("params", "units");

}  // namespace

std::vector<ParamRow> networkRows() {
  return {
      {.key = "classifier.hidden",
       .label = QT_TRANSLATE_NOOP("params", "Classifier hidden widths"),
       .help = QT_TRANSLATE_NOOP("params",
                                 "Widths of the hidden ReLU layers, comma-separated; empty: a linear classifier."),
       .unit = kUnits,
       .member = &Params::classifierHidden,
       .range = {1, 8192, Scale::Linear, 0, 12}},
      {.key = "generator.hidden",
       .label = QT_TRANSLATE_NOOP("params", "Generator hidden widths"),
       .help = QT_TRANSLATE_NOOP("params", "Widths of the generator's hidden layers; its output is tanh."),
       .unit = kUnits,
       .member = &Params::generatorHidden,
       .range = {1, 8192, Scale::Linear, 0, 12},
       .applies = hasGenerator},
      {.key = "generator.batchnorm",
       .label = QT_TRANSLATE_NOOP("params", "Generator batch normalisation"),
       .help = QT_TRANSLATE_NOOP("params",
                                 "After each hidden linear layer. The single most useful help against collapse here."),
       .member = &Params::generatorBatchNorm,
       .applies = hasGenerator},
      {.key = "generator.activation",
       .label = QT_TRANSLATE_NOOP("params", "Generator activation"),
       .help = QT_TRANSLATE_NOOP("params", "Of the generator's hidden layers. Leaky ReLU has slope 0.2 below zero."),
       .member = &Params::generatorActivation,
       .choices = {{"leaky-relu", QT_TRANSLATE_NOOP("params", "leaky ReLU")},
                   {"relu", QT_TRANSLATE_NOOP("params", "ReLU")}},
       .applies = hasGenerator},
      {.key = "discriminator.hidden",
       .label = QT_TRANSLATE_NOOP("params", "Discriminator hidden widths"),
       .help =
           QT_TRANSLATE_NOOP("params", "Widths of its hidden leaky-ReLU layers; empty: one linear layer, as written."),
       .unit = kUnits,
       .member = &Params::discriminatorHidden,
       .range = {1, 8192, Scale::Linear, 0, 12},
       .applies = hasDiscriminator},
      {.key = "discriminator.output",
       .label = QT_TRANSLATE_NOOP("params", "Discriminator output"),
       .help = QT_TRANSLATE_NOOP(
           "params", "Least squares needs a linear score; a sigmoid in front of it fades the gradient (σ(1−σ))."),
       .member = &Params::discriminatorOutput,
       .choices = {{"linear", QT_TRANSLATE_NOOP("params", "linear")},
                   {"sigmoid", QT_TRANSLATE_NOOP("params", "sigmoid")}},
       .applies = [](const Params& p) { return hasDiscriminator(p) && ganLossReads("discriminator.output", p); }},
      {.key = "latent",
       .label = QT_TRANSLATE_NOOP("params", "Latent size"),
       .help = QT_TRANSLATE_NOOP("params", "How many normal random numbers the generator makes an image from."),
       .member = &Params::latent,
       .range = {1, 4096},
       .applies = drawsImages},
      {.key = "teacher.hidden",
       .label = QT_TRANSLATE_NOOP("params", "Teacher hidden widths"),
       .help = QT_TRANSLATE_NOOP("params",
                                 "The teacher learns real digits under noise σ = 0.2 (Adam, 1e-3) and is then frozen."),
       .unit = kUnits,
       .member = &Params::teacherHidden,
       .range = {1, 8192, Scale::Linear, 0, 12},
       .applies = needsTeacher},
  };
}

}  // namespace sparring

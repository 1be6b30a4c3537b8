// What is trained for, at which rates, for how long.
#include "params/conditions.h"
#include "params/rows.h"
#include "sparring/adversaries.h"

namespace sparring {

namespace {

constexpr const char* kEpochs = QT_TRANSLATE_NOOP("params", "epochs");

bool hasOpponent(const Params& p) { return adversaryInfo(p.adversary).makesSamples(); }
bool hasMomentum(const Params& p) { return p.optimiser == "sgd"; }
bool dropsRates(const Params& p) { return p.rateSchedule == "drop"; }

}  // namespace

std::vector<ParamRow> objectiveRows() {
  return {
      {.key = "lambda",
       .label = QT_TRANSLATE_NOOP("params", "λ"),
       .help =
           QT_TRANSLATE_NOOP("params",
                             "Weight of the adversarial loss: L_total = L + λ·L_adv. At 0 the opponent plays no part. "
                             "Several values, as in \"0, 1\", train one classifier each on the same batches."),
       .member = &Params::lambda,
       .range = {0, 20, Scale::Linear, 1, 16},
       .apply = Apply::Live},
      {.key = "clean.weight",
       .label = QT_TRANSLATE_NOOP("params", "Weight of clean samples"),
       .help = QT_TRANSLATE_NOOP(
           "params",
           "Weight of L where L_adv counts too: L_total = w·L + λ·L_adv. At 0 the classifier learns from "
           "adversarial samples alone (Madry 2018)."),
       .member = &Params::cleanWeight,
       .range = {0, 1},
       .apply = Apply::Live,
       .applies = hasOpponent,
       .brief = QT_TRANSLATE_NOOP("params", "clean weight")},
      {.key = "loss.classifier",
       .label = QT_TRANSLATE_NOOP("params", "Classifier loss"),
       .help =
           QT_TRANSLATE_NOOP("params",
                             "Squared error ‖softmax − y‖² is the objective as written; it saturates where the softmax "
                             "does. Cross-entropy keeps its gradient when the classifier is confidently wrong."),
       .member = &Params::lossClassifier,
       .choices = {{"squared", QT_TRANSLATE_NOOP("params", "squared error")},
                   {"cross-entropy", QT_TRANSLATE_NOOP("params", "cross-entropy")}},
       .apply = Apply::Live},
  };
}

std::vector<ParamRow> rateRows() {
  return {
      {.key = "lr.classifier",
       .label = QT_TRANSLATE_NOOP("params", "Classifier learning rate"),
       .help = QT_TRANSLATE_NOOP("params", "Adam's step size for the classifier."),
       .member = &Params::lrClassifier,
       .range = {1e-6, 1e-1, Scale::Log},
       .apply = Apply::Live,
       .brief = QT_TRANSLATE_NOOP("params", "f rate")},
      {.key = "lr.generator",
       .label = QT_TRANSLATE_NOOP("params", "Generator learning rate"),
       .help = QT_TRANSLATE_NOOP("params", "Adam's step size for the generator."),
       .member = &Params::lrGenerator,
       .range = {1e-6, 1e-1, Scale::Log},
       .apply = Apply::Live,
       .applies = hasGenerator,
       .brief = QT_TRANSLATE_NOOP("params", "G rate")},
      {.key = "lr.discriminator",
       .label = QT_TRANSLATE_NOOP("params", "Discriminator learning rate"),
       .help = QT_TRANSLATE_NOOP("params", "Adam's step size for the discriminator."),
       .member = &Params::lrDiscriminator,
       .range = {1e-6, 1e-1, Scale::Log},
       .apply = Apply::Live,
       .applies = hasDiscriminator,
       .brief = QT_TRANSLATE_NOOP("params", "D rate")},
      {.key = "adam.beta1",
       .label = QT_TRANSLATE_NOOP("params", "Adam β₁"),
       .help = QT_TRANSLATE_NOOP("params",
                                 "Memory of the gradient's mean. GANs like 0.5; 0.9 is the usual value elsewhere."),
       .member = &Params::adamBeta1,
       .range = {0, 0.999},
       .apply = Apply::Live},
      {.key = "adam.beta2",
       .label = QT_TRANSLATE_NOOP("params", "Adam β₂"),
       .help = QT_TRANSLATE_NOOP("params", "Memory of the gradient's mean square."),
       .member = &Params::adamBeta2,
       .range = {0, 0.99999},
       .apply = Apply::Live},
      {.key = "optimiser",
       .label = QT_TRANSLATE_NOOP("params", "Classifier's optimiser"),
       .help =
           QT_TRANSLATE_NOOP("params", "Adam, or stochastic gradient descent with momentum. The opponents have Adam."),
       .member = &Params::optimiser,
       .choices = {{"adam", QT_TRANSLATE_NOOP("params", "Adam")},
                   {"sgd", QT_TRANSLATE_NOOP("params", "SGD with momentum")}}},
      {.key = "momentum",
       .label = QT_TRANSLATE_NOOP("params", "Momentum"),
       .help = QT_TRANSLATE_NOOP("params", "SGD only: how much of the last move the next one keeps."),
       .member = &Params::momentum,
       .range = {0, 0.999},
       .apply = Apply::Live,
       .applies = hasMomentum},
      {.key = "lr.schedule",
       .label = QT_TRANSLATE_NOOP("params", "Learning rates in time"),
       .help = QT_TRANSLATE_NOOP(
           "params",
           "Of all networks, in the joint phase. Cyclic: from 0 up to the rate in two fifths of it and "
           "down again (Wong 2020). Drop: a tenth of the rate from lr.drop on."),
       .member = &Params::rateSchedule,
       .choices = {{"constant", QT_TRANSLATE_NOOP("params", "constant")},
                   {"cyclic", QT_TRANSLATE_NOOP("params", "one cycle")},
                   {"drop", QT_TRANSLATE_NOOP("params", "drop to a tenth")}}},
      {.key = "lr.drop",
       .label = QT_TRANSLATE_NOOP("params", "Drop of the rates after"),
       .help = QT_TRANSLATE_NOOP("params",
                                 "lr.schedule = drop only: the share of the joint phase that has the full rates."),
       .member = &Params::rateDrop,
       .range = {0, 1},
       .applies = dropsRates},
  };
}

std::vector<ParamRow> scheduleRows() {
  const Range epochs{0, 10000};
  return {
      {.key = "batch",
       .label = QT_TRANSLATE_NOOP("params", "Batch size"),
       .help = QT_TRANSLATE_NOOP("params", "Original images a step; as many adversarial ones beside them."),
       .member = &Params::batch,
       .range = {2, 8192}},
      {.key = "epochs.teacher",
       .label = QT_TRANSLATE_NOOP("params", "Teacher epochs"),
       .help =
           QT_TRANSLATE_NOOP("params", "Training of the teacher before anything else; only where something needs it."),
       .unit = kEpochs,
       .member = &Params::epochsTeacher,
       .range = epochs,
       .applies = needsTeacher},
      {.key = "epochs.pretrain",
       .label = QT_TRANSLATE_NOOP("params", "Pretraining epochs"),
       .help = QT_TRANSLATE_NOOP("params", "Phase 1: the classifier on original data alone."),
       .unit = kEpochs,
       .member = &Params::epochsPretrain,
       .range = epochs},
      {.key = "epochs.gan",
       .label = QT_TRANSLATE_NOOP("params", "Duel epochs"),
       .help =
           QT_TRANSLATE_NOOP("params",
                             "Phase 2: generator against discriminator, the classifier resting. Skipped by adversaries "
                             "without a generator."),
       .unit = kEpochs,
       .member = &Params::epochsGan,
       .range = epochs,
       .applies = hasGenerator},
      {.key = "epochs.joint",
       .label = QT_TRANSLATE_NOOP("params", "Joint epochs"),
       .help = QT_TRANSLATE_NOOP("params", "Phase 3: the classifier on L + λ·L_adv while the duel goes on."),
       .unit = kEpochs,
       .member = &Params::epochsJoint,
       .range = epochs},
  };
}

}  // namespace sparring
